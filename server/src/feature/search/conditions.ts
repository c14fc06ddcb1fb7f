/** What a query demands of pages, mentions and places, as tests. */
import type { Attributes } from '../../annotation/record/record.ts'
import { pageMatcher } from '../../corpus/config/globs.ts'
import type { PageContent } from '../../index/database/page-rows.ts'
import type { IndexedMention, IndexedPage } from '../../index/database/reader.ts'
import { joinedName } from '../../recognition/decided/decisions.ts'
import { fold } from '../../text/fold.ts'
import { containsSpan, type Span } from '../../text/span.ts'
import type { TextHit } from './page-hits.ts'
import type { DateRange, SearchQuery, WantedAttribute } from './query.ts'
import type { SearchedEntities, SearchSource } from './source.ts'

/** What has to be mentioned: of each list one. */
export function mentionedIn(
  source: SearchSource,
  { owners, entities }: SearchQuery,
): readonly SearchedEntities[] {
  return [
    ...owners.map((owner) => ({ entities: source.entitiesOwned(holder(owner)), text: undefined })),
    ...entities.map((name) => ({ entities: source.entitiesNamed(holder(name)), text: name })),
  ]
}

export function mentionTest(
  { types, statuses, attributes }: SearchQuery,
  mentioned: readonly SearchedEntities[],
): (mention: IndexedMention, content: PageContent) => boolean {
  const wantedTypes = new Set(types.map((type) => type.toLowerCase()))
  const wantedStatuses = new Set(statuses)
  const lists = mentioned.map(({ entities, text }) => {
    return { entities, holds: text === undefined ? () => false : holder(text) }
  })
  return (mention, content) => {
    const { type, status, entity, start, end } = mention
    return (
      (wantedTypes.size === 0 || wantedTypes.has(type.toLowerCase())) &&
      (wantedStatuses.size === 0 ? status !== 'rejected' : wantedStatuses.has(status)) &&
      (attributes.length === 0 || hasAttributes(attributesOf(mention, content), attributes)) &&
      lists.every(({ entities, holds }) =>
        entity === undefined
          ? status !== 'rejected' && holds(joinedName(content.text.slice(start, end)))
          : entities.has(entity),
      )
    )
  }
}

export function pageTest({ pages, date }: SearchQuery): (page: IndexedPage) => boolean {
  // A name alone is looked for in all folders.
  const globs = pages.flatMap((glob) => (glob.includes('/') ? [glob] : [glob, `**/${glob}`]))
  const fits = globs.length === 0 ? () => true : pageMatcher(globs)
  return (page) => fits(page.path) && (date === undefined || isIn(date, page.date))
}

/** Takes a hit, and the headlines of its page by number of the article; `undefined` where every place will do. */
export function placeTest({
  inside,
  articles,
}: SearchQuery): ((hit: TextHit, headlines: ReadonlyMap<number, string>) => boolean) | undefined {
  if (inside === undefined && articles.length === 0) return undefined
  const named = articles.map(holder)
  return ({ article, text, logical }, headlines) => {
    if (article === undefined) return false
    const headline = headlines.get(article)
    const isNamed = named.length === 0 || named.some((holds) => holds(headline ?? ''))
    if (!isNamed || inside !== 'headline') return isNamed
    const span = headline === undefined ? undefined : headlineIn(text, headline)
    return span !== undefined && containsSpan(span, logical)
  }
}

function holder(wanted: string): (name: string) => boolean {
  const folded = fold(wanted).text
  return (name) => fold(name).text.includes(folded)
}

function attributesOf(
  { start, end, type }: IndexedMention,
  { attributes }: PageContent,
): Attributes {
  const found = attributes.find(
    (each) => each.start === start && each.end === end && each.type === type,
  )
  return found?.values ?? {}
}

function hasAttributes(given: Attributes, wanted: readonly WantedAttribute[]): boolean {
  return wanted.every(({ name, value }) =>
    Object.entries(given).some(
      ([key, has]) => isSame(key, name) && (value === undefined || isSame(String(has), value)),
    ),
  )
}

function isSame(a: string, b: string): boolean {
  return fold(a).text === fold(b).text
}

/** A page of which only the year is known is in a range that holds a part of that year. */
function isIn({ from, to }: DateRange, date: string | undefined): boolean {
  if (date === undefined) return false
  const isBehind = from === undefined || date.slice(0, from.length) >= from.slice(0, date.length)
  const isBefore = to === undefined || date.slice(0, to.length) <= to.slice(0, date.length)
  return isBehind && isBefore
}

/** Where the headline stands in the text of its article, which breaks it into lines. */
function headlineIn(text: string, headline: string): Span | undefined {
  const [first = ''] = headline
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    const end = endOf(text, start, headline)
    if (end !== undefined) return { start, end }
  }
  return undefined
}

function endOf(text: string, start: number, headline: string): number | undefined {
  let at = start
  for (const character of headline) {
    if (/\s/.test(character)) continue
    while (/\s/.test(text[at] ?? '')) at++
    if (!text.startsWith(character, at)) return undefined
    at += character.length
  }
  return at
}
