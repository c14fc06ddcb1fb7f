/** Marks in the visible editors: asks the server for them and keeps them up to date. */
import { type Disposable, EventEmitter, type TextEditor, type Uri, window, workspace } from 'vscode'
import type { Mark, Marks as PageMarks } from '../../../server/src/protocol.ts'
import { readAddress } from '../article/address.ts'
import { type Articles, articleScheme } from '../article/articles.ts'
import { fromPosition, uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import { areRejectedShown, isOn } from '../server/settings.ts'
import { unpackMarks } from '../server/unpack.ts'
import { visibleMarks } from './kinds.ts'
import { Painter } from './painter.ts'

type ColouredMarks = Pick<PageMarks, 'colours'> & { readonly marks: readonly Mark[] }

export class Marks implements Disposable {
  readonly #server: Server
  readonly #articles: Articles
  readonly #painter = new Painter()
  readonly #shown = new WeakMap<TextEditor, readonly Mark[]>()
  readonly #paints = new EventEmitter<TextEditor>()
  readonly #subscriptions: readonly Disposable[]

  /** An editor shows its marks, which may be other ones than before. */
  readonly onDidPaint = this.#paints.event

  constructor(server: Server, articles: Articles) {
    this.#server = server
    this.#articles = articles
    const all = debounced(() => this.#refreshAll(), 100)
    this.#subscriptions = [
      all,
      this.#painter,
      this.#paints,
      window.onDidChangeVisibleTextEditors(() => this.#refreshAll()),
      workspace.onDidOpenTextDocument(() => all.run()),
      workspace.onDidChangeTextDocument((change) => {
        if (isPageEditorDocument(change.document)) all.run()
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('biaozhu')) return
        this.#refreshAll()
        if (!change.affectsConfiguration('biaozhu.marks.visible')) return
        for (const { document } of window.visibleTextEditors) server.refreshTokens(document)
      }),
      server.onDidChange(() => all.run()),
      server.onDidChangeState(() => all.run()),
      articles.onDidLoad(() => all.run()),
    ]
  }

  /**
   * Asks for the marks of one page at once: to be called behind the answer of a command that changed
   * them, before the server's news of it, which come later for many changes together.
   */
  async refresh(page: string): Promise<void> {
    const editors = window.visibleTextEditors.filter(
      ({ document }) => pageOf(document.uri) === uriKey(page),
    )
    await Promise.all(editors.map((editor) => this.#show(editor)))
  }

  /** The marks that are to be seen in an editor. */
  of(editor: TextEditor): readonly Mark[] {
    return this.#shown.get(editor) ?? []
  }

  /** Frames the mark under the cursor, or the other ends of its relations. */
  frame(...args: Parameters<Painter['frame']>): void {
    this.#painter.frame(...args)
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #refreshAll(): void {
    for (const editor of window.visibleTextEditors) void this.#show(editor)
  }

  async #show(editor: TextEditor): Promise<void> {
    const { document } = editor
    const article = document.uri.scheme === articleScheme
    if (!article && !isPageEditorDocument(document)) {
      // An editor whose language was changed keeps the decorations it had.
      if (document.uri.scheme === 'file') this.#paint(editor, { marks: [] })
      return
    }
    if (!isOn('marks.visible')) return this.#paint(editor, { marks: [] })
    const found = article ? await this.#articles.marks(document.uri) : await this.#pageMarks(editor)
    if (found !== undefined) this.#paint(editor, found)
  }

  /** `undefined` for an answer about another version of the page: the next one is on its way. */
  async #pageMarks({ document, visibleRanges }: TextEditor): Promise<ColouredMarks | undefined> {
    const { uri, version } = document
    const visible = visibleRanges[0]?.start
    const answer = await this.#server.request('biaozhu/marks', {
      uri: uriKey(uri),
      ...(visible === undefined ? {} : { visible: fromPosition(visible) }),
    })
    if (answer === undefined || answer === null) return { marks: [] }
    if (answer.version !== version) return undefined
    return { ...answer, marks: unpackMarks(answer) }
  }

  #paint(editor: TextEditor, { marks, colours }: ColouredMarks): void {
    const visible = visibleMarks(marks, {
      suggestions: isOn('suggestions.visible'),
      rejected: areRejectedShown(),
    })
    this.#shown.set(editor, visible)
    this.#painter.paint(editor, visible, colours)
    this.#paints.fire(editor)
  }
}

/** The page that an editor shows, as text or as an article in order. */
function pageOf(uri: Uri): string {
  const page = uri.scheme === articleScheme ? readAddress(uri.query)?.page : undefined
  return uriKey(page ?? uri)
}
