/** Persons in bylines: the names behind 记者, 通讯员, 实习生, and in member lists. */

import type { Span } from '../../text/span.ts'
import { append } from '../../values/append.ts'
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { matchesOf } from '../reading/match.ts'
import type { Candidate, Recogniser } from '../reading/recogniser.ts'

/** 记者阮向民报道, (记者王鑫 方大丰 通讯员王桂平), 通讯员张鲜红 摄, and what the page's own byline says. */
export const bylines: Recogniser = {
  name: 'byline',
  recognise(unit, lexicon) {
    const found = unit.byline.map(({ name, span }) =>
      person(span.start, endOf(unit.text, name, span)),
    )
    const { heads, photographer } = rules(lexicon)
    for (const head of matchesOf(heads, unit.text)) {
      append(found, names(unit.text, head.index + head[0].length, lexicon))
    }
    for (const photo of matchesOf(photographer, unit.text)) {
      const [start, end] = photo.indices?.[1] ?? [0, 0]
      found.push(person(start, end))
    }
    return found
  },
}

/** (艾 青): a name of two characters is set with a blank between them, which its span has too. */
function endOf(text: string, name: string, { start, end }: Span): number {
  let at = start
  for (const character of name) {
    if (/[ \u3000]/u.test(text.charAt(at))) at++
    if (!text.startsWith(character, at)) return end
    at += character.length
  }
  return at
}

const rules = expressions('bylines', {
  heads: 'g',
  listedName: 'dy',
  lastName: 'dy',
  photographer: 'dg',
})

/** The names of a list that begins at `at`: separated by 、 or blanks, closed by 报道, 摄, ) and the like. */
function names(text: string, at: number, lexicon: Lexicon): Candidate[] {
  const { listedName, lastName } = rules(lexicon)
  const notNames = wordList(lexicon, 'not-names')
  const found: Candidate[] = []
  for (let from = at; found.length < 20; ) {
    lastName.lastIndex = from
    listedName.lastIndex = from
    const listed = lastName.exec(text) ?? listedName.exec(text)
    const [start, end] = listed?.indices?.[1] ?? [0, 0]
    if (listed === null || start === end || notNames.has(text.slice(start, end))) break
    found.push(person(start, end))
    from = end
    while (/[、 \u3000\n]/.test(text.charAt(from)) && from < end + 2) from++
    if (from === end) break
  }
  return found
}

function person(start: number, end: number): Candidate {
  return { start, end, type: 'Person', confidence: 0.95, reason: 'byline' }
}
