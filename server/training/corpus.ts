/**
 * `npm run corpus`: checks the written corpus and prints what it is made of. Of the test part it prints counts alone,
 * so that who works on recognition can run it.
 */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { problemsOf } from './pages/check.ts'
import { likenesses } from './pages/copies.ts'
import { mixOf } from './pages/mix.ts'
import { corpusPages, parts } from './pages/read.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** Of a page's runs of eight characters; a page that shares more is a copy. Mastheads alone come to some percent. */
const mostAlike = 0.12

const pages = corpusPages()
let faults = 0
for (const page of pages) {
  const problems = problemsOf(page)
  faults += problems.length
  if (page.part !== 'test') for (const problem of problems) console.log(`${page.name}: ${problem}`)
  else if (problems.length > 0) console.log(`${page.name}: ${problems.length} problems`)
}

const seeds = globSync('seeds/*.txt', { cwd: root }).map((file) => ({
  name: file,
  text: readFileSync(path.join(root, file), 'utf8'),
}))
const alike = likenesses(pages, seeds)
for (const { page, other, share } of alike.filter((each) => each.share > mostAlike)) {
  faults++
  console.log(`${page}: ${percent(share)} of it stands in ${other}`)
}

for (const part of parts) {
  const own = pages.filter((page) => page.part === part)
  const papers = new Set(own.map(({ paper }) => paper)).size
  const mix = mixOf(own)
  console.log(
    `\n${part}: ${mix.pages} pages of ${papers} papers, ${mix.characters} characters, ${mix.mentions} mentions`,
  )
  for (const [type, count] of [...mix.types].sort((a, b) => b[1] - a[1])) {
    console.log(
      `  ${type.padEnd(13)}${String(count).padStart(6)}  ${Math.round(mix.variety.get(type) ?? 0)} forms of 100`,
    )
  }
  const density = (100 * mix.mentions) / mix.characters
  console.log(
    `  ${density.toFixed(1)} mentions on 100 characters (real articles have 4 to 8, 6 in the mean)`,
  )
  console.log(`  initiatives without quotes ${percent(mix.unquoted)} (40 to 60 % are wanted)`)
  console.log(`  short forms and aliases ${percent(mix.shortForms)} (about 20 % are wanted)`)
  const kinds = [...mix.kinds].sort((a, b) => b[1] - a[1]).slice(0, 12)
  console.log(`  kinds: ${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
}
console.log(
  `\nmost alike: ${alike
    .slice(0, 3)
    .map(({ share }) => percent(share))
    .join(', ')} of a page`,
)
console.log(`${pages.length} pages, ${faults} problems`)
process.exitCode = faults === 0 ? 0 : 1

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
