/**
 * Scores recognition on real text: the pages of `seeds/` that are learned from nowhere, and with `npm run real -- FOLDER` real
 * articles whose excerpts stand in the folder. See real/README.md. Prints sums alone, so that who works on recognition can run it.
 */
import { type GoldPage, scoreMentions } from '../src/feature/scoring/score-pages.ts'
import { readMarked } from '../src/text/marked.ts'
import { realPages, seedPages } from './pages/real.ts'
import { analyserOf, shipped } from './score/analysers.ts'
import { printScores } from './score/tables.ts'

const analyser = analyserOf(shipped)
const annotators = [...seedPages()]
for (const [name, pages] of annotators) {
  printScores(`Real pages 001 and 004, annotator ${name}`, scoreMentions(pages, analyser))
}
const [one = [], other = []] = annotators.map(([, pages]) => pages.flatMap(keysOf))
const shared = one.filter((key) => other.includes(key)).length
console.log(
  `\nThe annotators agree at F1 ${((200 * shared) / (one.length + other.length)).toFixed(1)}.`,
)

const [excerpts] = process.argv.slice(2)
if (excerpts === undefined) {
  console.log(
    'npm run real -- FOLDER also scores real articles: NAME.txt each (server/training/real/README.md)',
  )
} else {
  for (const [letter, title] of [
    ['r', 'Real articles, kept apart'],
    ['d', 'Real articles that may be read'],
    ['g', 'Real articles of public repositories, kept apart'],
    ['e', 'Real articles of public repositories, may be read'],
  ] as const) {
    const { pages, missing } = realPages(excerpts, letter)
    if (missing.length > 0) console.log(`\nmissing or changed: ${missing.join(' ')}`)
    if (pages.length > 0) printScores(`${title}: ${pages.length}`, scoreMentions(pages, analyser))
  }
}

function keysOf({ name, marked }: GoldPage): readonly string[] {
  return readMarked(marked).spans.map(({ start, end, type }) => `${name} ${start} ${end} ${type}`)
}
