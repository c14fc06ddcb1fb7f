/** What a review stops at: kept between windows, and put in words. Without the editor's own types. */
import type { ReviewFilter, ReviewGap } from '../../../server/src/protocol.ts'

/** A filter as it is remembered: an article is one of a page. */
export interface Scope extends Omit<ReviewFilter, 'article'> {
  readonly article?: { readonly page: string; readonly index: number; readonly title: string }
}

/** By what lines are together; by place they are in the order of the page. */
export const reviewGroupings = ['place', 'type', 'name', 'confidence'] as const

export const gapKinds: readonly ReviewGap[] = ['quote', 'title', 'number']

/** Suggestions from this on are called sure, those below `unsureBelow` doubtful. */
export const sureFrom = 0.9
export const unsureBelow = 0.7

/** What is asked of the server about a page, or about all of them. */
export function filterFor({ article, ...filter }: Scope, page?: string): ReviewFilter {
  if (article === undefined || article.page !== page) return filter
  return { ...filter, article: article.index }
}

export function isEverything(scope: Scope): boolean {
  return Object.keys(scope).length === 0
}

/** A line of the box in which a filter is chosen: of a type, or the one that stands for all initiatives. */
export interface TypeLine {
  readonly type?: string
  readonly only?: readonly string[]
}

/**
 * What is checked after a person has changed it: the line for some types alone checks these types, without it all are
 * checked again, and it is not checked where other types are.
 */
export function afterOnly<T extends TypeLine>(
  before: readonly T[],
  selected: readonly T[],
  all: readonly T[],
): readonly T[] {
  const isOnly = ({ only }: T) => only !== undefined
  const [was, is] = [before.some(isOnly), selected.some(isOnly)]
  const types = new Set(all.find(isOnly)?.only)
  const isWanted = ({ type }: T) => type !== undefined && types.has(type)
  const rest = selected.filter(({ type }) => type === undefined)
  if (is && !was) return [...rest, ...all.filter(isWanted)]
  if (was && !is) return [...rest, ...all.filter(({ type }) => type !== undefined)]
  const chosen = selected.filter(({ type }) => type !== undefined)
  const fits = chosen.length === all.filter(isWanted).length && chosen.every(isWanted)
  return is && !fits ? selected.filter((line) => !isOnly(line)) : selected
}

/** What the memory holds as a filter; all of what is none is left out. Total. */
export function readScope(value: unknown): Scope {
  if (typeof value !== 'object' || value === null) return {}
  const known = new Map(Object.entries(value))
  const types = textsIn(known.get('types'))
  const gaps = textsIn(known.get('gaps'))
  const [minimum, maximum] = [known.get('minimumConfidence'), known.get('maximumConfidence')]
  const kinds = gapKinds.filter((kind) => gaps.includes(kind))
  return {
    ...(types.length === 0 ? {} : { types }),
    ...(typeof minimum === 'number' ? { minimumConfidence: minimum } : {}),
    ...(typeof maximum === 'number' ? { maximumConfidence: maximum } : {}),
    ...(known.get('unsure') === true ? { unsure: true } : {}),
    ...(kinds.length === 0 ? {} : { gaps: kinds }),
  }
}

/** The words that `describe` is made of, in the interface language. */
export interface FilterWords {
  readonly type: (name: string) => string
  readonly sure: string
  readonly doubtful: string
  readonly unsure: string
  readonly gap: (kind: ReviewGap) => string
}

/** Short, for a view's title: `Place, Person · sure · + 《》`. */
export function describe(scope: Scope, words: FilterWords): string {
  const { types = [], gaps = [] } = scope
  return [
    types.map(words.type).join(', '),
    scope.minimumConfidence === undefined ? '' : words.sure,
    scope.maximumConfidence === undefined ? '' : words.doubtful,
    scope.article === undefined ? '' : scope.article.title,
    scope.unsure === true ? words.unsure : '',
    gaps.length === 0 ? '' : `+ ${gaps.map(words.gap).join(' ')}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
