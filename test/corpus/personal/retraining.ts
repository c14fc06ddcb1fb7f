/** Retraining on the pages of feasts, in a thread of its own or here. */
import assert from 'node:assert/strict'
import type { Analyser } from '../../../server/src/corpus/analysis/analysis.ts'
import type { LearnPages } from '../../../server/src/corpus/learning/learn-in-worker.ts'
import { createRetraining } from '../../../server/src/corpus/learning/retraining.ts'
import type { LearnTask } from '../../../server/src/recognition/personal/learn.ts'
import { markPage } from '../../../server/src/recognition/personal/marked-lines.ts'
import { createRecogniser } from '../../../server/src/recognition/recognise.ts'
import { defined } from '../../../server/src/values/defined.ts'
import { lexicon } from '../../lexicon.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { feastPages, feasts, learned, shipped, taggerOf } from '../../recognition/personal/pages.ts'
import { means } from '../../recognition/recognised.ts'

export const root = 'file:///corpus'
export const corpus = { root, types: ['Feast'] }
const recogniser = createRecogniser(means)

const analyser: Analyser = {
  lexicon,
  page: analysePage,
  mentions: (text, page, marks) => recogniser.mentions(text, page, marks),
  learned: (page) => markPage(page, means),
  shipped: () => shipped,
  personal: taggerOf,
}

export const pages = feastPages(feasts)

/** Without a thread, so that a test can say when it ends. */
export const learnHere: LearnPages = async (marked, { last }: Pick<LearnTask, 'last'>) => {
  const all = []
  for await (const page of marked) all.push(page)
  return learned({ pages: all, last })
}

export function created(storage: string | undefined, learn?: LearnPages) {
  return createRetraining({
    storage,
    analyser,
    recogniser: '1.2.3',
    warn: assert.fail,
    ...defined({ learn }),
  })
}

export async function feastsFound(
  retraining: ReturnType<typeof created>,
): Promise<readonly string[]> {
  const text = '说起蜜橘节，人人都很高兴，纷纷点头。'
  const personal = await retraining.tagger(corpus)
  const marks = { fixed: [], positive: new Map(), negative: new Set<string>(), personal }
  return analyser
    .mentions(text, analyser.page(text), marks)
    .filter(({ type }) => type === 'Feast')
    .map((mention) => `${mention.text} ${mention.source.split(' ')[0]}`)
}
