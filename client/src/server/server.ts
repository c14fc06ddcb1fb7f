/** The server as the rest of the extension sees it: start, stop, typed questions and news. */
import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode'
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node'
import type {
  ClientNotifications,
  CommandName,
  CommandTraits,
  InitializationOptions,
  Notifications,
  Requests,
  ServerTraits,
} from '../../../server/src/protocol.ts'
import { serverSettings } from './settings.ts'

export type ServerState = 'stopped' | 'starting' | 'running' | 'failed'

export class Server implements Disposable {
  readonly #context: ExtensionContext
  readonly #log: LogOutputChannel
  readonly #middleware: Middleware
  readonly #states = new EventEmitter<ServerState>()
  readonly #changes = new EventEmitter<Notifications['biaozhu/changed']>()
  readonly #indexing = new EventEmitter<Notifications['biaozhu/indexing']>()
  readonly #saving = new EventEmitter<Notifications['biaozhu/saving']>()
  readonly #exchanging = new EventEmitter<Notifications['biaozhu/exchanging']>()
  #client: LanguageClient | undefined
  #state: ServerState = 'stopped'
  #progress: string | number | undefined

  readonly onDidChangeState = this.#states.event
  readonly onDidChange = this.#changes.event
  readonly onDidIndex = this.#indexing.event
  readonly onSaving = this.#saving.event
  /** How far an export or import is. */
  readonly onExchange = this.#exchanging.event

  constructor(context: ExtensionContext, log: LogOutputChannel, middleware: Middleware) {
    this.#context = context
    this.#log = log
    this.#middleware = middleware
  }

  get state(): ServerState {
    return this.#state
  }

  hasCommand(name: string): name is CommandName {
    return Object.hasOwn(this.#commands, name)
  }

  /** What the server says of a command. */
  traitsOf(name: CommandName): CommandTraits {
    return this.#commands[name] ?? {}
  }

  /** Never rejects: a server that cannot start leaves the state `failed` and the reason in the log. */
  async start(): Promise<void> {
    if (this.#client !== undefined) return
    const client = this.#create()
    this.#client = client
    this.#become('starting')
    try {
      await client.start()
      if (this.#client === client && this.#state === 'starting') this.#become('running')
    } catch (error) {
      this.#fail(client, error)
    }
  }

  async stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#become('stopped')
    // A client whose start failed cannot be stopped, and need not be.
    await client?.dispose().catch((error: unknown) => this.#log.debug(String(error)))
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** `undefined` when there is no answer: no server, a crash on the way, a cancelled request. */
  async request<M extends keyof Requests>(
    method: M,
    params: Parameters<Requests[M]>[0],
    token?: CancellationToken,
  ): Promise<ReturnType<Requests[M]> | undefined> {
    if (this.#client === undefined || this.#state !== 'running') return undefined
    try {
      // A token that is not there would be sent as a parameter.
      return token === undefined
        ? await this.#client.sendRequest<ReturnType<Requests[M]>>(method, params)
        : await this.#client.sendRequest<ReturnType<Requests[M]>>(method, params, token)
    } catch (error) {
      this.#log.debug(`${method}: ${String(error)}`)
      return undefined
    }
  }

  async notify<M extends keyof ClientNotifications>(
    method: M,
    params: ClientNotifications[M],
  ): Promise<void> {
    if (this.#state !== 'running') return
    await this.#client?.sendNotification(method, params)
  }

  /** The server works at something that takes a while: its token, `undefined` when that has ended. */
  set progress(token: string | number | undefined) {
    this.#progress = token
  }

  /** Tells the server that the person does not want to wait for that work. */
  async cancelProgress(): Promise<void> {
    const token = this.#progress
    if (token === undefined) return
    await this.#client?.sendNotification('window/workDoneProgress/cancel', { token })
  }

  /** Makes the editor ask for the semantic tokens of a document again. */
  refreshTokens(document: TextDocument): void {
    const feature = this.#client?.getFeature('textDocument/semanticTokens')
    feature?.getProvider(document)?.onDidChangeSemanticTokensEmitter.fire()
  }

  dispose(): void {
    void this.stop()
    for (const emitter of [
      this.#states,
      this.#changes,
      this.#indexing,
      this.#saving,
      this.#exchanging,
    ]) {
      emitter.dispose()
    }
  }

  get #commands(): ServerTraits['commands'] {
    const traits: ServerTraits | undefined =
      this.#client?.initializeResult?.capabilities.experimental
    return traits?.commands ?? {}
  }

  #create(): LanguageClient {
    const module = this.#context.asAbsolutePath('dist/server.js')
    const initializationOptions: InitializationOptions = {
      locale: env.language,
      storage: this.#context.globalStorageUri.fsPath,
      ownCommands: true,
      ...serverSettings(),
    }
    const options: LanguageClientOptions = {
      // The server reads files itself, so it can only serve those of this machine.
      documentSelector: [
        { scheme: 'file', language: 'newspaper' },
        { scheme: 'file', pattern: '**/corpus.json' },
      ],
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          this.#fail(client, 'The server ended by itself.')
          return { action: CloseAction.DoNotRestart, handled: true }
        },
      },
      middleware: this.#middleware,
      // Cards run this command of ours and no other one, whatever a page or a note says.
      markdown: { isTrusted: { enabledCommands: ['biaozhu.actOnMention'] } },
    }
    const server = { module, transport: TransportKind.ipc }
    const client: LanguageClient = new QuietClient('biaozhu', 'Biaozhu', server, options)
    client.onNotification('biaozhu/changed', (change) => this.#changes.fire(change))
    client.onNotification('biaozhu/indexing', (step) => this.#indexing.fire(step))
    client.onNotification('biaozhu/saving', (fault) => this.#saving.fire(fault))
    client.onNotification('biaozhu/exchanging', (step) => this.#exchanging.fire(step))
    return client
  }

  #fail(client: LanguageClient, reason: unknown): void {
    if (this.#client !== client || this.#state === 'failed') return
    this.#log.error(String(reason))
    this.#become('failed')
  }

  #become(state: ServerState): void {
    if (this.#state === state) return
    this.#state = state
    this.#states.fire(state)
  }
}

/** Errors go to the log; the person is told once, by the status bar item's report. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }
}
