/** Workspace folders: indexing them with progress, and following what happens to their files. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkDoneProgressServerReporter,
  type WorkspaceFolder,
} from 'vscode-languageserver/node'
import type { FileChange, Loader, LoadReport } from '../corpus/loading/loader.ts'
import type { Sidecars } from '../corpus/saving/sidecars.ts'
import type { Snapshot } from '../corpus/snapshot/model.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import { t } from '../feature/wording/messages.ts'
import type { Announcer } from './announce.ts'
import type { ClientSupport } from './capabilities.ts'
import { guardNotification } from './guard.ts'

export interface FoldersContext {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly loader: Loader
  readonly sidecars: Sidecars
  readonly announcer: Announcer
  readonly support: () => ClientSupport
  /** The setting `biaozhu.pages` of a folder. */
  readonly pages: (uri: string) => readonly string[] | undefined
  /** Hears of each page that the editor has saved. */
  readonly saved: (uri: string) => Promise<void>
}

export interface Folders {
  /** Settles when it is known which files are pages: before they are read, or when they cannot be. */
  readonly known: Promise<void>
  /** Replaces the folders and indexes the new ones. */
  open(folders: readonly WorkspaceFolder[]): Promise<void>
  /** Indexes again, after a setting changed. */
  reload(): Promise<void>
  /** Follows folders and files from now on. */
  follow(): Promise<void>
}

export function createFolders(context: FoldersContext): Folders {
  const { connection, loader, announcer, support, pages } = context
  let folders: readonly WorkspaceFolder[] = []
  let settle = (): void => undefined
  const known = new Promise<void>((resolve) => {
    settle = resolve
  })

  async function reload(): Promise<void> {
    const indexing = startIndexing(context, settle)
    // Before the folders are walked: a file that is made meanwhile is heard of.
    const watching = watch()
    const wanted = folders.map(({ uri, name }) => ({ uri, name, pages: pages(uri) }))
    const report = await loader.load(wanted, indexing).finally(settle)
    indexing.end()
    announcer.changed(allPages(context.workspace))
    connection.console.info(describeReport(report, context.workspace))
    await watching
    await watch()
  }

  async function changed(changes: readonly FileChange[]): Promise<void> {
    const before = context.workspace.snapshot()
    const uris = await loader.changed(changes)
    const isOther = isDefinedAnew(before, context.workspace.snapshot())
    const all = isOther ? [...pagesOf(before), ...allPages(context.workspace)] : []
    if (uris.length > 0) announcer.changed([...new Set([...uris, ...all])])
  }

  let watched: { dispose(): void } | undefined
  let watchedGlobs = ''

  /** Pages may have any name that a corpus.json says: what is watched follows the corpora. */
  async function watch(): Promise<void> {
    if (!support().watching) return
    const { corpora } = context.workspace.snapshot()
    const ofCorpora = corpora.flatMap(({ config }) => config.pages.map((glob) => `**/${glob}`))
    const globs = [
      ...new Set(['**/corpus.json', '**/*.txt', '**/*.anno.jsonl', ...ofCorpora.filter(isExotic)]),
    ]
    if (globs.join('\n') === watchedGlobs) return
    watchedGlobs = globs.join('\n')
    const before = watched
    watched = await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: globs.map((globPattern) => ({ globPattern })),
    })
    before?.dispose()
  }

  async function follow(): Promise<void> {
    connection.onDidChangeWatchedFiles(
      guardNotification(connection, 'didChangeWatchedFiles', ({ changes }) =>
        changed(changes.map(({ uri, type }) => ({ uri, kind: kindOf(type) }))),
      ),
    )
    connection.onDidSaveTextDocument(
      guardNotification(connection, 'didSave', async ({ textDocument: { uri } }) => {
        await changed([{ uri, kind: 'changed' }])
        await context.sidecars.pageSaved(uri)
        await context.saved(uri)
      }),
    )
    if (!support().folders) return
    connection.workspace.onDidChangeWorkspaceFolders(
      guardNotification(connection, 'didChangeWorkspaceFolders', ({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri))
        folders = [...folders.filter(({ uri }) => !gone.has(uri)), ...added]
        return reload()
      }),
    )
  }

  connection.workspace.onDidCreateFiles(({ files }) =>
    take(
      'didCreateFiles',
      files.map(({ uri }) => ({ uri, kind: 'created' })),
    ),
  )
  connection.workspace.onDidDeleteFiles(({ files }) =>
    take(
      'didDeleteFiles',
      files.map(({ uri }) => ({ uri, kind: 'deleted' })),
    ),
  )
  connection.workspace.onDidRenameFiles(({ files }) =>
    take(
      'didRenameFiles',
      files.flatMap(({ oldUri, newUri }) => [
        { uri: oldUri, kind: 'deleted' },
        { uri: newUri, kind: 'created' },
      ]),
    ),
  )
  function take(name: string, changes: readonly FileChange[]): void {
    void guardNotification(connection, name, changed)(changes)
  }

  return {
    known,
    open(wanted) {
      folders = wanted
      return reload()
    },
    reload,
    follow,
  }
}

interface Indexing {
  progress(done: number, total: number): void
  cancelled(): boolean
  shown(uri: string): void
  end(): void
}

/** Progress with a count in the client's own way, and as our notification for its status bar. */
function startIndexing(
  { connection, workspace, announcer, support }: FoldersContext,
  settle: () => void,
): Indexing {
  let reporter: WorkDoneProgressServerReporter | undefined
  let ended = false
  let last = { done: 0, total: 0 }
  const notify = (): void => void connection.sendNotification('biaozhu/indexing', last)
  if (support().progress) {
    connection.window.createWorkDoneProgress().then(
      (created) => {
        if (ended) return
        reporter = created
        reporter.begin(t('Indexing pages'), 0, undefined, true)
      },
      // Without progress the index is as good.
      () => undefined,
    )
  }
  let known = false
  return {
    progress(done, total) {
      last = { done, total }
      const percentage = total === 0 ? 100 : Math.floor((100 * done) / total)
      reporter?.report(percentage, t('{0} of {1}', done, total))
      if (done < total) notify()
      // From now on it is known which open files are pages: they need not wait for the others.
      if (!known) announcer.changed(allPages(workspace))
      known = true
      settle()
    },
    cancelled: () => reporter?.token.isCancellationRequested ?? false,
    shown: (uri) => announcer.changed([uri]),
    end() {
      ended = true
      reporter?.done()
      last = { done: last.total, total: last.total }
      notify()
    },
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
  return [
    `${report.cancelled ? 'Indexing was stopped after' : 'Indexed'} ${report.pages} pages`,
    ...(binary > 0 ? [`${binary} binary files were skipped`] : []),
    ...(report.unreadable > 0 ? [`${report.unreadable} files or folders cannot be read`] : []),
    ...(report.outside.length > 0
      ? [`links that lead out of the folder are not followed: ${report.outside.join(', ')}`]
      : []),
    ...(tooLarge.length > 0 ? [`too large for suggestions: ${tooLarge.join(', ')}`] : []),
  ].join('; ')
}

function kindOf(type: FileChangeType): FileChange['kind'] {
  if (type === FileChangeType.Created) return 'created'
  return type === FileChangeType.Deleted ? 'deleted' : 'changed'
}

function isExotic(glob: string): boolean {
  return !glob.endsWith('.txt')
}
