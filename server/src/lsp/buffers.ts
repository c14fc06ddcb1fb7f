/** The texts of open editors, kept from the client's edits and handed to the workspace whole. */
import type {
  Connection,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import type { Edit } from '../text/edit.ts'
import { EditedText } from '../text/edited-text.ts'
import { defined } from '../values/defined.ts'
import { guardNotification } from './guard.ts'

/**
 * Follows open, change and close. A change of a file that was never opened is ignored. `changed` is
 * called after each, with the text except after close.
 */
export function followBuffers(
  connection: Connection,
  workspace: Workspace,
  changed: (uri: string, kind: 'open' | 'text' | 'close', text?: string) => void,
): void {
  const buffers = new Map<string, EditedText>()
  const open = ({ textDocument: { uri, version, text } }: DidOpenTextDocumentParams): void => {
    buffers.set(uri, new EditedText(text))
    workspace.apply({ kind: 'open', uri, version, text })
    changed(uri, 'open', text)
  }
  const change = ({ textDocument, contentChanges }: DidChangeTextDocumentParams): void => {
    const { uri, version } = textDocument
    const before = buffers.get(uri)
    if (before === undefined) return
    const { buffer, edits } = edited(before, contentChanges)
    buffers.set(uri, buffer)
    const text = buffer.text()
    workspace.apply({ kind: 'text', uri, version, text, ...defined({ edits }) })
    changed(uri, 'text', text)
  }
  const close = ({ textDocument: { uri } }: DidCloseTextDocumentParams): void => {
    if (!buffers.delete(uri)) return
    workspace.apply({ kind: 'close', uri })
    changed(uri, 'close')
  }
  connection.onDidOpenTextDocument(guardNotification(connection, 'didOpen', open))
  connection.onDidChangeTextDocument(guardNotification(connection, 'didChange', change))
  connection.onDidCloseTextDocument(guardNotification(connection, 'didClose', close))
}

/**
 * The buffer after all changes of one message, each of which counts in the text that the one before it left. No
 * `edits` where a client sent a whole text: of 富润富润 that became 富润 nobody knows which of the two went.
 */
export function edited(
  before: EditedText,
  changes: readonly TextDocumentContentChangeEvent[],
): { readonly buffer: EditedText; readonly edits?: readonly Edit[] } {
  let buffer = before
  const edits: Edit[] = []
  let isExact = true
  for (const change of changes) {
    if (!('range' in change)) {
      isExact &&= change.text === buffer.text()
      buffer = new EditedText(change.text)
      continue
    }
    const { start, end } = change.range
    const edit = buffer.edit({ start: whole(start), end: whole(end) }, change.text)
    buffer.apply(edit)
    edits.push(edit)
  }
  return isExact ? { buffer, edits } : { buffer }
}

function whole({ line, character }: Position): Position {
  return { line: Math.trunc(line) || 0, character: Math.trunc(character) || 0 }
}
