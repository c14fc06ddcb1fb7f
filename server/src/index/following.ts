/** Keeps something up with the pages of a corpus: where it is asked about other pages, it goes there by the difference. */

/** What is kept up. */
export interface Kept<Rows> {
  /** Replaces what a page says; `undefined` for a page that is gone. */
  put(path: string, rows: Rows | undefined): void
}

export class Following<Page extends { readonly path: string }, Rows, K extends Kept<Rows>> {
  readonly #kept: K
  #pages: readonly Page[] = []
  #terms: unknown

  constructor(kept: K) {
    this.#kept = kept
  }

  /**
   * What is kept, made that of `pages`, sorted by path; equal pages are the same objects. `terms` is what else
   * the rows depend on: where it is another one, those of all pages are made again.
   */
  to(pages: readonly Page[], rowsOf: (page: Page) => Rows, terms?: unknown): K {
    if (pages === this.#pages && terms === this.#terms) return this.#kept
    const changes = changesBetween(this.#pages, pages)
    const isAll = terms !== this.#terms
    const changed = isAll ? pages : changes.filter((page) => typeof page !== 'string')
    // All rows first: making them may fail, and then nothing has changed.
    const rows = changed.map((page) => ({ path: page.path, rows: rowsOf(page) }))
    for (const path of changes) if (typeof path === 'string') this.#kept.put(path, undefined)
    for (const page of rows) this.#kept.put(page.path, page.rows)
    this.#pages = pages
    this.#terms = terms
    return this.#kept
  }
}

/** Pages that are new or another object, and paths of those that are gone. Both lists are sorted by path. */
function changesBetween<Page extends { readonly path: string }>(
  before: readonly Page[],
  after: readonly Page[],
): readonly (Page | string)[] {
  const changes: (Page | string)[] = []
  let old = 0
  for (const page of after) {
    let there = before[old]
    if (there === page) {
      old++
      continue
    }
    for (; there !== undefined && there.path < page.path; there = before[++old]) {
      changes.push(there.path)
    }
    if (there?.path === page.path) old++
    if (there !== page) changes.push(page)
  }
  for (const { path } of before.slice(old)) changes.push(path)
  return changes
}
