/** The query language of search: words, phrases, expressions, and what has to be true of what is found. */

import { hull, type Span } from '../../text/span.ts'
import { t } from '../wording/messages.ts'
import {
  type KeyPart,
  partsOf,
  type QueryFault,
  type QueryKey,
  type QueryPart,
  type Term,
} from './query-parts.ts'

export interface SearchQuery {
  /** All of them stand on the page. */
  readonly terms: readonly Term[]
  /** Of mentions: what is found are mentions then, and the terms stand in them. */
  readonly types: readonly string[]
  readonly statuses: readonly string[]
  readonly owners: readonly string[]
  readonly entities: readonly string[]
  /** All of them. */
  readonly attributes: readonly WantedAttribute[]
  /** Where it stands: in a headline, or in an article, its headline included. */
  readonly inside: Inside | undefined
  /** Words in the headline of its article; one of them fits. */
  readonly articles: readonly string[]
  /** Globs of the page's path; one of them fits. */
  readonly pages: readonly string[]
  readonly date: DateRange | undefined
  readonly isDone: boolean | undefined
  /** At most so many characters between the two terms. */
  readonly near: number | undefined
}

export type Inside = 'headline' | 'article'

export interface WantedAttribute {
  readonly name: string
  /** Any where it is `undefined`. */
  readonly value: string | undefined
}

/** Years, months or days: `2021`, `2021-11`, `2021-11-22`; both ends are part of it. */
export interface DateRange {
  readonly from: string | undefined
  readonly to: string | undefined
}

export const mentionStatuses: readonly string[] = ['accepted', 'suggested', 'rejected']
export const pageStatuses: readonly string[] = ['done', 'open']
export const insides: readonly Inside[] = ['headline', 'article']

export function parseQuery(text: string): SearchQuery | QueryFault {
  const parts = partsOf(text)
  if ('fault' in parts) return parts
  const fault = parts.map(valueFault).find((each) => each !== undefined) ?? faultOf(parts, text)
  return fault ?? queryOf(parts)
}

/** Whether mentions are looked for. */
export function isOfMentions(query: SearchQuery): boolean {
  const { types, statuses, owners, entities, attributes } = query
  return [types, statuses, owners, entities, attributes].some(({ length }) => length > 0)
}

function queryOf(parts: readonly QueryPart[]): SearchQuery {
  const values = (wanted: QueryKey): readonly string[] =>
    parts.flatMap((part) => (part.key === wanted ? [part.value] : []))
  const [date] = values('date')
  const [distance] = values('near')
  const [place] = values('in')
  const statuses = values('status').map((status) => status.toLowerCase())
  return {
    terms: parts.flatMap((part) => (part.key === undefined ? [part.term] : [])),
    types: values('type'),
    statuses: statuses.filter((status) => mentionStatuses.includes(status)),
    owners: values('owner'),
    entities: values('entity'),
    attributes: values('attribute').map(attributeOf),
    inside: insides.find((each) => each === place?.toLowerCase()),
    articles: values('article'),
    pages: values('page'),
    date: date === undefined ? undefined : rangeOf(date),
    isDone: statuses.includes('done') ? true : statuses.includes('open') ? false : undefined,
    near: distance === undefined ? undefined : Number(distance),
  }
}

function attributeOf(text: string): WantedAttribute {
  const [name = '', ...rest] = text.split('=')
  return { name, value: rest.length === 0 ? undefined : rest.join('=') }
}

/** What is wrong with one value. */
function valueFault(part: QueryPart): QueryFault | undefined {
  if (part.key === undefined) return undefined
  const { key, value, at } = part
  const fault = valueFaults[key]?.(value)
  return fault === undefined ? undefined : { fault, at }
}

const valueFaults: Readonly<Partial<Record<QueryKey, (value: string) => string | undefined>>> = {
  status: (value) => unknownWord('status', value, [...mentionStatuses, ...pageStatuses]),
  in: (value) => unknownWord('in', value, insides),
  near: (value) => (/^\d+$/.test(value) ? undefined : t('near: needs a number of characters')),
  attribute: (value) =>
    /^[^=]+(?:=.+)?$/u.test(value)
      ? undefined
      : t('attribute: needs a name, or a name and a value: {0}', 'level=2'),
  date: (value) =>
    rangeOf(value) === undefined
      ? t(
          'date: needs a year, month or day, or two of them: {0}',
          '2021, 2021-05..2022, 2021-11-22..',
        )
      : undefined,
}

function unknownWord(key: string, value: string, known: readonly string[]): string | undefined {
  return known.includes(value.toLowerCase())
    ? undefined
    : t('{0}: knows {1}, and not {2}', key, known.join(', '), value)
}

/** What is wrong with a query whose parts are right. */
function faultOf(parts: readonly QueryPart[], text: string): QueryFault | undefined {
  const ofKey = (key: QueryKey): readonly KeyPart[] =>
    parts.filter((part): part is KeyPart => part.key === key)
  for (const key of ['date', 'near', 'in'] as const) {
    const [, second] = ofKey(key)
    if (second !== undefined) return { fault: t('{0}: may be there once', key), at: second.at }
  }
  const terms = parts.filter(({ key }) => key === undefined)
  if (terms.length === 0 && !isOfMentions(queryOf(parts))) {
    const fault = t(
      'nothing is looked for: a word, a "phrase", an /expression/, or type:, entity:, owner:, attribute:, status:accepted',
    )
    return { fault, at: hull(parts.map(({ at }) => at)) ?? whole(text) }
  }
  const [near] = ofKey('near')
  return near === undefined || terms.length === 2
    ? undefined
    : { fault: t('near: needs two words'), at: near.at }
}

function whole(text: string): Span {
  return { start: 0, end: text.length }
}

const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

function rangeOf(text: string): DateRange | undefined {
  const ends = text.split('..')
  const [from = '', to = from] = ends
  const isRange = ends.length <= 2 && [from, to].every((end) => end === '' || day.test(end))
  if (!isRange || (from === '' && to === '')) return undefined
  return { from: from === '' ? undefined : from, to: to === '' ? undefined : to }
}
