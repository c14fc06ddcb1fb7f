/** Corpora for measurements, on disk: written pages in folders by month, in the layout of a real archive. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writtenPage } from './pages.ts'

/** UTF-16 units of a page. */
const pageLength = 2000
/** Of the first issue. */
const start = Date.UTC(2012, 0, 1)
const pagesOfIssue = 8
const day = 86_400_000

/** Path of a page below the folder of its corpus: `2012/01/20120101-1.txt`. */
export function pathOfPage(number: number): string {
  const issue = Math.floor(number / pagesOfIssue)
  const [year = '', month = '', date = ''] = new Date(start + issue * day)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return `${year}/${month}/${year}${month}${date}-${1 + (number % pagesOfIssue)}.txt`
}

/** Writes the pages from `from` up to `to`, without it. The same numbers and seed give the same files. */
export function writePages(folder: string, from: number, to: number, seed = 0): void {
  mkdirSync(folder, { recursive: true })
  const config = {
    newspaper: '工人日报',
    fileNames: '(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)-(?<page>\\d+)',
  }
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify(config))
  let made = ''
  for (let number = from; number < to; number++) {
    const path = join(folder, pathOfPage(number))
    if (dirname(path) !== made) mkdirSync(dirname(path), { recursive: true })
    made = dirname(path)
    writeFileSync(path, `${writtenPage(number, pageLength, seed)}\n`)
  }
}
