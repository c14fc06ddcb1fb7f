/**
 * What a model learned from the other pages gains on a page that it never saw, for pages as they are marked
 * and as somebody with other conventions would have marked them.
 */

import { analysePage } from '../../../test/page/analyse-page.ts'
import {
  compareMentions,
  exactRates,
  type Score,
  sumScores,
} from '../../src/feature/scoring/score.ts'
import { percent } from '../../src/feature/scoring/score-pages.ts'
import { readLabelModel } from '../../src/recognition/personal/label-model.ts'
import { learn } from '../../src/recognition/personal/learn.ts'
import { markPage, type TrainingPage } from '../../src/recognition/personal/marked-lines.ts'
import { createOverlay, type Overlay } from '../../src/recognition/personal/overlay.ts'
import { type Means, recognisePage } from '../../src/recognition/recognise.ts'
import { type MarkedSpan, readMarked } from '../../src/text/marked.ts'
import { shipped } from './analysers.ts'
import { gold, invented } from './pages.ts'
import { printTable } from './tables.ts'

interface Case {
  readonly name: string
  readonly means: Means
  /** How this person would have marked it; `undefined` for not at all. */
  readonly type: (name: string, type: string) => string | undefined
}

const asMarked: Case['type'] = (_, type) => type

const cases: readonly Case[] = [
  { name: 'as marked', means: shipped, type: asMarked },
  {
    name: 'unions and sums of money have types of their own',
    means: shipped,
    type: (name, type) => {
      if (type === 'Organization' && name.includes('工会')) return 'Union'
      return type === 'Figure' && name.includes('元') ? 'Money' : type
    },
  },
  {
    name: 'roles and contacts are not marked',
    means: shipped,
    type: (_, type) => (type === 'Role' || type === 'Contact' ? undefined : type),
  },
]

/** F1 without anything of the other pages, with their names, with their names and a model. */
export function printPersonal(): void {
  const rows = cases.flatMap((one) =>
    [['gold', gold] as const, ['invented', invented] as const].map(([name, pages]) => {
      const marked = pages.map(({ name: id, marked: text }) => pageOf(one, id, text))
      return [one.name, name, ...scoresOf(one.means, marked)]
    }),
  )
  printTable('Learned from the other pages', ['pages', '', 'shipped', 'names', 'model'], rows)
}

export interface MarkedPage extends TrainingPage {
  readonly spans: readonly MarkedSpan[]
}

function pageOf({ type }: Case, name: string, marked: string): MarkedPage {
  const { text, spans: all } = readMarked(marked)
  const spans = all.flatMap((span) => {
    const wanted = type(text.slice(span.start, span.end), span.type)
    return wanted === undefined ? [] : [{ ...span, type: wanted }]
  })
  return markedPage({ name, text, spans })
}

/** A page on which all that is marked was accepted. */
export function markedPage({
  name,
  text,
  spans,
}: {
  readonly name: string
  readonly text: string
  readonly spans: readonly MarkedSpan[]
}): MarkedPage {
  const mentions = spans.map((span) => ({ span, type: span.type }))
  return { id: name, text, page: analysePage(text), mentions, rejected: [], spans }
}

/** What is learned from `pages`. */
export function overlayOf(
  pages: readonly MarkedPage[],
  means: Means = shipped,
): Overlay | undefined {
  const prepared = pages.map((page) => last(markPage(page, means)))
  const { model, calibrations } = last(learn({ pages: prepared }))
  const tagger = readLabelModel(model)
  return tagger === undefined ? undefined : createOverlay({ tagger, calibrations }, means.lexicon)
}

function scoresOf(means: Means, pages: readonly MarkedPage[]): readonly string[] {
  const overlays = pages.map((page) =>
    overlayOf(
      pages.filter((other) => other !== page),
      means,
    ),
  )
  const score = (withNames: boolean, withModel: boolean): string =>
    f1(
      pages.map((page, index) => {
        const others = withNames ? pages.filter((each) => each !== page) : []
        return { page, others, personal: withModel ? overlays[index] : undefined }
      }),
      means,
    )
  return [score(false, false), score(true, false), score(true, true)]
}

function f1(
  pages: readonly {
    readonly page: MarkedPage
    readonly others: readonly MarkedPage[]
    readonly personal: Overlay | undefined
  }[],
  means: Means,
): string {
  const scores = pages.flatMap(({ page, others, personal }) =>
    scoresWith([page], others, personal, means),
  )
  return percent(exactRates(sumScores(scores)).f1)
}

/** Scores of `pages` with the names of `others` and what was learned. */
export function scoresWith(
  pages: readonly MarkedPage[],
  others: readonly MarkedPage[],
  personal: Overlay | undefined,
  means: Means = shipped,
): readonly Score[] {
  const marks = { fixed: [], positive: namesOf(others), negative: new Set<string>(), personal }
  return pages.flatMap((page) => {
    const found = recognisePage(page.text, page.page, means, marks)
    return [...compareMentions(page.text, page.spans, found).scores.values()]
  })
}

/** As people's marks on other pages are handed in. */
function namesOf(pages: readonly MarkedPage[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { text, spans } of pages) {
    for (const { start, end, type } of spans) {
      const name = text.slice(start, end).replace(/\s*\n\s*/g, '')
      if (name.length > 1) names.set(name, type)
    }
  }
  return names
}

function last<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
