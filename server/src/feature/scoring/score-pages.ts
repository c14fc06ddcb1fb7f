/** What `biaozhu score` prints: the scores of pages by type, or what is missed and what is wrong. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Analyser } from '../../corpus/analysis/analysis.ts'
import { fileName } from '../../corpus/snapshot/page-data.ts'
import { lfView } from '../../text/code-points.ts'
import { readMarked } from '../../text/marked.ts'
import { defined } from '../../values/defined.ts'
import type { JudgedMention, JudgedPair } from './judged.ts'
import { hullOf } from './match.ts'
import {
  compareSpans,
  exactRates,
  overlapRates,
  type Rates,
  type Score,
  type ScoredSpan,
  sumByType,
  sumScores,
} from './score.ts'
import { articleParts, compareArticles, type GoldArticle } from './score-articles.ts'

/** As much of an analyser as scoring needs. */
export type PageAnalyser = Pick<Analyser, 'page' | 'mentions'>

/** Rows of a table, headings first, and the same as records. */
export interface ScoreListing {
  readonly rows: readonly (readonly string[])[]
  readonly records: readonly object[]
}

/** One type's figures; the order of the keys is part of the output. Rates from 0 to 1. */
export interface ScoreRecord {
  readonly type: string
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Absent for articles, whose parts are right or wrong. */
  readonly overlap?: { readonly precision: number; readonly recall: number; readonly f1: number }
  readonly gold: number
  readonly found: number
  readonly right: number
  /** Of two annotators; `null` where nothing could disagree. */
  readonly kappa?: number | null
  readonly alpha?: number | null
}

/** Cohen's κ and Krippendorff's α of a type, or of all as `micro`. */
export type Agreement = (type: string) => {
  readonly kappa: number | null
  readonly alpha: number | null
}

export interface DifferenceRecord {
  readonly page: string
  readonly kind: 'missed' | 'wrong'
  readonly type: string
  readonly text: string
  /** What stands around it, the mention between `⟦⟧`; of a part of an article, its headline. */
  readonly context: string
  readonly reason?: string
}

/** All types together. */
export const micro = 'micro'

export interface Scored {
  readonly scores: readonly (readonly [string, Score])[]
  readonly differences: readonly DifferenceRecord[]
  /** Whether spans can overlap, or parts are right or wrong. */
  readonly overlaps: boolean
}

export interface GoldPage {
  readonly name: string
  /** As people marked it; a page without marks for articles alone. */
  readonly marked: string
}

/** The mentions that `analyser` finds in `pages` without their marks against those marks. */
export function scoreMentions(pages: readonly GoldPage[], analyser: PageAnalyser): Scored {
  return scorePairs(pages.map((page) => foundIn(page, analyser)))
}

/** A marked page with what `analyser` finds in it. */
export function foundIn({ name, marked }: GoldPage, analyser: PageAnalyser): JudgedPair {
  const { text, spans } = readMarked(marked)
  const gold = spans.map(({ start, end, type }) => ({ type, spans: [{ start, end }] }))
  return { name, text, gold, found: foundMentions(text, analyser) }
}

/** What `analyser` finds in a text; a name of several fragments reaches from first to last. */
export function foundMentions(text: string, analyser: PageAnalyser): readonly JudgedMention[] {
  return analyser
    .mentions(text, analyser.page(text))
    .filter(({ status }) => status !== 'rejected')
    .map((mention) => ({
      type: mention.type,
      spans: [mentionSpan(mention)],
      reason: mention.source,
    }))
}

export function scorePairs(pairs: readonly JudgedPair[]): Scored {
  const compared = pairs.map(({ name, text, gold, found }) => {
    const { scores, differences } = compareSpans(text, gold.map(scored), found.map(scored))
    const records = differences.map(({ kind, type, start, end, reason }): DifferenceRecord => {
      const [before, name_, after] = [
        text.slice(Math.max(0, start - around), start),
        text.slice(start, end),
        text.slice(end, end + around),
      ].map(lfView)
      const context = `${before}⟦${name_}⟧${after}`
      const why = reason === undefined ? {} : { reason }
      return { page: name, kind, type, text: name_ ?? '', context, ...why }
    })
    return { scores, records }
  })
  const scores = sumByType(compared.map((page) => page.scores))
  const all = [micro, sumScores(scores.map(([, score]) => score))] as const
  return {
    scores: [all, ...scores],
    differences: compared.flatMap(({ records }) => records),
    overlaps: true,
  }
}

