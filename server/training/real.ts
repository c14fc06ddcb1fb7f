/** Scores recognition on real articles whose excerpts stand in a folder: `npm run real -- FOLDER`. See real/README.md. */
import { scoreMentions } from '../src/feature/scoring/score-pages.ts'
import { realPages } from './pages/real.ts'
import { analyserOf, shipped } from './score/analysers.ts'
import { printScores } from './score/tables.ts'

const [excerpts] = process.argv.slice(2)
if (excerpts === undefined) {
  console.error(
    'npm run real -- FOLDER: the folder with the excerpts, NAME.txt each (server/training/real/README.md)',
  )
  process.exit(2)
}
for (const [letter, title] of [
  ['r', 'Real articles, kept apart'],
  ['d', 'Real articles that may be read'],
] as const) {
  const { pages, missing } = realPages(excerpts, letter)
  if (missing.length > 0) console.log(`\nmissing or changed: ${missing.join(' ')}`)
  if (pages.length > 0)
    printScores(`${title}: ${pages.length}`, scoreMentions(pages, analyserOf(shipped)))
}
