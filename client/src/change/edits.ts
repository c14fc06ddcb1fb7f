/** Edits of a page while something that was asked for is on its way. */
import { type Disposable, workspace } from 'vscode'
import { fromPosition, uriKey } from '../editor/convert.ts'
import type { TextChange } from './shifted.ts'

export interface Edits extends Disposable {
  /** Since `followEdits` was called, in their order. */
  readonly changes: readonly TextChange[]
}

export function followEdits(uri: string): Edits {
  const changes: TextChange[] = []
  const listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (uriKey(document.uri) !== uriKey(uri)) return
    for (const { range, text } of contentChanges) {
      const [start, end] = [fromPosition(range.start), fromPosition(range.end)]
      changes.push({ range: { start, end }, text })
    }
  })
  return { changes, dispose: () => listener.dispose() }
}
