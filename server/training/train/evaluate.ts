/** Precision, recall and F1 of a tagger, by type: exact span and type. */

import type { MarkedSpan } from '../../../test/marked.ts'
import type { Tagger } from '../../src/recognition/learned/tagger.ts'
import type { Sample } from './samples.ts'

export interface Count {
  right: number
  found: number
  gold: number
}

export type Counts = Map<string, Count>

export const micro = 'micro'

/** Adds to `counts` what `tagger` finds in `samples`; `lost` are names that stand in no sample. */
export function count(
  tagger: Tagger,
  samples: readonly Sample[],
  types: readonly string[],
  { counts, lost = [] }: { counts: Counts; lost?: readonly MarkedSpan[] },
): void {
  const add = (type: string, key: keyof Count): void => {
    if (!types.includes(type)) return
    for (const name of [type, micro]) {
      const known = counts.get(name) ?? { right: 0, found: 0, gold: 0 }
      known[key]++
      counts.set(name, known)
    }
  }
  for (const { unit, names } of samples) {
    const wanted = new Set(names.map(keyOf))
    for (const { type } of names) add(type, 'gold')
    for (const found of tagger.recognise(unit)) {
      add(found.type, 'found')
      if (wanted.has(keyOf(found))) add(found.type, 'right')
    }
  }
  for (const { type } of lost) add(type, 'gold')
}

/** What is missed (`-`) and what is wrong (`+`), in its context. */
export function differences(
  tagger: Tagger,
  samples: readonly Sample[],
  types: readonly string[],
): string[] {
  return samples.flatMap(({ unit, names }) => {
    const found = tagger.recognise(unit)
    const wanted = names.filter(({ type }) => types.includes(type))
    const show = (sign: string, { start, end, type }: MarkedSpan, why = ''): string => {
      const near = [start - 12, start, end, end + 12].map((at) => Math.max(0, at))
      const [before, name, after] = [0, 1, 2].map((i) => unit.text.slice(near[i], near[i + 1]))
      return `${sign} ${type} ${before}[${name}]${after} ${why}`.replaceAll('\n', '⏎')
    }
    const foundKeys = new Set(found.map(keyOf))
    const wantedKeys = new Set(wanted.map(keyOf))
    return [
      ...wanted.filter((one) => !foundKeys.has(keyOf(one))).map((one) => show('-', one)),
      ...found
        .filter((one) => !wantedKeys.has(keyOf(one)))
        .map((one) => show('+', one, one.reason)),
    ]
  })
}

/** One line: `name  Person 88/91/89  … micro …`, each precision/recall/F1. */
export function report(name: string, counts: Counts, types: readonly string[]): string {
  const columns = [...types, micro].map((type) => {
    const { right, found, gold } = counts.get(type) ?? { right: 0, found: 0, gold: 0 }
    const percent = (part: number, all: number): string =>
      (all === 0 ? 0 : (100 * part) / all).toFixed(1)
    return `${type} ${percent(right, found)}/${percent(right, gold)}/${percent(2 * right, found + gold)}`
  })
  return `${name.padEnd(12)} ${columns.join('  ')}`
}

function keyOf({ start, end, type }: MarkedSpan): string {
  return `${start} ${end} ${type}`
}
