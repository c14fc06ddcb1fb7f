/** Marks in the visible editors: asks the server for them and keeps them up to date. */
import {
  type Disposable,
  type TextEditor,
  type TextEditorDecorationType,
  window,
  workspace,
} from 'vscode'
import type { Mark, Marks as PageMarks } from '../../../server/src/protocol.ts'
import { type Articles, articleScheme } from '../article/articles.ts'
import type { Server } from '../client.ts'
import { toRange, uriKey } from '../convert.ts'
import { debounced } from '../debounced.ts'
import { isPageEditorDocument } from '../language.ts'
import { isOn } from '../settings.ts'
import { type Colours, colourOf, kindOf, knownTypes, rangesByKind } from './kinds.ts'
import { markStyle } from './styles.ts'

type ColouredMarks = Pick<PageMarks, 'marks' | 'colours'>

export class Marks implements Disposable {
  readonly #server: Server
  readonly #articles: Articles
  readonly #decorations = new Map<string, TextEditorDecorationType>()
  readonly #subscriptions: readonly Disposable[]

  constructor(server: Server, articles: Articles) {
    this.#server = server
    this.#articles = articles
    // Of two decorations on one character the one made last is seen: the first type comes last.
    for (const type of [...knownTypes].reverse()) {
      for (const status of ['suggested', 'accepted'] as const) this.#decoration(type, status)
    }
    const all = debounced(() => this.refresh(), 100)
    this.#subscriptions = [
      all,
      window.onDidChangeVisibleTextEditors(() => this.refresh()),
      workspace.onDidOpenTextDocument(() => all.run()),
      workspace.onDidChangeTextDocument((change) => {
        if (isPageEditorDocument(change.document)) all.run()
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('biaozhu')) return
        this.refresh()
        if (!change.affectsConfiguration('biaozhu.marks.visible')) return
        for (const { document } of window.visibleTextEditors) server.refreshTokens(document)
      }),
      server.onDidChange(() => all.run()),
      server.onDidChangeState(() => all.run()),
      articles.onDidLoad(() => all.run()),
    ]
  }

  refresh(): void {
    for (const editor of window.visibleTextEditors) void this.#show(editor)
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
    for (const decoration of this.#decorations.values()) decoration.dispose()
  }

  async #show(editor: TextEditor): Promise<void> {
    const { document } = editor
    const article = document.uri.scheme === articleScheme
    if (!article && !isPageEditorDocument(document)) {
      // An editor whose language was changed keeps the decorations it had.
      if (document.uri.scheme === 'file') this.#apply(editor, [])
      return
    }
    if (!isOn('marks.visible')) return this.#apply(editor, [])
    const found = article
      ? await this.#articles.marks(document.uri)
      : await this.#pageMarks(uriKey(document.uri), document.version)
    if (found !== undefined) this.#apply(editor, found.marks, found.colours)
  }

  /** `undefined` for an answer about another version of the page: the next one is on its way. */
  async #pageMarks(uri: string, version: number): Promise<ColouredMarks | undefined> {
    const answer = await this.#server.request('biaozhu/marks', { uri })
    if (answer === undefined || answer === null) return { marks: [] }
    return answer.version === version ? answer : undefined
  }

  #apply(editor: TextEditor, marks: readonly Mark[], colours: Colours = {}): void {
    for (const { type, status } of marks) this.#decoration(type, status, colourOf(type, colours))
    const kinds = rangesByKind(marks, isOn('suggestions.visible'), colours)
    for (const [kind, decoration] of this.#decorations) {
      editor.setDecorations(decoration, (kinds.get(kind) ?? []).map(toRange))
    }
  }

  #decoration(type: string, status: Mark['status'], colour?: string): TextEditorDecorationType {
    const kind = kindOf({ type, status }, colour)
    const known = this.#decorations.get(kind)
    if (known !== undefined) return known
    const made = window.createTextEditorDecorationType(markStyle(type, status, colour))
    this.#decorations.set(kind, made)
    return made
  }
}
