/**
 * Prints how well the recogniser does on the gold pages: `node test/recognition/score.ts`. With
 * `--differences [TYPE]` also every mention that it missed or got wrong.
 */
import { analysePage } from './page.ts'
import { f1, precision, recall, scoreGold } from './scoring.ts'

const { scores, differences } = scoreGold(analysePage)
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)
console.log(`${'type'.padEnd(14)}     P      R     F1   gold  found`)
for (const [type, score] of [...scores].sort((a, b) => b[1].gold - a[1].gold)) {
  const shares = [precision(score), recall(score), f1(score)].map(percent).join(' ')
  const counts = [score.gold, score.found].map((n) => String(n).padStart(6)).join(' ')
  console.log(`${type.padEnd(14)}${shares} ${counts}`)
}

const at = process.argv.indexOf('--differences')
if (at >= 0) {
  const only = process.argv[at + 1]
  for (const { page, kind, text, type, context } of differences) {
    if (only !== undefined && type !== only) continue
    console.log([page, kind, type, text, context].join('\t'))
  }
}
