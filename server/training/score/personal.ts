/**
 * What is learned from the other pages gains on a page that was never seen, for pages as they are marked
 * and as somebody with other conventions would have marked them.
 */
import { readFileSync } from 'node:fs'
import { analysePage } from '../../../test/page/analyse-page.ts'
import type { Mention } from '../../src/annotation/record/mention.ts'
import {
  compareMentions,
  exactRates,
  type Score,
  sumScores,
} from '../../src/feature/scoring/score.ts'
import { percent } from '../../src/feature/scoring/score-pages.ts'
import { adapt } from '../../src/recognition/personal/adapt.ts'
import { type Learned, learn } from '../../src/recognition/personal/learn.ts'
import {
  type MarkedPage as LearnedPage,
  markPage,
  type TrainingPage,
} from '../../src/recognition/personal/marked-lines.ts'
import { personalTagger } from '../../src/recognition/personal/personal-tagger.ts'
import { createRecogniser } from '../../src/recognition/recognise.ts'
import type { Tagger } from '../../src/recognition/spans/tagger.ts'
import { readModelParts, writeTaggerModel } from '../../src/recognition/spans/tagger-model.ts'
import { type MarkedSpan, readMarked } from '../../src/text/marked.ts'
import { oncePer } from '../../src/values/once-per.ts'
import { lastOf } from '../../src/values/steps.ts'
import { folder, lexicon, shipped } from './analysers.ts'
import { gold, invented } from './pages.ts'
import { printTable } from './tables.ts'

interface Case {
  readonly name: string
  /** How this person would have marked it; `undefined` for not at all. */
  readonly type: (name: string, type: string) => string | undefined
}

const cases: readonly Case[] = [
  { name: 'as marked', type: (_, type) => type },
  {
    name: 'unions and sums of money have types of their own',
    type: (name, type) => {
      if (type === 'Organization' && name.includes('工会')) return 'Union'
      return type === 'Figure' && name.includes('元') ? 'Money' : type
    },
  },
  {
    name: 'roles and contacts are not marked',
    type: (_, type) => (type === 'Role' || type === 'Contact' ? undefined : type),
  },
]

/** F1 without anything of the other pages, with their names, with their names and a model. */
export function printPersonal(): void {
  const rows = cases.flatMap((one) =>
    [['gold', gold] as const, ['invented', invented] as const].map(([name, pages]) => {
      const marked = pages.map(({ name: id, marked: text }) => pageOf(one, id, text))
      return [one.name, name, ...scoresOf(marked)]
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
  return { id: name, text, page: analysePage(text), mentions, spans }
}

/** What the worker learns from `pages` in the end, without judging it. */
export function adaptedTo(pages: readonly MarkedPage[]): LearnedTagger {
  if (parts === undefined) throw new Error('The shipped model cannot be read.')
  const lines = pages.flatMap((page) => prepared(page).lines)
  const difference = writeTaggerModel(lastOf(adapt(lines, parts, lexicon)))
  return { difference, tagger: personalTagger(parts, { difference }, lexicon) }
}

const bytes = new Uint8Array(readFileSync(`${folder}/model/tagger.bin`))
const parts = readModelParts(bytes)

const prepared = oncePer((page: MarkedPage): LearnedPage => lastOf(markPage(page, shipped)))

export interface LearnedTagger extends Pick<Learned, 'difference'> {
  readonly tagger: Tagger | undefined
}

/** The same judged, and with types of the person's own. */
export function learnedFrom(pages: readonly MarkedPage[]): LearnedTagger {
  const steps = learn({ pages: pages.map(prepared), shipped: bytes, lexicon })
  for (;;) {
    const step = steps.next()
    if (step.done !== true) continue
    const { difference } = step.value
    const tagger = parts === undefined ? undefined : personalTagger(parts, step.value, lexicon)
    return { difference, tagger }
  }
}

function scoresOf(pages: readonly MarkedPage[]): readonly string[] {
  const othersOf = (page: MarkedPage) => pages.filter((other) => other !== page)
  const f1 = (learned: (page: MarkedPage) => Parameters<typeof found>[1]): string =>
    percent(
      exactRates(sumScores(pages.flatMap((page) => scoresOn(page, found(page, learned(page)))))).f1,
    )
  return [
    f1(() => ({ done: [] })),
    f1((page) => ({ done: othersOf(page) })),
    f1((page) => ({ done: othersOf(page), tagger: learnedFrom(othersOf(page)).tagger })),
  ]
}

const recogniser = createRecogniser(shipped)

/** What is suggested on a page with the names of those that are `done` and what was learned of them. */
export function found(
  { text, page }: MarkedPage,
  { done, tagger }: { readonly done: readonly MarkedPage[]; readonly tagger?: Tagger | undefined },
): readonly Mention[] {
  const marks = { fixed: [], positive: namesOf(done), negative: new Set<string>() }
  return recogniser.mentions(text, page, { ...marks, personal: tagger })
}

export function scoresOn(page: MarkedPage, mentions: readonly Mention[]): readonly Score[] {
  return [...compareMentions(page.text, page.spans, mentions).scores.values()]
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
