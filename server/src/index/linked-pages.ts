/** Pages linked to entities, with what each says of initiatives. */
import type { Mention } from '../annotation/record/mention.ts'
import type { PlacedRecord } from '../annotation/record/placed-record.ts'
import { type EntityRow, entityRows } from '../entity/entity-rows.ts'
import { factsOnPage, type PageFacts } from '../entity/initiative-facts.ts'
import { Linker, type RowOfPage } from '../entity/linker.ts'
import type { LinkedPage } from '../entity/on-page.ts'
import type { Page, PageData } from '../page/model.ts'
import { emptyLexicon, type Lexicon } from '../values/lexicon.ts'
import { oncePer } from '../values/once-per.ts'

/** A page as the index reads it. What is derived of it is made when it is asked for. */
export interface IndexedPage {
  readonly path: string
  readonly lexicon: Lexicon
  readonly text: string
  readonly page: Page
  readonly mentions: readonly Mention[]
  readonly annotations: { readonly records: readonly PlacedRecord[] }
  /** Version of the editor's buffer; `undefined` for a page that nobody looks at. */
  readonly version: number | undefined
  /** Whether asking for `mentions` costs nothing. */
  readonly isAnalysed: boolean
  /** Whether it is quick. */
  readonly isPrepared: boolean
}

export interface LinkedRows {
  readonly page: LinkedPage
  readonly rows: readonly EntityRow[]
}

export function linkedRows(indexed: IndexedPage, { newspaper, date }: PageData): LinkedRows {
  const { path, text, page, mentions, annotations, lexicon } = indexed
  const before = made.get(mentions)
  if (before !== undefined && isSame(before.page, { path, newspaper, date })) return before
  const relations = annotations.records.flatMap(({ record }) =>
    record.kind === 'relation' ? [record] : [],
  )
  const linked = { path, text, page, mentions, newspaper, date, lexicon, relations }
  const after = { page: linked, rows: entityRows(linked) }
  made.set(mentions, after)
  return after
}

function isSame(page: LinkedPage, other: Pick<LinkedPage, 'path' | 'newspaper' | 'date'>): boolean {
  return page.path === other.path && page.newspaper === other.newspaper && page.date === other.date
}

/** Mentions are made once for each state of a page. */
const made = new WeakMap<readonly Mention[], LinkedRows>()

export class LinkedPages {
  readonly linker = new Linker()
  readonly #pages = new Map<string, LinkedPage>()

  put(path: string, linked: LinkedRows | undefined): void {
    if (linked === undefined) this.#pages.delete(path)
    else this.#pages.set(path, linked.page)
    this.linker.put(path, linked?.rows)
  }

  /** The lexicon with which a page was read. */
  lexiconOf = (path: string): Lexicon => this.#pages.get(path)?.lexicon ?? emptyLexicon

  /** What one page says of an initiative. */
  factsIn = oncePer(({ page, mentions }: RowOfPage): PageFacts => {
    const linked = this.#pages.get(page)
    const none: PageFacts = { page, date: undefined, related: [], found: [] }
    return linked === undefined ? none : factsOnPage(linked, mentions)
  })
}
