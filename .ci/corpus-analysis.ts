/**
 * `corpus-analysis.ts PAGES`: what a user's own script would do, `nodejieba.tag`, and our whole analysis, page by page in turn on the
 * same text. Prints JSON: characters, and seconds of CPU of each.
 */
import nodejieba from 'nodejieba'
import { createAnalyser } from '../server/src/corpus/analysis/analysis.ts'
import { resourceDir } from '../server/src/resources.ts'
import { writtenPage } from '../test/varied/pages.ts'

const count = Number(process.argv[2] ?? 100)
const analyser = createAnalyser(resourceDir, undefined, { isBatch: true })
/** Texts of its own warm both up. */
const warming = 20
const sum = { pages: count, characters: 0, tag: 0, analysis: 0 }
for (let number = -warming; number < count; number++) {
  const text = writtenPage(number + 1_000_000, 2000)
  const analysis = secondsOf(() => analyser.mentions(text, analyser.page(text)))
  const tag = secondsOf(() => nodejieba.tag(text))
  if (number < 0) continue
  sum.characters += text.length
  sum.tag += tag
  sum.analysis += analysis
}
console.log(JSON.stringify(sum))

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
