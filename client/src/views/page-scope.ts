/** Whether a view shows the whole corpus or the page in front, which it then follows; kept over a reload. */
import { commands, type Disposable, l10n, type Memento } from 'vscode'
import { uriKey } from '../editor/convert.ts'
import { PageInFront } from '../editor/page-in-front.ts'
import { Choice } from './choice.ts'
import { pageWord } from './page-word.ts'

const scopes = ['corpus', 'page'] as const

/** Those of all views, and the command that switches them together. */
export class PageScopes implements Disposable {
  readonly #front = new PageInFront()
  readonly #remembered: Memento
  readonly #all: PageScope[] = []
  readonly #command: Disposable

  constructor(remembered: Memento) {
    this.#remembered = remembered
    this.#command = commands.registerCommand('biaozhu.switchScope', async () => {
      const scope = this.#all.every(({ isPage }) => isPage) ? 'corpus' : 'page'
      for (const each of this.#all) await each.set(scope)
    })
  }

  /** That of a view by its id; `changed`: another page, or all of them, is to be shown. */
  of(view: string, changed: () => void): PageScope {
    const scope = new PageScope(view, {
      front: this.#front,
      remembered: this.#remembered,
      changed,
    })
    this.#all.push(scope)
    return scope
  }

  dispose(): void {
    this.#command.dispose()
    for (const scope of this.#all) scope.dispose()
    this.#front.dispose()
  }
}

interface ScopeParts {
  readonly front: PageInFront
  readonly remembered: Memento
  readonly changed: () => void
}

export class PageScope implements Disposable {
  readonly #choice: Choice<(typeof scopes)[number]>
  readonly #front: PageInFront
  readonly #following: Disposable

  constructor(view: string, { front, remembered, changed }: ScopeParts) {
    this.#front = front
    this.#choice = new Choice(`${view}.scope`, scopes, { remembered, changed })
    this.#following = front.onDidChange(() => {
      if (this.isPage) changed()
    })
  }

  set(scope: (typeof scopes)[number]): Promise<void> {
    return this.#choice.set(scope)
  }

  get isPage(): boolean {
    return this.#choice.value === 'page'
  }

  /** Of the only page that is shown; `undefined` for all pages, or where none has been in front yet. */
  get uri(): string | undefined {
    return this.isPage ? this.#front.uri : undefined
  }

  /** A page is wanted, and none has been in front yet. */
  get isEmpty(): boolean {
    return this.isPage && this.#front.uri === undefined
  }

  /** Whether what stands on this page is shown. */
  includes(uri: string): boolean {
    return !this.isPage || uriKey(uri) === this.#front.uri
  }

  /** For the view's title; empty for the corpus. `pages` are some whose names are known. */
  description(pages: Iterable<{ readonly uri: string; readonly label: string }>): string {
    if (!this.isPage) return ''
    const { uri } = this.#front
    if (uri === undefined) return l10n.t('No page is open')
    return l10n.t('This page: {0}', pageWord(uri, pages, uriKey))
  }

  dispose(): void {
    this.#following.dispose()
  }
}