function scored(mention: JudgedMention): ScoredSpan {
  const { type, spans, reason } = mention
  return {
    ...hullOf(mention),
    type,
    ...(spans.length > 1 ? { parts: spans } : {}),
    ...defined({ reason }),
  }
}

/** UTF-16 units of context to each side of a difference. */
const around = 12

/** The articles of those `pages` that `gold` has some for. */
export function scoreArticles(
  pages: readonly GoldPage[],
  gold: readonly GoldArticle[],
  analyser: PageAnalyser,
): Scored {
  const compared = pages.flatMap(({ name, marked }) => {
    const wanted = gold.filter(({ doc }) => fileName(name).startsWith(doc))
    if (wanted.length === 0) return []
    const { text } = readMarked(marked)
    const articles = analyser.page(text).articles.filter(({ kind }) => kind === 'article')
    const { scores, differences } = compareArticles(text, wanted, articles)
    return [{ scores, records: differences.map((difference) => ({ page: name, ...difference })) }]
  })
  return {
    scores: sumByType(compared.map(({ scores }) => scores)).toSorted(
      ([a], [b]) => partOrder.indexOf(a) - partOrder.indexOf(b),
    ),
    differences: compared.flatMap(({ records }) => records),
    overlaps: false,
  }
}

const partOrder: readonly string[] = articleParts

/** With `agreement` also how far two annotators agree beyond chance. */
export function listScores({ scores, overlaps }: Scored, agreement?: Agreement): ScoreListing {
  const records = scores.map(([type, score]): ScoreRecord => {
    const { gold, found, exact: right } = score
    const overlap = overlaps ? { overlap: overlapRates(score) } : {}
    const beyond = agreement === undefined ? {} : agreement(type)
    return { type, ...exactRates(score), ...overlap, gold, found, right, ...beyond }
  })
  const headings = ['TYPE', 'PRECISION', 'RECALL', 'F1']
  const overlapHeadings = overlaps ? ['OVERLAP P', 'R', 'F1'] : []
  const agreed = agreement === undefined ? [] : ['KAPPA', 'ALPHA']
  const rows = records.map((record) => [
    record.type,
    ...ratesOf(record).map(percent),
    ...(record.overlap ? ratesOf(record.overlap).map(percent) : []),
    ...[record.gold, record.found, record.right].map(String),
    ...(agreement === undefined ? [] : [record.kappa, record.alpha].map(coefficient)),
  ])
  const counted = ['GOLD', 'FOUND', 'RIGHT', ...agreed]
  return { records, rows: [[...headings, ...overlapHeadings, ...counted], ...rows] }
}

/** Only those of `type` where it is not empty. */
export function listDifferences({ differences }: Scored, type: string): ScoreListing {
  const records = differences.filter((difference) => type === '' || difference.type === type)
  const rows = records.map(({ page, kind, type: of, context, text, reason }) => [
    page,
    kind,
    of,
    context.includes('⟦') ? context : `${text} (${context})`,
    reason ?? '',
  ])
  return { records, rows: [['PAGE', 'KIND', 'TYPE', 'TEXT', 'FOUND AS'], ...rows] }
}

function ratesOf({ precision, recall, f1 }: Rates): readonly number[] {
  return [precision, recall, f1]
}

/** `0.729`; `–` where nothing could disagree. */
function coefficient(value: number | null | undefined): string {
  return value === undefined || value === null ? '–' : value.toFixed(3)
}

/** `95.5` */
export function percent(share: number): string {
  return (100 * share).toFixed(1)
}
