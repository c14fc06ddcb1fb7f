/** How well the articles of a page agree with a list that people made: starts, headlines, authors, bodies. */
import type { Article } from '../../page/model.ts'
import { parseJson } from '../../values/json.ts'
import type { Score } from './score.ts'

/** An article as people list it. What it says of texts are their first characters, line breaks included. */
export interface GoldArticle {
  /** The page's file name begins with it. */
  readonly doc: string
  readonly headline: string
  readonly starts_with: string
  readonly byline: readonly string[]
  readonly body_starts_with: string
}

export const articleParts = ['article', 'headline', 'byline', 'body'] as const

export type ArticlePart = (typeof articleParts)[number]

export interface ArticleDifference {
  readonly kind: 'missed' | 'wrong'
  readonly type: ArticlePart
  readonly text: string
  /** Headline or first characters of the article. */
  readonly context: string
}

export interface ArticleComparison {
  readonly scores: ReadonlyMap<ArticlePart, Score>
  readonly differences: readonly ArticleDifference[]
}

/** `undefined` where `json` is no list of articles. */
export function readGoldArticles(json: string): readonly GoldArticle[] | undefined {
  const list: unknown = parseJson(json)
  return Array.isArray(list) && list.every(isGoldArticle) ? list : undefined
}

/**
 * `found` are the articles of `text`, photos left out. A found article is the one of the list that
 * begins as it does; its parts count by their first characters, authors one by one.
 */
export function compareArticles(
  text: string,
  gold: readonly GoldArticle[],
  found: readonly Article[],
): ArticleComparison {
  const startsAt = (offset: number | undefined, start: string): boolean =>
    offset !== undefined && text.startsWith(start, offset)
  const left = new Set(found)
  const counts = newCounts()
  const differences: ArticleDifference[] = []
  const count = (
    type: ArticlePart,
    wanted: readonly string[],
    had: readonly string[],
    context: string,
  ) => {
    const score = counts[type]
    score.gold += wanted.length
    score.found += had.length
    score.exact += had.filter((one) => wanted.includes(one)).length
    const missed = wanted.filter((one) => !had.includes(one))
    const wrong = had.filter((one) => !wanted.includes(one))
    for (const one of missed) differences.push({ kind: 'missed', type, text: one, context })
    for (const one of wrong) differences.push({ kind: 'wrong', type, text: one, context })
  }
  for (const wanted of gold) {
    const article = [...left].find(({ blocks }) =>
      startsAt(blocks[0]?.span.start, wanted.starts_with),
    )
    if (article !== undefined) left.delete(article)
    const start = wanted.starts_with
    count('article', [start], article === undefined ? [] : [start], wanted.headline)
    count('headline', [wanted.headline], listOf(article?.headline), start)
    count('byline', wanted.byline, namesOf(article), wanted.headline)
    const body = article === undefined ? undefined : bodyStart(article)
    const opening = startsAt(body, wanted.body_starts_with)
      ? wanted.body_starts_with
      : body && text.slice(body, body + wanted.body_starts_with.length)
    count('body', [wanted.body_starts_with], listOf(opening || undefined), wanted.headline)
  }
  for (const article of left) {
    const context = article.headline ?? text.slice(article.span.start, article.span.start + 12)
    count('article', [], [context], context)
    count('headline', [], listOf(article.headline), context)
    count('byline', [], namesOf(article), context)
  }
  return { scores: new Map(articleParts.map((part) => [part, counts[part]])), differences }
}

type Counts = { -readonly [Key in keyof Score]: Score[Key] }

function newCounts(): Record<ArticlePart, Counts> {
  const none = () => ({ gold: 0, found: 0, exact: 0, goldTouched: 0, foundTouched: 0 })
  return { article: none(), headline: none(), byline: none(), body: none() }
}

function isGoldArticle(value: unknown): value is GoldArticle {
  if (typeof value !== 'object' || value === null) return false
  const { doc, headline, starts_with, byline, body_starts_with }: Record<string, unknown> = {
    ...value,
  }
  const texts = [doc, headline, starts_with, body_starts_with]
  const names: readonly unknown[] = Array.isArray(byline) ? byline : [undefined]
  return [...texts, ...names].every((text) => typeof text === 'string')
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text]
}

function namesOf(article: Article | undefined): readonly string[] {
  return article?.byline.map(({ name }) => name) ?? []
}

/** People let a body begin at a byline that opens its paragraph, not at one on a line of its own. */
function bodyStart({ blocks }: Article): number | undefined {
  const at = blocks.findIndex(({ kind }) => kind === 'paragraph')
  const [byline, body] = [blocks[at - 1], blocks[at]]
  if (body === undefined) return undefined
  const sameLine = byline?.kind === 'byline' && body.span.start - byline.span.end <= 1
  return sameLine ? byline.span.start : body.span.start
}
