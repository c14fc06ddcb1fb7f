/**
 * Trains the tagger: `npm run train`. `--without 000` leaves a gold page out, `--folds` each of them in turn; both write
 * no model, unless `--out DIR` says where. See `train/settings.ts` for what can be tried.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { learnTagger } from './train/learn.ts'
import { settings } from './train/settings.ts'
import { caseLines, taughtPages, unerLines, writtenPages } from './train/sources.ts'

const target = new URL('../lexicon/model/tagger.bin', import.meta.url)

const started = performance.now()
const hear = (what: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s: ${what}`)
}
const pages = taughtPages()
const [more, dev] = [[...caseLines(), ...unerLines()], writtenPages('dev')]
hear(`${pages.length} pages read`)
const learn = (without: readonly string[]): Uint8Array =>
  learnTagger(
    {
      pages: pages.filter(({ name }) => !without.includes(name)),
      more,
      dev,
      parts: settings.parts,
    },
    hear,
  )

if (settings.folds) {
  const gold = pages.filter(({ name, paper }) => name === paper)
  for (const { name } of gold) write(name, learn([name]))
} else if (settings.without.length > 0) write(settings.without.join(), learn(settings.without))
else writeFileSync(target, learn([]))

function write(name: string, model: Uint8Array): void {
  if (settings.out === undefined) return
  mkdirSync(settings.out, { recursive: true })
  writeFileSync(join(settings.out, `${name}.bin`), model)
}
