/** The administrative divisions, each with those above it, and their names with and without the last word. */
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type WordMatcher, wordMatcher } from '../../words/word-matcher.ts'

export interface Division {
  /** Full names from the province down to its own: 浙江省, 嘉兴市, 南湖区. */
  readonly path: readonly string[]
  /** 1 for a province, 2 for a city, 3 for a county; one that no city is above skips a level. */
  readonly level: 1 | 2 | 3
}

export interface DivisionTree {
  /** Finds names at a place of a text, the longest. */
  readonly names: WordMatcher
  /** Those with this full name. */
  full(name: string): readonly Division[]
  /** Those that are called so without the last word (嘉兴) or without their people (阿坝), highest first. */
  short(name: string): readonly Division[]
}

const places = expressions('places', { divisionEnd: '', peoples: '' })

export const divisionTree = oncePer((lexicon: Lexicon): DivisionTree => {
  const { divisionEnd, peoples } = places(lexicon)
  const full = new Map<string, Division[]>()
  const short = new Map<string, Division[]>()
  for (const division of allDivisions(wordList(lexicon, 'division-tree'))) {
    const name = division.path.at(-1) ?? ''
    add(full, name, division)
    const stem = name.replace(divisionEnd, '').replace(peoples, '')
    if (stem.length > 1 && stem !== name) add(short, stem, division)
  }
  for (const divisions of short.values()) divisions.sort((a, b) => a.level - b.level)
  return {
    names: wordMatcher([...full.keys(), ...short.keys()]),
    full: (name) => full.get(name) ?? [],
    short: (name) => short.get(name) ?? [],
  }
})

function* allDivisions(lines: Iterable<string>): Generator<Division> {
  for (const line of lines) {
    const [province = '', city, ...counties] = line.split(' ')
    if (city === undefined) yield { path: [province], level: 1 }
    const above = city === undefined || city === '-' ? [province] : [province, city]
    if (above.length === 2) yield { path: above, level: 2 }
    for (const county of counties) yield { path: [...above, county], level: 3 }
  }
}

function add(map: Map<string, Division[]>, name: string, division: Division): void {
  const known = map.get(name)
  if (known === undefined) map.set(name, [division])
  else known.push(division)
}

/** Whether a division lies in another one, or is it. */
export function isWithin({ path }: Division, above: Division): boolean {
  return above.path.every((name, i) => path[i] === name)
}
