/** What comes in from the client before anything else sees it: only what its state and form allow goes on. */
import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver/node'
import { parameterFault } from './parameters.ts'

/** In its place stands what is refused: the connection answers requests only, and by their method. */
const refusedMethod = '$/biaozhu/refused'

interface Refusal {
  readonly code: number
  readonly message: string
}

/**
 * Before `initialize` and after `shutdown` no request is answered and no notification taken, and never one whose
 * parameters have another form than it needs.
 */
export class Gate implements MessageStrategy {
  #state: 'new' | 'open' | 'closed' = 'new'
  readonly #beforeExit: () => Promise<void>

  /** `beforeExit` ends what goes on, before the client's `exit` ends the process. */
  constructor(beforeExit: () => Promise<void>) {
    this.#beforeExit = beforeExit
  }

  /** Has `connection` answer what is refused. */
  answerOn(connection: Pick<Connection, 'onRequest'>): void {
    connection.onRequest(
      refusedMethod,
      ({ code, message }: Refusal) => new ResponseError(code, message),
    )
  }

  handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    if (Message.isRequest(message)) {
      const refusal = this.#refusalOf(message)
      if (refusal === undefined) return next(withParameters(message))
      const refused: RequestMessage = { ...message, method: refusedMethod, params: { ...refusal } }
      return next(refused)
    }
    if (!Message.isNotification(message)) return next(message)
    if (message.method === 'exit') {
      void this.#beforeExit().then(() => next(message))
      return undefined
    }
    return this.#state === 'open' ? next(message) : undefined
  }

  #refusalOf({ method, params }: RequestMessage): Refusal | undefined {
    const isFirst = method === 'initialize'
    if (this.#state === 'new' && !isFirst) {
      return { code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized.' }
    }
    if (this.#state === 'closed') return invalid('The server was shut down.')
    if (this.#state === 'open' && isFirst) return invalid('The server is initialized already.')
    if (method === refusedMethod) {
      return { code: ErrorCodes.MethodNotFound, message: `There is no method ${method}.` }
    }
    const message = parameterFault(method, params)
    if (message !== undefined) return { code: ErrorCodes.InvalidParams, message }
    if (isFirst) this.#state = 'open'
    if (method === 'shutdown') this.#state = 'closed'
    return undefined
  }
}

/** The connection hands parameters on by position: none or an empty list would be none at all to who answers. */
function withParameters(message: RequestMessage): RequestMessage {
  const { params } = message
  const isEmpty =
    params === undefined || params === null || (Array.isArray(params) && params.length === 0)
  return isEmpty ? { ...message, params: {} } : message
}

function invalid(message: string): Refusal {
  return { code: ErrorCodes.InvalidRequest, message }
}
