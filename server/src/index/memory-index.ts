/** The index in memory: all questions, answered for the pages of one snapshot. */
import type { Mention } from '../annotation/record/mention.ts'
import { noDecisions, pagesBetween } from '../entity/decisions.ts'
import { namesInOrder } from '../entity/forms.ts'
import { factsOfPages, type InitiativeFacts } from '../entity/initiative-facts.ts'
import type { LinkReason } from '../entity/link-reason.ts'
import type { Entity, Part, PlacedMention } from '../entity/model.ts'
import { holdsAny } from '../recognition/decided/change.ts'
import { firstIndex } from '../values/sorted.ts'
import { DecidedNames, type NameDecisions } from './decided-names.ts'
import { Following, type Waiting } from './following.ts'
import { hasLetters } from './letters.ts'
import { type IndexedPage, LinkedPages, type LinkedRows, linkedRows } from './linked-pages.ts'
import { MarkedPages, type PageMark, pageMarks } from './marked-pages.ts'
import type { EntityQuery, PageCount, PagesAt, SnapshotIndex } from './model.ts'
import { type PageNames, pageNames } from './page-names.ts'
import { PageTexts, type Signature, signatureOf } from './page-texts.ts'

/**
 * All snapshots of a corpus share what is kept, which shows the pages of one of them. Asked about another one it first
 * goes there by the difference of the pages, so that an answer is always that of the snapshot asked, however old.
 */
export class MemoryIndex<P extends IndexedPage> implements SnapshotIndex<P> {
  readonly #kept: KeptParts<P>
  readonly #at: PagesAt<P>

  /** `analysedLater`: somebody analyses all pages in the background, and questions do not wait for it. */
  constructor(at: PagesAt<P>, { analysedLater = false, kept }: Partial<Beginning<P>> = {}) {
    this.#at = at
    this.#kept = kept ?? keptParts(analysedLater)
  }

