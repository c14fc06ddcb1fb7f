/** Workspace folders: indexing them with progress, and following what happens to their files. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  MessageType,
  type RenameFilesParams,
  ShowMessageNotification,
  type WorkDoneProgressServerReporter,
  type WorkspaceFolder,
} from 'vscode-languageserver/node'
import { watchedGlobs } from '../corpus/config/globs.ts'
import { guidelinesFile } from '../corpus/config/unfulfilled.ts'
import type { FileChange, Loader, LoadReport } from '../corpus/loading/loader.ts'
import type { LoadOptions } from '../corpus/loading/page-queue.ts'
import type { Snapshot } from '../corpus/snapshot/model.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import { moveSidecars } from '../disk/moved-sidecars.ts'
import { normalUri } from '../disk/uri.ts'
import { t } from '../feature/wording/messages.ts'
import type { Notifications } from '../protocol.ts'
import { showControls } from '../text/controls.ts'
import type { Announcer } from './announce.ts'
import type { ClientSupport } from './capabilities.ts'
import { guardNotification } from './guard.ts'

export interface FoldersContext {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly loader: Loader
  readonly announcer: Announcer
  readonly support: () => ClientSupport
  /** The setting `biaozhu.pages` of a folder. */
  readonly pages: (uri: string) => readonly string[] | undefined
  /** Hears of each page that the editor has saved. */
  readonly saved: (uri: string) => Promise<void>
  /** Writes all annotations that are not on disk yet. */
  readonly flush: () => Promise<void>
}

export class Folders {
  /** Settles when it is known which files are pages: before they are read, or when they cannot be. */
  readonly known: Promise<void>
  readonly #context: FoldersContext
  #settleKnown: () => void = () => undefined
  #folders: readonly WorkspaceFolder[] = []
  #watcher: { dispose(): void } | undefined
  #watchedGlobs = ''

  constructor(context: FoldersContext) {
    this.#context = context
    this.known = new Promise((resolve) => {
      this.#settleKnown = resolve
    })
    this.#followOperations()
  }

  /** Replaces the folders and indexes the new ones. */
  open(folders: readonly WorkspaceFolder[]): Promise<void> {
    this.#folders = folders
    return this.reload()
  }

  /** Indexes again, after a setting changed. */
  async reload(): Promise<void> {
    const { connection, workspace, loader, announcer, pages } = this.#context
    const indexing = new Indexing(this.#context, this.#settleKnown)
    // Before the folders are walked: a file that is made meanwhile is heard of.
    const watching = this.#watch()
    const wanted = this.#folders.map(({ uri, name }) => ({ uri, name, pages: pages(uri) }))
    const report = await loader.load(wanted, indexing).finally(this.#settleKnown)
    indexing.end()
    announcer.changed(allPages(workspace))
    connection.console.info(describeReport(report, workspace))
    await watching
    await this.#watch()
  }

  /** Follows folders and files from now on. */
  follow(): void {
    const { connection, loader, saved, support } = this.#context
    connection.onDidChangeWatchedFiles(
      guardNotification(connection, 'didChangeWatchedFiles', ({ changes }) =>
        this.#changed(changes.map(({ uri, type }) => ({ uri, kind: kindOf(type) }))),
      ),
    )
    connection.onDidSaveTextDocument(
      guardNotification(connection, 'didSave', async ({ textDocument: { uri } }) => {
        await this.#announced(() => loader.saved(uri))
        await saved(uri)
      }),
    )
    if (!support().folders) return
    connection.workspace.onDidChangeWorkspaceFolders(
      guardNotification(connection, 'didChangeWorkspaceFolders', ({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri))
        return this.open([...this.#folders.filter(({ uri }) => !gone.has(uri)), ...added])
      }),
    )
  }

  /** What a person does to files in the editor, before the disk tells. */
  #followOperations(): void {
    const { connection } = this.#context
    const { workspace } = connection
    workspace.onDidCreateFiles(({ files }) =>
      this.#take(
        'didCreateFiles',
        files.map(({ uri }) => ({ uri, kind: 'created' })),
      ),
    )
    workspace.onDidDeleteFiles(({ files }) =>
      this.#take(
        'didDeleteFiles',
        files.map(({ uri }) => ({ uri, kind: 'deleted' })),
      ),
    )
    // Nothing is edited before: what is written behind the page goes with it, and comes back with it when that is undone.
    workspace.onWillRenameFiles(async () => {
      await this.#context.flush()
      return null
    })
    const renamed = guardNotification(connection, 'didRenameFiles', (params: RenameFilesParams) =>
      this.#renamed(params),
    )
    workspace.onDidRenameFiles((params) => void renamed(params))
  }

