/** `with-dictionary.ts DIR`: F1 with the dictionaries in DIR, and what loading everything costs. */

import { analysePage } from '../../../test/page/analyse-page.ts'
import { dictionaryPaths } from '../../src/corpus/analysis/dictionary.ts'
import { loadLexicon, loadTaggerModel } from '../../src/corpus/analysis/lexicon.ts'
import { scoreMentions } from '../../src/feature/scoring/score-pages.ts'
import { recognisePage } from '../../src/recognition/recognise.ts'
import { createTagger } from '../../src/recognition/spans/tagger.ts'
import { segmentByLine } from '../../src/words/by-line.ts'
import { createCutter } from '../../src/words/jieba.ts'
import { gold, invented } from './pages.ts'
import { f1 } from './tables.ts'

const [dictionary = ''] = process.argv.slice(2)
const folder = new URL('../../lexicon', import.meta.url).pathname
const started = performance.now()
const lexicon = loadLexicon(folder)
const segment = segmentByLine(createCutter(dictionaryPaths(dictionary)))
const means = { segment, lexicon, tagger: createTagger(loadTaggerModel(folder), lexicon) }
const first = '记者王小明报道'
recognisePage(first, analysePage(first), means)
const loading = performance.now() - started
const resident = process.memoryUsage.rss() / 1024 / 1024
const analyser = {
  page: analysePage,
  mentions: (text: string, page: ReturnType<typeof analysePage>) =>
    recognisePage(text, page, means),
}
const scores = [gold, invented].map((pages) => f1(scoreMentions(pages, analyser)))
console.log([...scores, loading.toFixed(0), resident.toFixed(0)].join('\t'))
