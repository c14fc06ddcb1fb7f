/** The sentences of Universal NER in `data/`. */
import { readFileSync } from 'node:fs'

/** The marked lines of a file in `data/`. */
export function dataLines(name: string): string[] {
  const text = readFileSync(new URL(`data/${name}.txt`, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}
