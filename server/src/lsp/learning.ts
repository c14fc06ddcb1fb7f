/** `biaozhu.server.retrain`, and learning by itself after some pages are done. */
import type { Connection } from 'vscode-languageserver/node'
import { PersonalModels } from '../corpus/learning/personal-models.ts'
import type { Retraining, TrainReport } from '../corpus/learning/retraining.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import { normalUri } from '../disk/uri.ts'
import type { InOffsets } from '../feature/annotate/parameters.ts'
import { refused } from '../feature/annotate/refused.ts'
import { t } from '../feature/wording/messages.ts'
import type { CommandAnswer, CommandParams, InitializationOptions } from '../protocol.ts'
import { showControls } from '../text/controls.ts'
import { describe } from './guard.ts'

export interface LearningContext {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly retraining: () => Retraining
  readonly options: () => InitializationOptions
  readonly changed: (uris: readonly string[]) => void
}

/** Done pages after which a model is learned, where the client does not say. */
const usualAfterPages = 5

export class Learning {
  readonly #context: LearningContext
  readonly #models: PersonalModels

  constructor(context: LearningContext) {
    const { workspace, retraining, options, changed } = context
    this.#context = context
    this.#models = new PersonalModels({
      workspace,
      retraining,
      isOn: () => this.#isOn,
      afterPages: () => options().retrainAfterPages ?? usualAfterPages,
      changed,
    })
  }

  /** Gives the corpora their models, or takes them away, as the settings say. */
  follow(): Promise<void> {
    return this.#models.follow().catch((error: unknown) => this.#failed(error))
  }

  /** Learns anew, or stops the run that is under way. */
  async retrain({ place, corpus, cancel }: RetrainParams): Promise<CommandAnswer<'retrain'>> {
    if (cancel === true) {
      this.#models.cancel()
      return { kind: 'answer', answer: null }
    }
    const { corpora } = this.#context.workspace.snapshot()
    const [only, ...others] = corpora
    const root =
      corpus === undefined
        ? (place?.corpus.root ?? (others.length === 0 ? only?.root : undefined))
        : corpora.find((each) => each.root === normalUri(corpus))?.root
    if (root === undefined) return refused(t('There is no corpus.'))
    if (!this.#isOn) {
      return refused(t('Learning from your own pages is switched off in the settings.'))
    }
    const report = await this.#models.retrain(root)
    this.#context.connection.console.info(describeReport(report))
    return { kind: 'answer', answer: report }
  }

  /** A page of the corpus with this root was done. */
  pageDone(root: string): void {
    this.#models.pageDone(root).then(
      (report) => {
        if (report !== undefined) this.#context.connection.console.info(describeReport(report))
      },
      (error: unknown) => this.#failed(error),
    )
  }

  get #isOn(): boolean {
    return this.#context.options().personalModel !== false
  }

  #failed(error: unknown): void {
    this.#context.connection.console.error(`Learning from done pages failed: ${describe(error)}`)
  }
}

type RetrainParams = InOffsets<CommandParams<'retrain'>>

/** For the log. */
function describeReport(report: TrainReport): string {
  if (report.kind === 'failed')
    return `Learning from done pages failed: ${showControls(report.message)}`
  if (report.kind !== 'judged') return `Learning from done pages: ${report.kind}.`
  const { pages, before, after, kept } = report
  const change = `F1 ${before.f1.toFixed(3)} before, ${after.f1.toFixed(3)} after`
  return `Learned from done pages, ${pages} of them held back: ${change}, ${kept ? 'kept' : 'not kept'}.`
}