  at(pages: PagesAt<P>): MemoryIndex<P> {
    return new MemoryIndex(pages, { kept: this.#kept })
  }

  linkOf(page: string, mention: Mention): readonly LinkReason[] {
    return this.#linked().linkOf(page, mention)
  }

  namesOf(id: string): readonly string[] {
    return this.#linked().linker.namesOf(id)
  }

  rootOf(id: string): string | undefined {
    return this.#linked().linker.rootOf(id)
  }

  entityOf(page: string, mention: Mention): Entity | undefined {
    const { linker } = this.#linked()
    const id = linker.idOf(page, mention)
    return id === undefined ? undefined : linker.entity(id)
  }

  entity(id: string): Entity | undefined {
    return this.#linked().linker.entity(id)
  }

  entityCounts(): ReadonlyMap<string, number> {
    return this.#linked().linker.counts()
  }

  entities({ types, letters = '', from = 0, most = all }: EntityQuery): readonly Entity[] {
    const { linker } = this.#linked()
    const counts = linker.counts()
    const found: Entity[] = []
    let skip = from
    for (const type of types) {
      // Without letters whole lists can be skipped.
      const passed = letters === '' ? Math.min(skip, counts.get(type) ?? 0) : 0
      skip -= passed
      for (const entity of linker.ofType(type, passed)) {
        if (found.length >= most) return found
        if (letters !== '' && !isMatch(entity, letters)) continue
        if (skip > 0) skip--
        else found.push(entity)
      }
    }
    return found
  }

  mentionsOf(id: string, part: Part & { readonly page?: string } = {}): readonly PlacedMention[] {
    const { linker } = this.#linked()
    const { page, from = 0, most = all } = part
    if (page === undefined) return linker.mentions(id, part)
    const { mentions = [] } = linker.rowOn(id, page) ?? {}
    return mentions.slice(from, from + most).map((mention) => ({ page, mention }))
  }

  pagesOf(id: string, { from = 0, most = all }: Part = {}): readonly PageCount[] {
    const rows = this.#linked().linker.rows(id)
    return rows.slice(from, from + most).map(({ page, mentions }) => ({
      page,
      count: mentions.length,
      first: mentions[0]?.spans[0]?.start ?? 0,
    }))
  }

  fullestMention(id: string): PlacedMention | undefined {
    const { linker } = this.#linked()
    const name = linker.entity(id)?.name
    const rows = linker.rows(id)
    const named = rows.find(({ forms }) => forms.some(({ text }) => text === name))
    // A person may have chosen a name that no page has.
    const fullest = named === undefined ? namesInOrder(rows.flatMap(({ forms }) => forms))[0] : name
    const row =
      named ?? rows.find(({ forms }) => forms.some(({ text }) => text === fullest)) ?? rows[0]
    const mention = row?.mentions.find(({ text }) => text === fullest) ?? row?.mentions[0]
    return row === undefined || mention === undefined ? undefined : { page: row.page, mention }
  }

  factsOf(id: string): InitiativeFacts | undefined {
    const { linker, factsIn, lexiconOf } = this.#linked()
    const entity = linker.entity(id)
    if (entity === undefined) return undefined
    const rows = linker.rows(id)
    return factsOfPages(entity.name, rows.map(factsIn), lexiconOf(rows[0]?.page ?? ''))
  }

  isMentioned(text: string): boolean {
    return this.#linked().linker.isForm(text)
  }

  pagesMentioning(text: string): readonly string[] {
    return this.#linked().linker.pagesWith(text)
  }

  pagesHolding(names: ReadonlySet<string>): readonly string[] {
    const { pages } = this.#at
    const texts = this.#kept.texts.to(pages, ({ page }) => signatureOf(page))
    const holds = (path: string): boolean => {
      const page = pages[firstIndex(pages.length, (i) => (pages[i]?.path ?? '') >= path)]
      return page !== undefined && holdsAny(page.page, names)
    }
    return texts.pagesThatMayHold(names).filter(holds).sort()
  }

  pagesWith(mark: PageMark): readonly string[] {
    const { marks } = this.#kept
    return marks
      .to(this.#at.pages, ({ annotations }) => pageMarks(annotations.records))
      .pagesWith(mark)
  }

  nameDecisions(): NameDecisions {
    const { names } = this.#kept
    return names.to(this.#at.pages, ({ annotations }) => pageNames(annotations.records)).decisions
  }

  keepUp(): void {
    const { pages } = this.#at
    if (!this.#kept.analysedLater && !pages.every(({ isPrepared }) => isPrepared)) return
    this.#linked()
    this.#kept.texts.to(pages, ({ page }) => signatureOf(page))
  }

  #linked(): LinkedPages {
    const { pages, dataOf, terms, decisions } = this.#at
    const rowsOf = (page: P) => linkedRows(page, dataOf(page), decisions.apart.get(page.path))
    const waiting = (page: P, before: P | undefined) =>
      waitingOf(page, before, this.#kept.analysedLater)
    const again = pagesBetween(this.#kept.decided.decisions, decisions)
    const links = this.#kept.links.to(pages, rowsOf, { terms, waiting, again })
    links.linker.decide(decisions)
    this.#kept.decided.decisions = decisions
    return links
  }
}

/**
 * A name that was decided may stand on most pages, whose suggestions are all made again: of those that nobody looks at
 * the old ones, in the same text, are shown until somebody has made the new ones. With `analysedLater` a question does
 * not wait for a new text either: nothing is said of it until it is analysed, as what was said of the old one may be
 * wrong by now.
 */
function waitingOf<P extends IndexedPage>(
  page: P,
  before: P | undefined,
  analysedLater: boolean,
): Waiting<P> | undefined {
  if (page.isAnalysed || (page.version !== undefined && page.isPrepared)) return undefined
  const isSame = page.text === before?.text && page.annotations === before.annotations
  if (isSame && page.version === undefined) return { shown: before }
  return analysedLater ? { shown: isSame ? before : undefined } : undefined
}

const all = Number.POSITIVE_INFINITY

function isMatch({ name, aliases }: Entity, letters: string): boolean {
  return hasLetters(name, letters) || aliases.some((alias) => hasLetters(alias, letters))
}

interface Beginning<P extends IndexedPage> {
  readonly analysedLater: boolean
  /** Of another snapshot. */
  readonly kept: KeptParts<P>
}

type KeptParts<P extends IndexedPage> = ReturnType<typeof keptParts<P>>

/** Each follows by itself: a question brings up to date only what it needs. */
function keptParts<P extends IndexedPage>(analysedLater: boolean) {
  return {
    analysedLater,
    /** Those that `links` obey. */
    decided: { decisions: noDecisions },
    links: new Following<P, LinkedRows, LinkedPages>(new LinkedPages()),
    texts: new Following<P, Signature, PageTexts>(new PageTexts()),
    marks: new Following<P, readonly PageMark[], MarkedPages>(new MarkedPages()),
    names: new Following<P, PageNames, DecidedNames>(new DecidedNames()),
  }
}
