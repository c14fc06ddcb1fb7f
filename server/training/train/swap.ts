/** Copies of marked pages with other names in them: what is learned is then how names stand, not which they are. */

import { segment } from '../../../test/words/segmenter.ts'
import { type Lexicon, wordList } from '../../src/values/lexicon.ts'
import { generator, linesIn } from './own-lists.ts'
import type { Marked } from './pages.ts'

/** The page with other people, divisions and brands, the same new name wherever an old one stands in a mention. */
export type Swap = (page: Marked, seed: number) => Marked

export function nameSwapper(lexicon: Lexicon): Swap {
  const surnames = [...wordList(lexicon, 'surnames')]
  const given = linesIn('given-characters.txt')
  const brands = linesIn('brand-characters.txt')
  const divisions = divisionsByEnd(lexicon)
  const addresses = new Set(linesIn('addresses.txt'))
  return (page, seed) => {
    const random = generator(seed)
    const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
    const swapped = new Map<string, string>()
    const other = (word: string, make: () => string): string => {
      const known = swapped.get(word)
      if (known !== undefined) return known
      const made = make()
      swapped.set(word, made)
      return made
    }
    const person = (name: string): string =>
      other(name, () => {
        if (!/^\p{Script=Han}{2,4}$/u.test(name)) return name
        if (addresses.has(name.charAt(0))) return name.charAt(0) + pick(surnames)
        const surname = surnames[Math.floor(surnames.length * random() ** 2)] ?? ''
        const rest = [...addresses].find((each) => name.length > each.length && name.endsWith(each))
        if (rest !== undefined) return surname + rest
        return surname + (random() < 0.25 ? pick(given) : pick(given) + pick(given))
      })
    const others = (text: string): string => {
      const words = segment(text)
      return words
        .map(({ text: word, tag }, index) => {
          const same = divisions.get(endOf(word))
          if (word.length > 1 && same?.known.has(word) === true) {
            return other(word, () => pick(same.list))
          }
          // A word that the dictionary does not know, behind a division or at the beginning: a brand.
          const isBrand = index < 3 && words.length > index + 1 && /^(?:x|n[rz])$/.test(tag)
          if (isBrand && /^\p{Script=Han}{2}$/u.test(word)) {
            return other(word, () => pick(brands) + pick(brands))
          }
          return word
        })
        .join('')
    }
    return replaced(page, (text, type) =>
      type === 'Person' ? person(text) : swappedTypes.has(type) ? others(text) : text,
    )
  }
}

const swappedTypes = new Set(['Organization', 'Place', 'Initiative', 'Honor', 'Group', 'Role'])

/** Divisions by their last character, those without a level under ''. */
function divisionsByEnd(lexicon: Lexicon) {
  const lists = new Map<string, { readonly list: string[]; readonly known: Set<string> }>()
  const add = (end: string, name: string): void => {
    const { list, known } = lists.get(end) ?? { list: [], known: new Set() }
    lists.set(end, { list, known })
    list.push(name)
    known.add(name)
  }
  const ordinary = wordList(lexicon, 'ordinary-words')
  for (const name of [...wordList(lexicon, 'divisions')]) {
    if (name.length > 5) continue
    add(endOf(name), name)
    const short = name.slice(0, -1)
    if (levels.test(name) && short.length > 1 && short.length < 4 && !ordinary.has(short)) {
      add('', short)
    }
  }
  return lists
}

const levels = /[\u7701\u5e02\u53bf\u533a]$/u

function endOf(word: string): string {
  return levels.test(word) ? word.slice(-1) : ''
}

/** The page with its mentions put through `swap`. */
export function replaced(
  { text, spans }: Marked,
  swap: (text: string, type: string) => string,
): Marked {
  let made = ''
  let done = 0
  const moved = spans.map(({ start, end, type }) => {
    made += text.slice(done, start)
    const from = made.length
    made += swap(text.slice(start, end), type)
    done = end
    return { start: from, end: made.length, type }
  })
  return { text: made + text.slice(done), spans: moved }
}
