/** Where the person is on a page, as actions take it. */
import { type Selection, type TextEditor, window } from 'vscode'
import type { AtPlace, OfMention, Position, Range } from '../../../server/src/protocol.ts'
import { fromPosition } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'

export interface Place {
  readonly uri: string
  readonly position: Position
  /** What is selected, in the order of the text; empty for a cursor alone. */
  readonly ranges: readonly Range[]
}

/** `undefined` where the editor in front is no page. */
export function pageEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor
  return editor !== undefined && isPageEditorDocument(editor.document) ? editor : undefined
}

export function placeIn({ document, selection, selections }: TextEditor): Place {
  return {
    uri: document.uri.toString(),
    position: fromPosition(selection.active),
    ranges: [...selections]
      .filter(({ isEmpty }) => !isEmpty)
      .sort((a, b) => a.start.compareTo(b.start))
      .map(rangeOf),
  }
}

/** The mention that is meant: the one that is selected, else the one at the cursor. */
export function targetIn({ uri, position, ranges }: Place): OfMention {
  const [range] = ranges
  return range === undefined ? { uri, position } : { uri, range, position: range.start }
}

/** What is to be marked. */
export function spansIn({ uri, position, ranges }: Place): AtPlace {
  const [range, ...others] = ranges
  if (range === undefined) return { uri, position }
  return others.length === 0 ? { uri, range } : { uri, ranges }
}

function rangeOf({ start, end }: Selection): Range {
  return { start: fromPosition(start), end: fromPosition(end) }
}
