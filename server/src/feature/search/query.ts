/** The query language of search: words, phrases, expressions, and what has to be true of what is found. */

export interface SearchQuery {
  /** All of them stand on the page. */
  readonly terms: readonly Term[]
  /** Of mentions: what is found are mentions then, and the terms stand in them. */
  readonly types: readonly string[]
  readonly statuses: readonly string[]
  readonly owners: readonly string[]
  readonly entities: readonly string[]
  /** Globs of the page's path; one of them fits. */
  readonly pages: readonly string[]
  readonly date: DateRange | undefined
  readonly isDone: boolean | undefined
  /** At most so many characters between the two terms. */
  readonly near: number | undefined
}

export type Term =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string; readonly flags: string }

/** Years, months or days: `2021`, `2021-11`, `2021-11-22`; both ends are part of it. */
export interface DateRange {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** A query, or what is wrong with it: English, one sentence without its stop. */
export function parseQuery(text: string): SearchQuery | string {
  const parts = partsOf(text)
  if (typeof parts === 'string') return parts
  const terms = parts.flatMap(({ key, term }) =>
    key === undefined && term !== undefined ? [term] : [],
  )
  const values = (wanted: string): readonly string[] =>
    parts.flatMap(({ key, value }) => (key === wanted && value !== undefined ? [value] : []))
  const [date, ...otherDates] = values('date')
  const range = date === undefined ? undefined : rangeOf(date)
  const [distance, ...otherDistances] = values('near')
  const near = distance === undefined ? undefined : Number(distance)
  const statuses = values('status')
  const query: SearchQuery = {
    terms,
    types: values('type'),
    statuses: statuses.filter((status) => mentionStatuses.has(status)),
    owners: values('owner'),
    entities: values('entity'),
    pages: values('page'),
    date: typeof range === 'string' ? undefined : range,
    isDone: statuses.includes('done') ? true : statuses.includes('open') ? false : undefined,
    near,
  }
  if (typeof range === 'string') return range
  if (otherDates.length + otherDistances.length > 0) return 'date: and near: may be there once'
  const unknown = statuses.find((each) => !mentionStatuses.has(each) && !pageStatuses.has(each))
  if (unknown !== undefined) {
    return `status: knows ${[...mentionStatuses, ...pageStatuses].join(', ')}, and not ${unknown}`
  }
  return faultOf(query) ?? query
}

/** Whether mentions are looked for. */
export function isOfMentions({ types, statuses, owners, entities }: SearchQuery): boolean {
  return [types, statuses, owners, entities].some(({ length }) => length > 0)
}

const mentionStatuses: ReadonlySet<string> = new Set(['accepted', 'suggested', 'rejected'])
const pageStatuses: ReadonlySet<string> = new Set(['done', 'open'])
const keys: ReadonlySet<string> = new Set([
  'type',
  'owner',
  'entity',
  'status',
  'page',
  'date',
  'near',
])

function faultOf(query: SearchQuery): string | undefined {
  const { terms, near } = query
  if (terms.length === 0 && !isOfMentions(query)) {
    return 'nothing is looked for: a word, a "phrase", an /expression/, or type:, entity:, owner:, status:accepted'
  }
  if (near === undefined) return undefined
  if (!Number.isInteger(near) || near < 0) return 'near: needs a number of characters'
  return terms.length === 2 ? undefined : 'near: needs two words'
}

interface QueryPart {
  readonly key?: string
  readonly value?: string
  readonly term?: Term
}

const partForm =
  /\s*(?:(?<key>[a-zA-Z]+)[:\uff1a](?:"(?<quotedValue>[^"]*)"|(?<value>[^\s"]+))|"(?<phrase>[^"]*)"|\/(?<source>(?:\\.|[^\\/])+)\/(?<flags>[a-z]*)(?=\s|$)|(?![a-zA-Z]+[:\uff1a])(?<word>[^\s"/][^\s"]*))/uy

function partsOf(text: string): readonly QueryPart[] | string {
  const parts: QueryPart[] = []
  const trimmed = text.trim()
  partForm.lastIndex = 0
  for (let at = 0; at < trimmed.length; at = partForm.lastIndex) {
    partForm.lastIndex = at
    const groups = partForm.exec(trimmed)?.groups
    if (groups === undefined) return `this is not understood: ${trimmed.slice(at).trim()}`
    const part = partOf(groups)
    if (typeof part === 'string') return part
    parts.push(part)
  }
  return parts
}

function partOf(groups: Readonly<Record<string, string | undefined>>): QueryPart | string {
  const { key, quotedValue, value, phrase, source, flags = '', word } = groups
  if (key !== undefined) {
    const name = key.toLowerCase()
    const given = quotedValue ?? value ?? ''
    if (!keys.has(name))
      return `${key}: is not known; a text with a colon is written "${key}:${given}"`
    return given === '' ? `${key}: needs a value` : { key: name, value: given }
  }
  if (source !== undefined) return expressionOf(source, flags)
  const text = phrase ?? word ?? ''
  return text.trim() === '' ? 'an empty phrase stands everywhere' : { term: { kind: 'text', text } }
}

function expressionOf(source: string, flags: string): QueryPart | string {
  try {
    new RegExp(source, `${flags.replaceAll(/[guy]/g, '')}gu`)
    return { term: { kind: 'expression', source, flags: flags.replaceAll(/[guy]/g, '') } }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

function rangeOf(text: string): DateRange | string {
  const ends = text.split('..')
  const [from = '', to = from] = ends
  const isRange = ends.length <= 2 && [from, to].every((end) => end === '' || day.test(end))
  if (!isRange || (from === '' && to === '')) {
    return 'date: needs a year, month or day, or two of them: 2021, 2021-05..2022, 2021-11-22..'
  }
  return { from: from === '' ? undefined : from, to: to === '' ? undefined : to }
}
