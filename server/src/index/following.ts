/** Keeps something up with the pages of a corpus: where it is asked about other pages, it goes there by the difference. */

/** What is kept up. */
export interface Kept<Rows> {
  /** Replaces what a page says; `undefined` for a page that is gone. */
  put(path: string, rows: Rows | undefined): void
}

export interface Terms<Page> {
  /** What else the rows depend on: where it is another one, those of all pages are made again. */
  readonly terms?: unknown
  /** Where a page may wait for its rows: what is shown of it until then, itself as it was before or nothing. */
  readonly waiting?: (page: Page, before: Page | undefined) => Waiting<Page> | undefined
  /** Paths of pages whose rows are made again, though the pages are the same. */
  readonly again?: ReadonlySet<string>
}

export interface Waiting<Page> {
  readonly shown: Page | undefined
}

export class Following<Page extends { readonly path: string }, Rows, K extends Kept<Rows>> {
  readonly #kept: K
  /** The pages whose rows are kept. */
  #pages: readonly Page[] = []
  #terms: unknown

  constructor(kept: K) {
    this.#kept = kept
  }

  /** What is kept, made that of `pages`: sorted by path, equal pages the same objects. */
  to(
    pages: readonly Page[],
    rowsOf: (page: Page) => Rows,
    { terms, waiting, again = none }: Terms<Page> = {},
  ): K {
    if (pages === this.#pages && terms === this.#terms && again.size === 0) return this.#kept
    const changes = changesBetween(this.#pages, pages)
    const insteadOf = new Map<string, Waiting<Page>>()
    for (const { path, before, after } of changes) {
      const instead = after === undefined ? undefined : waiting?.(after, before)
      if (instead !== undefined) insteadOf.set(path, instead)
    }
    const shown =
      insteadOf.size === 0
        ? pages
        : pages.flatMap((page) => {
            const instead = insteadOf.get(page.path)
            return instead === undefined ? page : (instead.shown ?? [])
          })
    const gone = changes.filter(
      ({ path, before, after }) =>
        before !== undefined &&
        (after === undefined || (insteadOf.has(path) && insteadOf.get(path)?.shown === undefined)),
    )
    const changed =
      terms === this.#terms
        ? changes.flatMap(({ path, after }) =>
            after === undefined || insteadOf.has(path) ? [] : after,
          )
        : shown
    const same = again.size === 0 ? [] : shown.filter(({ path }) => again.has(path))
    // All rows first: making them may fail, and then nothing has changed.
    const rows = [...new Set([...changed, ...same])].map((page) => ({
      path: page.path,
      rows: rowsOf(page),
    }))
    for (const { path } of gone) this.#kept.put(path, undefined)
    for (const page of rows) this.#kept.put(page.path, page.rows)
    this.#pages = shown
    this.#terms = terms
    return this.#kept
  }
}

const none: ReadonlySet<string> = new Set()

interface PageChange<Page> {
  readonly path: string
  /** `undefined` for a page that is new. */
  readonly before: Page | undefined
  /** `undefined` for one that is gone. */
  readonly after: Page | undefined
}

/** Both lists are sorted by path. */
function changesBetween<Page extends { readonly path: string }>(
  pages: readonly Page[],
  now: readonly Page[],
): readonly PageChange<Page>[] {
  const changes: PageChange<Page>[] = []
  let at = 0
  for (const after of now) {
    let before = pages[at]
    if (before === after) {
      at++
      continue
    }
    const { path } = after
    for (; before !== undefined && before.path < path; before = pages[++at]) {
      changes.push({ path: before.path, before, after: undefined })
    }
    const isThere = before?.path === path
    if (isThere) at++
    if (before !== after) changes.push({ path, before: isThere ? before : undefined, after })
  }
  for (const before of pages.slice(at)) {
    changes.push({ path: before.path, before, after: undefined })
  }
  return changes
}
