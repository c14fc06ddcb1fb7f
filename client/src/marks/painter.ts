/** The decorations of all kinds: makes each once, and shows a page's marks with one call for each kind. */
import { type Disposable, type TextEditor, type TextEditorDecorationType, window } from 'vscode'
import type { Mark, Range } from '../../../server/src/protocol.ts'
import { toRange } from '../editor/convert.ts'
import { type Colours, colourOf, kindOf, knownTypes, overlays, rangesByKind } from './kinds.ts'
import { markStyle, overlayStyle } from './styles.ts'

type Kinds = ReadonlyMap<string, readonly Range[]>

/** What an editor shows; after an edit it is no longer known where the editor has it. */
interface Painted {
  readonly version: number
  readonly kinds: Map<string, readonly Range[]>
}

export class Painter implements Disposable {
  readonly #decorations = new Map<string, TextEditorDecorationType>()
  readonly #painted = new WeakMap<TextEditor, Painted>()

  constructor() {
    // Of two decorations on one character the one made last is seen: the first type comes last.
    for (const type of [...knownTypes].reverse()) {
      for (const status of ['suggested', 'accepted'] as const) this.#mark(type, status)
    }
    for (const overlay of overlays) {
      const decoration = window.createTextEditorDecorationType(overlayStyle(overlay))
      this.#decorations.set(overlay, decoration)
    }
  }

  /** `marks` are those that are to be seen. */
  paint(editor: TextEditor, marks: readonly Mark[], colours: Colours = {}): void {
    for (const { type, status } of marks) this.#mark(type, status, colourOf(type, colours))
    const kinds = rangesByKind(marks, colours)
    for (const kind of this.#decorations.keys()) {
      if (kind !== 'current' && kind !== 'related') this.#set(editor, kind, kinds)
    }
  }

  /** Frames what the cursor is on, or what belongs to that. */
  frame(editor: TextEditor, overlay: 'current' | 'related', ranges: readonly Range[]): void {
    this.#set(editor, overlay, new Map([[overlay, ranges]]))
  }

  dispose(): void {
    for (const decoration of this.#decorations.values()) decoration.dispose()
  }

  /** A call costs time in every window, so that one which changes nothing is left out. */
  #set(editor: TextEditor, kind: string, kinds: Kinds): void {
    const decoration = this.#decorations.get(kind)
    if (decoration === undefined) return
    const { version } = editor.document
    const known = this.#painted.get(editor)
    const painted = known?.version === version ? known : { version, kinds: new Map() }
    if (painted !== known) this.#painted.set(editor, painted)
    const ranges = kinds.get(kind) ?? []
    const before = painted.kinds.get(kind)
    if (before !== undefined && equal(before, ranges)) return
    painted.kinds.set(kind, ranges)
    editor.setDecorations(decoration, ranges.map(toRange))
  }

  #mark(type: string, status: Mark['status'], colour?: string): void {
    const kind = kindOf({ type, status }, colour)
    if (this.#decorations.has(kind)) return
    const style = markStyle(type, status, colour)
    this.#decorations.set(kind, window.createTextEditorDecorationType(style))
  }
}

function equal(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((range, index) => isSame(range, b[index]))
}

function isSame(a: Range, b: Range | undefined): boolean {
  return (
    a.start.line === b?.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  )
}
