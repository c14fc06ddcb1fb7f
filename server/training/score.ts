/**
 * Prints how well the recogniser does, in the tables of docs/recognition.md: `npm run score`. `--leave-one-out` trains
 * models without a gold page (minutes, the first time), `--ablation` leaves each part out, `--dictionary` compares cuts
 * of jieba's dictionary, `--personal` what is learned from done pages (with `--corpus dev --curve`
 * by their number), `--values` what dates and figures mean, `--facts` those of initiatives
 * (with `--corpus dev` of that part alone), `--speed` how long it takes beside plain segmentation.
 */
import { parseArgs } from 'node:util'
import { type GoldPage, scoreArticles, scoreMentions } from '../src/feature/scoring/score-pages.ts'
import { parts } from './pages/read.ts'
import { printAblation } from './score/ablation.ts'
import { analyserOf, sentenceAnalyserOf, shipped, withoutTagger } from './score/analysers.ts'
import { printCorpus } from './score/corpus.ts'
import { printCurve } from './score/curve.ts'
import { compareDictionaries } from './score/dictionary.ts'
import { printFacts } from './score/facts.ts'
import { leaveOneOut } from './score/leave-one-out.ts'
import { gold, goldArticles, invented, sentencesOf } from './score/pages.ts'
import { printPersonal } from './score/personal.ts'
import { printSpeed } from './score/speed.ts'
import { printColumns, printScores } from './score/tables.ts'
import { printValues } from './score/values.ts'

const { values } = parseArgs({
  options: {
    'leave-one-out': { type: 'boolean' },
    ablation: { type: 'boolean' },
    dictionary: { type: 'boolean' },
    personal: { type: 'boolean' },
    curve: { type: 'boolean' },
    corpus: { type: 'string' },
    values: { type: 'boolean' },
    facts: { type: 'boolean' },
    speed: { type: 'boolean' },
  },
})

if (values.speed) {
  await printSpeed()
  process.exit()
}
const part = parts.find((name) => name === values.corpus)
if (part !== undefined) {
  if (values.curve) printCurve(part)
  else if (values.facts) printFacts([part])
  else printCorpus(part)
  process.exit()
}

const analyser = analyserOf(shipped)
const score = (pages: readonly GoldPage[]) => scoreMentions(pages, analyser)
const tuned = score(gold)
const left = values['leave-one-out'] ? await leaveOneOut() : undefined
const seen = score(invented.slice(0, 2))
const unseen = score(invented.slice(2))

printColumns('F1 by type, exact spans', [
  ['gold', tuned],
  ...(left === undefined ? [] : [['gold, left out', left] as const]),
  ['inv-1, inv-2', seen],
  ['inv-3, inv-4', unseen],
])
printScores('Gold pages, tuned', tuned)
if (left !== undefined) printScores('Gold pages, each with a model that never saw it', left)
printScores('Invented pages inv-1 and inv-2', seen)
printScores('Invented pages inv-3 and inv-4', unseen)
for (const [title, file] of [
  ['Universal NER, GSDSimp test', 'gsdsimp-test'],
  ['Universal NER, PUD test (traditional characters)', 'pud-test'],
] as const) {
  const sentences = sentencesOf(file)
  printScores(`${title}, all`, scoreMentions(sentences, sentenceAnalyserOf(shipped)))
  if (!values.ablation) continue
  const rules = scoreMentions(sentences, sentenceAnalyserOf(withoutTagger))
  printScores(`${title}, rules alone`, rules)
}
printScores('Articles of the gold pages', scoreArticles(gold, goldArticles(), analyser))
if (values.ablation) printAblation()
if (values.personal) printPersonal()
if (values.values) printValues()
if (values.facts) printFacts(parts)
if (values.dictionary) await compareDictionaries()
