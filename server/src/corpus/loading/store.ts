/** Workspace, sidecars and old texts as the server has them on a real disk. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type NameSources, readAnnotator } from '../../disk/annotator.ts'
import { Journal } from '../../disk/journal.ts'
import { nodeSidecarFiles } from '../../disk/sidecar-files.ts'
import { idMaker } from '../../values/id.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { createRetraining, type Retraining } from '../learning/retraining.ts'
import { EntityFiles } from '../saving/entity-files.ts'
import { createOldTexts } from '../saving/old-texts.ts'
import type { SavingFault } from '../saving/saving-faults.ts'
import { Sidecars } from '../saving/sidecars.ts'
import { Workspace } from '../snapshot/workspace.ts'
import { createWarmer, type Warmer } from './warm.ts'

export interface Store {
  readonly workspace: Workspace
  readonly sidecars: Sidecars
  readonly entities: EntityFiles
  readonly warmer: Warmer
  /** Of now: `open` makes another one. */
  readonly retraining: () => Retraining
  /** Of a new record. */
  readonly newId: () => string
  /** The folder (absolute path) where what is to be remembered over sessions is kept. */
  open(storage: string | undefined): void
  /** Called when a sidecar could not be written, and (without fault) when it could be again. */
  onFault(listen: (uri: string, fault: SavingFault | undefined) => void): void
  /** Called with the uri of a page whose annotations saving has changed, or of an `entities.jsonl`. */
  onTold(listen: (page: string) => void): void
  /** Name of the annotator of the pages below a folder uri, by what the person or the corpus said. */
  annotator(
    folder: string,
    said: Pick<NameSources, 'setting' | 'corpus'>,
  ): Promise<string | undefined>
  /** Writes what is not written yet; what cannot be stays in the journal. */
  close(): Promise<void>
}

/** `recogniser` is the version of the analyser. */
export function createStore(analyser: Analyser, recogniser = ''): Store {
  let texts = createOldTexts(undefined)
  let journal: Promise<Journal> | undefined
  let retraining = createRetraining({ storage: undefined, analyser, recogniser })
  let report: Parameters<Store['onFault']>[0] = () => undefined
  let tell: (page: string) => void = () => undefined
  const names = new Map<string, Promise<string | undefined>>()
  const workspace = new Workspace(analyser, {
    textOf: (sha256) => texts.textOf(sha256),
    analysedLater: true,
  })
  const sidecars = new Sidecars({
    workspace,
    files: nodeSidecarFiles,
    pause: 10,
    recall: (sha256) => texts.load(sha256),
    remember: (text) => texts.remember(text),
    report: (uri, fault) => report(uri, fault),
    told: (page) => tell(page),
    journal: async () => journal,
  })
  const entities = new EntityFiles({
    workspace,
    files: nodeSidecarFiles,
    pause: 10,
    report: (uri, fault) => report(uri, fault),
    told: (uri) => tell(uri),
    journal: async () => journal,
  })
  return {
    workspace,
    sidecars,
    entities,
    warmer: createWarmer(workspace),
    retraining: () => retraining,
    newId: idMaker({ now: Date.now, random: randomBytes }),
    open(storage) {
      texts = createOldTexts(storage === undefined ? undefined : join(storage, 'texts'))
      if (storage !== undefined) {
        journal = Journal.open(join(storage, 'journal'))
        // Whoever confirms hears of it, and writes the sidecar instead.
        journal.catch(() => undefined)
      }
      retraining = createRetraining({ storage, analyser, recogniser })
    },
    onFault(listen) {
      report = listen
    },
    onTold(listen) {
      tell = listen
    },
    annotator(folder, said) {
      const key = JSON.stringify([folder, said.setting, said.corpus])
      const name = names.get(key) ?? readAnnotator(fileURLToPath(folder), said)
      names.set(key, name)
      return name
    },
    async close() {
      await entities.close()
      await sidecars.close()
    },
  }
}
