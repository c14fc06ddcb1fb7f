/** What all requests have in common: one snapshot, cancellation, stale answers, and faults. */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node'
import { findPage, type Snapshot } from '../corpus/snapshot/model.ts'
import { showControls } from '../text/controls.ts'

export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError>

export interface Guarded {
  readonly connection: Connection
  readonly snapshot: () => Snapshot
  /**
   * Settles when it is known which files are pages. An editor keeps an answer from before, an empty
   * outline, until the page is edited.
   */
  readonly known: Promise<void>
  /** Resolves when the mentions of a page are known, so that asking for them does not keep others waiting. */
  readonly analysed: (uri: string) => Promise<void>
}

export interface GuardOptions {
  /** The answer needs no mentions, or says what is known of them so far. */
  readonly isAtOnce?: boolean
}

/**
 * Makes a handler of a function over one snapshot, with the page analysed that it is about. Before it answers, a cancellation or an edit that
 * already waits comes first: a cancelled request is not computed, one whose page has changed is
 * answered with ContentModified. An exception is a bug: it is logged with its stack, and the request
 * fails alone.
 */
export function guard(
  { connection, snapshot, known, analysed }: Guarded,
  { isAtOnce = false }: GuardOptions = {},
) {
  return <P, R>(
    name: string,
    answer: (params: P, snapshot: Snapshot, token: CancellationToken) => R | Promise<R>,
  ): Handler<P, R> =>
    async (params, token) => {
      await known
      const taken = snapshot()
      const uri = pageUri(params)
      if (uri !== undefined && !isAtOnce) await analysed(uri)
      await waitingMessage()
      if (token.isCancellationRequested) {
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
      }
      if (uri !== undefined && textOf(taken, uri) !== textOf(snapshot(), uri)) {
        return new ResponseError(LSPErrorCodes.ContentModified, 'The page has changed')
      }
      try {
        return await answer(params, taken, token)
      } catch (error) {
        if (error instanceof ResponseError) return error
        connection.console.error(`${name} failed: ${describe(error)}`)
        return new ResponseError(ErrorCodes.InternalError, `${name} failed`)
      }
    }
}

/** The connection takes one message a turn of the event loop, behind the first turn from here. */
async function waitingMessage(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
}

/** The same for notifications, which have no answer. */
export function guardNotification<P>(
  connection: Connection,
  name: string,
  take: (params: P) => void | Promise<void>,
): (params: P) => Promise<void> {
  return async (params) => {
    try {
      await take(params)
    } catch (error) {
      connection.console.error(`${name} failed: ${describe(error)}`)
    }
  }
}

/** For the log. */
export function describe(error: unknown): string {
  return showControls(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

/** The page that a request is about; it is named in one of two ways. */
function pageUri(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null) return undefined
  const { textDocument, uri }: { textDocument?: unknown; uri?: unknown } = params
  if (textDocument !== undefined) return pageUri(textDocument)
  return typeof uri === 'string' ? uri : undefined
}

function textOf(snapshot: Snapshot, uri: string): string | undefined {
  return findPage(snapshot, uri)?.document.text
}
