/** Pages linked to entities, with what each says of initiatives. */
import type { Mention } from '../annotation/record/mention.ts'
import type { PlacedRecord } from '../annotation/record/placed-record.ts'
import { type EntityRow, entityRows } from '../entity/entity-rows.ts'
import { factsOnPage, type PageFacts } from '../entity/initiative-facts.ts'
import { type LinkReason, linkReasons } from '../entity/link-reason.ts'
import { Linker } from '../entity/linker.ts'
import type { RowOfPage } from '../entity/name-tree.ts'
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

/** `apart`: names of which people say that they are no short form of another one here. */
export function linkedRows(
  indexed: IndexedPage,
  { newspaper, date }: PageData,
  apart?: ReadonlySet<string>,
): LinkedRows {
  const { path, text, page, mentions, annotations, lexicon } = indexed
  const before = made.get(mentions)
  if (before !== undefined && isSame(before.page, { path, newspaper, date, apart })) return before
  const relations = annotations.records.flatMap(({ record }) =>
    record.kind === 'relation' ? [record] : [],
  )
  const linked = { path, text, page, mentions, newspaper, date, lexicon, relations, apart }
  const after = { page: linked, rows: rowsAsBefore(linked) ?? entityRows(linked) }
  made.set(mentions, after)
  lately = [after, ...lately.filter((each) => each.page.path !== path).slice(0, mostLately - 1)]
  return after
}

/** Pages that were linked last: of ten thousand mentions one action changes one, and often not what links it. */
let lately: readonly LinkedRows[] = []
const mostLately = 8

/** Those of the page as it was before where its mentions say the same; with the mentions of now. */
function rowsAsBefore(linked: LinkedPage): readonly EntityRow[] | undefined {
  const before = lately.find(({ page }) => isSame(page, linked))
  if (before === undefined || !areLinkedAlike(before.page, linked)) return undefined
  const changed = new Map<Mention, Mention>()
  for (const [i, mention] of linked.mentions.entries()) {
    const old = before.page.mentions[i]
    if (old !== undefined && old !== mention) changed.set(old, mention)
  }
  if (changed.size === 0) return before.rows
  return before.rows.map((row) => {
    if (!row.mentions.some((mention) => changed.has(mention))) return row
    return { ...row, mentions: row.mentions.map((mention) => changed.get(mention) ?? mention) }
  })
}

/** Whether all that decides which mentions are one thing is the same. */
function areLinkedAlike(a: LinkedPage, b: LinkedPage): boolean {
  const { relations = [] } = b
  return (
    a.text === b.text &&
    a.page === b.page &&
    a.lexicon === b.lexicon &&
    (a.relations ?? []).length === relations.length &&
    relations.every((relation, i) => relation === a.relations?.[i]) &&
    a.mentions.length === b.mentions.length &&
    b.mentions.every((mention, i) => isNamedAlike(mention, a.mentions[i]))
  )
}

function isNamedAlike(a: Mention, b: Mention | undefined): boolean {
  if (a === b) return true
  return (
    a.type === b?.type &&
    a.text === b.text &&
    a.article === b.article &&
    (a.status === 'rejected') === (b.status === 'rejected') &&
    a.record?.entity === b.record?.entity &&
    a.record?.coreference === b.record?.coreference &&
    a.spans.length === b.spans.length &&
    a.spans.every(({ start, end }, i) => start === b.spans[i]?.start && end === b.spans[i]?.end)
  )
}

function isSame(
  page: LinkedPage,
  { path, newspaper, date, apart }: Pick<LinkedPage, 'path' | 'newspaper' | 'date' | 'apart'>,
): boolean {
  return (
    page.path === path &&
    page.newspaper === newspaper &&
    page.date === date &&
    (page.apart === apart || isSameSet(page.apart, apart))
  )
}

function isSameSet(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()) {
  return a.size === b.size && [...a].every((each) => b.has(each))
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

  /** Why a mention belongs to its entity; empty for one that is rejected or not there. */
  linkOf(path: string, mention: Mention): readonly LinkReason[] {
    const way = this.linker.wayOf(path, mention)
    return way === undefined ? [] : linkReasons(mention, way, this.lexiconOf(path))
  }

  /** What one page says of an initiative. */
  factsIn = (row: RowOfPage): PageFacts => {
    const { page } = row
    const linked = this.#pages.get(page)
    const none: PageFacts = { page, date: undefined, related: [], found: [], parts: [] }
    return linked === undefined ? none : factsOf(linked)(row)
  }
}

/** What is said near by counts too: of a page that has changed in anything nothing is remembered. */
const factsOf = oncePer((linked: LinkedPage) =>
  oncePer(({ mentions }: RowOfPage) => factsOnPage(linked, mentions)),
)
