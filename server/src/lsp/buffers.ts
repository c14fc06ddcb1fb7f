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
import { applyEdit, type Edit, wholeEdit } from '../text/edit.ts'
import { lineIndex } from '../text/lines.ts'
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
  const texts = new Map<string, string>()
  const open = ({ textDocument: { uri, version, text } }: DidOpenTextDocumentParams): void => {
    texts.set(uri, text)
    workspace.apply({ kind: 'open', uri, version, text })
    changed(uri, 'open', text)
  }
  const change = ({ textDocument, contentChanges }: DidChangeTextDocumentParams): void => {
    const { uri, version } = textDocument
    const before = texts.get(uri)
    if (before === undefined) return
    const edits: Edit[] = []
    const text = contentChanges.reduce((textSoFar, change) => {
      const edit = toEdit(textSoFar, change)
      edits.push(edit)
      return applyEdit(textSoFar, edit)
    }, before)
    texts.set(uri, text)
    workspace.apply({ kind: 'text', uri, version, text, edits })
    changed(uri, 'text', text)
  }
  const close = ({ textDocument: { uri } }: DidCloseTextDocumentParams): void => {
    if (!texts.delete(uri)) return
    workspace.apply({ kind: 'close', uri })
    changed(uri, 'close')
  }
  connection.onDidOpenTextDocument(guardNotification(connection, 'didOpen', open))
  connection.onDidChangeTextDocument(guardNotification(connection, 'didChange', change))
  connection.onDidCloseTextDocument(guardNotification(connection, 'didClose', close))
}

/** Total: positions outside the text are clamped, a range that runs backwards is turned round. */
export function toEdit(text: string, change: TextDocumentContentChangeEvent): Edit {
  // A client that sends whole texts: what differs in them was edited.
  if (!('range' in change)) return wholeEdit(text, change.text)
  const lines = lineIndex(text)
  const a = lines.offset(whole(change.range.start))
  const b = lines.offset(whole(change.range.end))
  return { span: { start: Math.min(a, b), end: Math.max(a, b) }, text: change.text }
}

function whole({ line, character }: Position): Position {
  return { line: Math.trunc(line) || 0, character: Math.trunc(character) || 0 }
}