  /** Sidecars first, so that a page that is read has its annotations. A folder takes its own with it. */
  async #renamed({ files }: RenameFilesParams): Promise<void> {
    const { connection, flush, loader } = this.#context
    await this.known
    await flush()
    const changes: FileChange[] = []
    for (const { oldUri, newUri } of files) {
      changes.push({ uri: oldUri, kind: 'deleted' })
      if (loader.isPage(oldUri)) {
        const { gone, left } = await moveSidecars(normalUri(oldUri), normalUri(newUri))
        for (const uri of gone) changes.push({ uri, kind: 'deleted' })
        for (const path of left) {
          const message = t('{0} could not go with its page.', showControls(path))
          void connection.sendNotification(ShowMessageNotification.type, {
            type: MessageType.Warning,
            message,
          })
        }
      }
      changes.push({ uri: newUri, kind: 'created' })
    }
    await this.#changed(changes)
  }

  #take(name: string, changes: readonly FileChange[]): void {
    const { connection } = this.#context
    void guardNotification(connection, name, () => this.#changed(changes))(undefined)
  }

  #changed(changes: readonly FileChange[]): Promise<void> {
    return this.#announced(() => this.#context.loader.changed(changes))
  }

  /** `take` gives the uris of what has changed. */
  async #announced(take: () => Promise<readonly string[]>): Promise<void> {
    const { workspace, announcer } = this.#context
    const before = workspace.snapshot()
    const uris = await take()
    const isOther = isDefinedAnew(before, workspace.snapshot())
    const all = isOther ? [...pagesOf(before), ...allPages(workspace)] : []
    if (uris.length > 0) announcer.changed([...new Set([...uris, ...all])])
  }

  /** Pages may have any name that a corpus.json says: what is watched follows the corpora. */
  async #watch(): Promise<void> {
    const { connection, workspace, support } = this.#context
    if (!support().watching) return
    const { corpora } = workspace.snapshot()
    const ofCorpora = watchedGlobs(corpora.map(({ config }) => config.pages))
    const globs = [
      ...new Set([
        '**/corpus.json',
        '**/*.txt',
        '**/*.anno.jsonl',
        '**/entities.jsonl',
        ...ofCorpora.filter(isExotic),
        ...corpora.flatMap(({ config }) => guidelinesGlob(config.guidelines)),
      ]),
    ]
    if (globs.join('\n') === this.#watchedGlobs) return
    this.#watchedGlobs = globs.join('\n')
    const before = this.#watcher
    this.#watcher = await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: globs.map((globPattern) => ({ globPattern })),
    })
    before?.dispose()
  }
}

/** Whether the file of the guidelines is there is said beside its name in corpus.json. */
function guidelinesGlob(guidelines: string | undefined): readonly string[] {
  const path = guidelinesFile(guidelines)
  return path === undefined ? [] : [`**/${path.replace(/[[\]{}]/g, '?')}`]
}

/** How far the pages are read: a count in the client's own way, and as our notification for its status bar. */
class Indexing implements LoadOptions {
  readonly #context: FoldersContext
  readonly #settleKnown: () => void
  #reporter: WorkDoneProgressServerReporter | undefined
  #isEnded = false
  #isBegun = false
  #last: Notifications['biaozhu/indexing'] = { done: 0, total: 0 }

  /** `settleKnown` is called when it is known which files are pages. */
  constructor(context: FoldersContext, settleKnown: () => void) {
    this.#context = context
    this.#settleKnown = settleKnown
    if (!context.support().progress) return
    context.connection.window.createWorkDoneProgress().then(
      (reporter) => {
        if (this.#isEnded) return
        this.#reporter = reporter
        reporter.begin(t('Indexing pages'), 0, undefined, true)
      },
      // Without progress the index is as good.
      () => undefined,
    )
  }

  progress(done: number, total: number): void {
    this.#last = { done, total }
    const percentage = total === 0 ? 100 : Math.floor((100 * done) / total)
    this.#reporter?.report(percentage, t('{0} of {1}', done, total))
    if (done < total) this.#notify()
    // From now on it is known which open files are pages: they need not wait for the others.
    if (!this.#isBegun) this.#context.announcer.changed(allPages(this.#context.workspace))
    this.#isBegun = true
    this.#settleKnown()
  }

  cancelled(): boolean {
    return this.#reporter?.token.isCancellationRequested ?? false
  }

  shown(uri: string): void {
    this.#context.announcer.changed([uri])
  }

  end(): void {
    this.#isEnded = true
    this.#reporter?.done()
    const { total } = this.#last
    this.#last = { done: total, total }
    this.#notify()
  }

  #notify(): void {
    void this.#context.connection.sendNotification('biaozhu/indexing', this.#last)
  }
}

/** A corpus.json says something else: another schema makes other suggestions, problems and signs. */
function isDefinedAnew({ corpora }: Snapshot, now: Snapshot): boolean {
  return now.corpora.some(({ root, config }) =>
    corpora.some((each) => each.root === root && each.config !== config),
  )
}

function allPages(workspace: Workspace): readonly string[] {
  return pagesOf(workspace.snapshot())
}

function pagesOf({ corpora }: Snapshot): readonly string[] {
  return corpora.flatMap(({ documents }) => documents.map(({ uri }) => uri))
}

/** In English as the rest of the log. */
function describeReport(report: LoadReport, workspace: Workspace): string {
  const { corpora } = workspace.snapshot()
  const binary = corpora.reduce((sum, corpus) => sum + corpus.binary, 0)
  const tooLarge = corpora.flatMap(({ documents }) =>
    documents.filter(({ state }) => state === 'tooLarge').map(({ path }) => path),
  )
  const parts = [
    `${report.cancelled ? 'Indexing was stopped after' : 'Indexed'} ${report.pages} pages`,
    ...(binary > 0 ? [`${binary} binary files were skipped`] : []),
    ...(report.unreadable > 0 ? [`${report.unreadable} files or folders cannot be read`] : []),
    ...(report.outside.length > 0
      ? [`links that lead out of the folder are not followed: ${report.outside.join(', ')}`]
      : []),
    ...report.faults,
    ...(tooLarge.length > 0 ? [`too large for suggestions: ${tooLarge.join(', ')}`] : []),
  ]
  return showControls(parts.join('; '))
}

function kindOf(type: FileChangeType): FileChange['kind'] {
  if (type === FileChangeType.Created) return 'created'
  return type === FileChangeType.Deleted ? 'deleted' : 'changed'
}

function isExotic(glob: string): boolean {
  return !glob.endsWith('.txt')
}
