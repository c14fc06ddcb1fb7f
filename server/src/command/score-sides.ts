/** `biaozhu score`: what is compared with what, and in which form it is printed. */
import type { Analyser } from '../corpus/analysis/analysis.ts'
import type { PagesOfPaths } from '../corpus/paths/pages-of-paths.ts'
import { agreementOf } from '../feature/scoring/agreement.ts'
import { listConfusion, listErrors } from '../feature/scoring/confusion.ts'
import { type JudgedPage, type JudgedPair, pairPages } from '../feature/scoring/judged.ts'
import { readGoldArticles } from '../feature/scoring/score-articles.ts'
import {
  foundMentions,
  listDifferences,
  listScores,
  type ScoreListing,
  scoreArticles,
  scorePairs,
} from '../feature/scoring/score-pages.ts'
import type { Side } from '../feature/scoring/side.ts'

export interface ScoreOptions {
  /** Prints differences of this type instead of figures; of all types where it is empty. */
  readonly errors: string | undefined
  /** Prints which types are taken for which instead of figures. */
  readonly confusion: boolean
}

export interface ScoreAnswer {
  readonly listing: ScoreListing
  readonly notes: readonly string[]
  /** What cannot be read: nothing is printed then. */
  readonly errors: readonly string[]
}

/** A page, by its name, and what its side says of it. */
export interface NamedSide {
  readonly name: string
  readonly side: Side
}

/** What is found on pages against what people say. Pages that nobody has annotated are left out, with a note. */
export function scoreFound(
  gold: readonly NamedSide[],
  analyser: Analyser,
  { errors: type, confusion }: ScoreOptions,
): ScoreAnswer {
  const { pages, notes, errors } = judged(gold)
  const pairs = pages.map(({ name, text, mentions }): JudgedPair => {
    return { name, text, gold: mentions, found: foundMentions(text, analyser) }
  })
  const scored = scorePairs(pairs)
  const listing =
    type !== undefined
      ? listDifferences(scored, type)
      : confusion
        ? listConfusion(pairs)
        : listScores(scored)
  return { listing, notes, errors }
}

/** What one side says against what the other does. */
export function scoreAgainst(
  gold: readonly NamedSide[],
  against: readonly NamedSide[],
  { errors: type, confusion }: ScoreOptions,
): ScoreAnswer {
  const ours = judged(gold)
  const theirs = judged(against)
  const { pairs, notes } = pairPages(ours.pages, theirs.pages)
  const errors = [...ours.errors, ...theirs.errors]
  if (pairs.length === 0 && errors.length === 0) errors.push('no page is on both sides')
  const listing =
    type !== undefined
      ? listErrors(pairs, type)
      : confusion
        ? listConfusion(pairs)
        : listScores(scorePairs(pairs), agreementOf(pairs))
  return { listing, notes: [...ours.notes, ...notes], errors }
}

/** The articles of pages against a list of them, as a file has it. */
export function scoreArticleList(
  { documents }: PagesOfPaths,
  list: string,
  analyser: Analyser,
  { errors: type }: ScoreOptions,
): ScoreAnswer {
  const pages = documents.map(({ path, text }) => ({ name: path, marked: text }))
  const gold = readGoldArticles(list)
  const scored = scoreArticles(pages, gold ?? [], analyser)
  const listing = type === undefined ? listScores(scored) : listDifferences(scored, type)
  const fault =
    gold === undefined
      ? 'not a list of articles'
      : scored.scores.length === 0
        ? 'the list has articles of none of these pages'
        : undefined
  return { listing, notes: [], errors: fault === undefined ? [] : [fault] }
}

function judged(sides: readonly NamedSide[]) {
  const pages: JudgedPage[] = []
  const notes: string[] = []
  const errors: string[] = []
  for (const { name, side } of sides) {
    if (side === undefined) notes.push(`no marks, not scored: ${name}`)
    else if ('fault' in side) errors.push(side.fault)
    else pages.push(side.page)
  }
  if (pages.length === 0 && errors.length === 0) errors.push('no page has marks to score with')
  return { pages, notes, errors }
}
