/** `biaozhu.server.retrain`, and learning by itself after some pages are done. */
import type { Connection } from 'vscode-languageserver/node'
import { createPersonalModels } from '../corpus/learning/personal-models.ts'
import type { Retraining, TrainReport } from '../corpus/learning/retraining.ts'
import { findPage } from '../corpus/snapshot/model.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import { normalUri } from '../disk/uri.ts'
import { t } from '../feature/wording/messages.ts'
import type { CommandAnswer, InitializationOptions } from '../protocol.ts'
import { type JsonObject, own } from '../values/json.ts'
import { describe } from './guard.ts'

export interface LearningContext {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly retraining: () => Retraining
  readonly options: () => InitializationOptions
  readonly changed: (uris: readonly string[]) => void
}

export interface Learning {
  /** Gives the corpora their models, or takes them away, as the settings say. */
  follow(): Promise<void>
  /**
   * `corpus`: uri of its root, else that of the page `uri`, else the only one. Answers a `TrainReport`;
   * `cancel: true` stops the run that is under way.
   */
  retrain(values: JsonObject): Promise<CommandAnswer>
  /** A page of the corpus with this root was done. */
  pageDone(root: string): void
}

/** Done pages after which a model is learned, where the client does not say. */
const usualAfterPages = 5

export function createLearning(context: LearningContext): Learning {
  const { connection, workspace, retraining, options, changed } = context
  const isOn = (): boolean => options().personalModel !== false
  const models = createPersonalModels({
    workspace,
    retraining,
    isOn,
    afterPages: () => options().retrainAfterPages ?? usualAfterPages,
    changed,
  })
  const failed = (error: unknown): void => {
    connection.console.error(`Learning from done pages failed: ${describe(error)}`)
  }

  function rootOf(values: JsonObject): string | undefined {
    const snapshot = workspace.snapshot()
    const [corpus, uri] = [own(values, 'corpus'), own(values, 'uri')]
    if (typeof corpus === 'string') {
      return snapshot.corpora.find(({ root }) => root === normalUri(corpus))?.root
    }
    const place = typeof uri === 'string' ? findPage(snapshot, uri) : undefined
    const only = snapshot.corpora.length === 1 ? snapshot.corpora[0] : undefined
    return place?.corpus.root ?? only?.root
  }

  return {
    follow: () => models.follow().catch(failed),
    async retrain(values) {
      if (own(values, 'cancel') === true) {
        models.cancel()
        return { kind: 'answer', answer: null }
      }
      const root = rootOf(values)
      if (root === undefined) return { kind: 'refused', message: t('There is no corpus.') }
      if (!isOn()) {
        const message = t('Learning from your own pages is switched off in the settings.')
        return { kind: 'refused', message }
      }
      const report = await models.retrain(root)
      connection.console.info(describeReport(report))
      return { kind: 'answer', answer: report }
    },
    pageDone(root) {
      models.pageDone(root).then((report) => {
        if (report !== undefined) connection.console.info(describeReport(report))
      }, failed)
    },
  }
}

/** For the log. */
function describeReport(report: TrainReport): string {
  if (report.kind === 'failed') return `Learning from done pages failed: ${report.message}`
  if (report.kind !== 'judged') return `Learning from done pages: ${report.kind}.`
  const { pages, before, after, kept } = report
  const change = `F1 ${before.f1.toFixed(3)} before, ${after.f1.toFixed(3)} after`
  return `Learned from done pages, ${pages} of them held back: ${change}, ${kept ? 'kept' : 'not kept'}.`
}
