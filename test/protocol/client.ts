/** A real client of the built server over stdio, for tests: `node dist/server.js --stdio`. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { unpackMarks } from '../../client/src/server/unpack.ts'
import type {
  InitializationOptions,
  Mark,
  Marks,
  Notifications,
  Requests,
} from '../../server/src/protocol.ts'

export const seeds = join(import.meta.dirname, '../../seeds')

/** The built server; another build can be tested by `BIAOZHU_DIST`. */
export const serverFile = join(
  import.meta.dirname,
  '../..',
  process.env['BIAOZHU_DIST'] ?? 'dist',
  'server.js',
)

/** What VS Code's client says it can do, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  window: { workDoneProgress: true },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { resourceOperations: ['rename'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
  },
}

export interface ClientOptions {
  /** Folder of the corpus; by default a fresh copy of `seeds/`. */
  readonly folder?: string
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: InitializationOptions
  /** By default the built one. */
  readonly server?: string
  /** By default this process. */
  readonly processId?: number
  readonly onProgress?: (value: Progress, cancel: () => void) => void
}

/** What `$/progress` reports of the work done. */
export interface Progress {
  readonly kind: 'begin' | 'report' | 'end'
  readonly cancellable?: boolean
  readonly message?: string
}

export interface TestClient {
  readonly connection: MessageConnection
  readonly process: ChildProcess
  readonly answer: InitializeResult
  readonly folder: string
  /** Messages of `window/logMessage`, and requests and notifications by method. */
  readonly log: string[]
  readonly received: { readonly method: string; readonly params: unknown }[]
  /** What on the server's output is not the protocol. */
  readonly faults: unknown[]
  uri(file: string): string
  /** Opens a file with the text on disk, or another one. */
  open(file: string, text?: string): Promise<string>
  change(file: string, version: number, contentChanges: readonly object[]): Promise<void>
  close(file: string): Promise<void>
  standard<T>(method: string, params: object): Promise<T>
  own<M extends keyof Requests>(
    method: M,
    params: Parameters<Requests[M]>[0],
  ): Promise<ReturnType<Requests[M]>>
  /** The marks of a page by its uri, unpacked. */
  marks(uri: string): Promise<UnpackedMarks | null>
  /** Resolves with the next notification of this kind that fits. */
  next<N extends keyof Notifications>(
    method: N,
    fits?: (params: Notifications[N]) => boolean,
  ): Promise<Notifications[N]>
  /** Resolves when `fits` holds; looked at with every message from the server. */
  until(fits: () => boolean): Promise<void>
  /** Has the server stand still while messages are sent: it gets all of them at once, however busy the machine is. */
  together<T>(send: () => T): Promise<T>
  stop(): Promise<void>
}

export type UnpackedMarks = Omit<Marks, 'kinds' | 'data'> & { readonly marks: readonly Mark[] }

/** A copy of `seeds/`, with `more` copies of every page, that is deleted in the end. */
export function copyOfSeeds(more = 0): string {
  const folder = emptyFolder()
  cpSync(seeds, folder, { recursive: true })
  for (const page of readdirSync(seeds).filter((name) => name.endsWith('.txt'))) {
    for (let i = 0; i < more; i++) cpSync(join(seeds, page), join(folder, `${i}-${page}`))
  }
  return folder
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'biaozhu-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Starts a server on a folder; resolves when it has indexed it. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const client = await connect(options)
  const indexed = client.next('biaozhu/indexing', ({ done, total }) => done === total)
  await client.connection.sendNotification('initialized', {})
  await indexed
  return client
}

/** The same without `initialized`: nothing is indexed yet. */
export async function connect(options: ClientOptions = {}): Promise<TestClient> {
  const { folder = copyOfSeeds(), capabilities = fullCapabilities } = options
  const { server = serverFile } = options
  const child = spawn(process.env['BIAOZHU_NODE'] ?? process.execPath, [server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const log: string[] = []
  const received: { method: string; params: unknown }[] = []
  const waiting = new Set<(method: string, params: unknown) => void>()
  const receive = (method: string, params: unknown): null => {
    received.push({ method, params })
    if (method === 'window/logMessage') log.push(JSON.stringify(params))
    for (const take of [...waiting]) take(method, params)
    return null
  }
  connection.onNotification((method, params) => void receive(method, params))
  // What the server asks for is granted: progress, registrations, refreshing.
  connection.onRequest(receive)
  connection.onUnhandledProgress(({ token, value }) =>
    options.onProgress?.(value as Progress, () => {
      void connection.sendNotification('window/workDoneProgress/cancel', { token })
    }),
  )
  const faults: unknown[] = []
  // A server that dies fails the test at once: nobody waits for an answer of it.
  child.once('exit', () => connection.dispose())
  connection.onError(([error]) => faults.push(error))
  connection.listen()
  const root = pathToFileURL(folder).href
  const uri = (file: string): string =>
    `${root}/${file.split('/').map(encodeURIComponent).join('/')}`
  const answer: InitializeResult = await connection.sendRequest('initialize', {
    processId: options.processId ?? process.pid,
    capabilities,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'corpus' }],
    initializationOptions: options.initializationOptions ?? {},
  })
  return {
    connection,
    process: child,
    answer,
    folder,
    log,
    received,
    faults,
    uri,
    async open(file, text = readFileSync(join(folder, file), 'utf8')) {
      const textDocument = { uri: uri(file), languageId: 'newspaper', version: 1, text }
      await connection.sendNotification('textDocument/didOpen', { textDocument })
      return text
    },
    change: (file, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version },
        contentChanges,
      }),
    close: (file) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(file) } }),
    standard: (method, params) => connection.sendRequest(method, params),
    own: (method, params) => connection.sendRequest(method, params),
    async marks(page) {
      const packed = await connection.sendRequest<Marks | null>('biaozhu/marks', { uri: page })
      return packed === null ? null : { ...packed, marks: unpackMarks(packed) }
    },
    next: (wanted, fits = () => true) =>
      new Promise((resolve) => {
        const take = (method: string, params: unknown): void => {
          if (method !== wanted || !fits(params as Notifications[typeof wanted])) return
          waiting.delete(take)
          resolve(params as Notifications[typeof wanted])
        }
        waiting.add(take)
      }),
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!fits()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    async together(send) {
      child.kill('SIGSTOP')
      const sent = send()
      // Messages leave in their order: this one when the others have.
      await connection.sendNotification('$/setTrace', { value: 'off' })
      child.kill('SIGCONT')
      return sent
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await ended
    },
  }
}

/** Where `needle` stands in a text, as a position of the protocol; texts have LF newlines. */
export function positionOf(text: string, needle: string, within = 0) {
  const offset = text.indexOf(needle) + within
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length - 1, character: offset - lineStart }
}
