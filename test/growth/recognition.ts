/** Finding names: in texts of any kind, and with people's marks. */
import { readFileSync } from 'node:fs'
import { loadTaggerModel } from '../../server/src/corpus/analysis/lexicon.ts'
import type { Unit } from '../../server/src/recognition/reading/recogniser.ts'
import { recognisePage } from '../../server/src/recognition/recognise.ts'
import { createTagger } from '../../server/src/recognition/spans/tagger.ts'
import { lastOf } from '../../server/src/values/steps.ts'
import { lexicon, lexiconFolder } from '../lexicon.ts'
import { analysePage } from '../page/analyse-page.ts'
import { oneArticlePage } from '../recognition/one-article.ts'
import { means, tagger } from '../recognition/recognised.ts'
import { segment } from '../words/segmenter.ts'
import { type Case, runOf } from './case.ts'

const model = loadTaggerModel(lexiconFolder)
const seed = readFileSync(new URL('../../seeds/001_b66ab0af8ed20314.txt', import.meta.url), 'utf8')

const kinds: Readonly<Record<string, string>> = {
  'a page': seed,
  'a page in one line': seed.replace(/\n/g, ''),
  Han: '职',
  digits: '7',
  numerals: '十',
  punctuation: ',。;',
  'opening quotes': '“',
  'opening brackets': '(《',
  spaces: ' ',
  'line breaks': '\n',
  'traditional characters': '國務院總理會見各國代表並發表講話。',
  English: 'The quick brown fox jumps over. ',
  letters: 'a',
  emoji: '😀',
  organisations: '嘉兴市总工会',
  divisions: '浙江省杭州市',
  names: '张小明',
  surnames: '张王李赵、',
  posts: '主席',
  sites: '驿站',
  dates: '2021年',
  addresses: 'a@b.',
}

export const recognition: readonly Case[] = [
  ...Object.entries(kinds).map(
    ([kind, piece]): Case => ({
      name: `recognising ${kind}`,
      sizes: [5_000, 50_000],
      bar: 1_000,
      prepare(length) {
        const text = runOf(piece, length)
        // A tagger remembers lines: each input meets one that knows none.
        const own = { ...means, tagger: createTagger(model, lexicon) }
        return () => void recognisePage(text, oneArticlePage(text), own)
      },
    }),
  ),
  {
    name: 'recognising one line of a megabyte',
    sizes: [35_000, 350_000],
    bar: 10_000,
    prepare(length) {
      const text = runOf(seed.replace(/\n/g, ''), length)
      const own = { ...means, tagger: createTagger(model, lexicon) }
      return () => void recognisePage(text, analysePage(text), own)
    },
  },
  {
    name: 'tagging sentences',
    sizes: [40, 400],
    bar: 500,
    prepare(count) {
      const text = '金华市总工会副主席吴建华来到东阳,走访湖州恒润机械有限公司。\n'.repeat(count)
      const unit: Unit = { text, words: segment(text), blocks: [], byline: [] }
      return () => void lastOf(tagger.read({ ...unit }))
    },
  },
]
