/** `with-dictionary.ts DIR`: F1 with the dictionaries in DIR, and what loading everything costs. */
import { dictionaryPaths } from '../../server/src/corpus/analysis/dictionary.ts'
import { loadLexicon, loadTaggerModel } from '../../server/src/corpus/analysis/lexicon.ts'
import { scoreMentions } from '../../server/src/feature/scoring/score-pages.ts'
import { createTagger } from '../../server/src/recognition/learned/tagger.ts'
import { recognisePage } from '../../server/src/recognition/recognise.ts'
import { createSegmenter } from '../../server/src/words/jieba.ts'
import { analysePage } from '../../test/page/analyse-page.ts'
import { gold, invented } from './pages.ts'
import { f1 } from './tables.ts'

const [dictionary = ''] = process.argv.slice(2)
const folder = new URL('../../server/lexicon', import.meta.url).pathname
const started = performance.now()
const lexicon = loadLexicon(folder)
const segment = createSegmenter(dictionaryPaths(dictionary))
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
