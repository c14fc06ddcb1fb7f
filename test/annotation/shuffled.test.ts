import assert from 'node:assert/strict'
import { reanchor } from '../../server/src/annotation/anchor/anchor.ts'
import { spansOfRanges, textView } from '../../server/src/annotation/record/selectors.ts'
import type { Span } from '../../server/src/text/span.ts'
import { mentionsOf, pageTexts } from './corrections.ts'
import { type RandomNumbers, randomNumbers } from './random.ts'
import { spanRecord } from './records.ts'

/** The page with lines exchanged and two faults in a hundred characters; where each character is. */
function shuffled(page: string, random: RandomNumbers) {
  const lines = page.split('\n').map((line) => `${line}\n`)
  let start = 0
  const placed = lines.map((line) => {
    const begin = start
    start += line.length
    return [...line].map((unit, i) => ({ unit, origin: begin + i }))
  })
  for (let i = 0; i < 15; i++) {
    const [a, b] = [random.below(placed.length), random.below(placed.length)]
    const [one, other] = [placed[a] ?? [], placed[b] ?? []]
    placed[a] = other
    placed[b] = one
  }
  const cells = placed.flat().flatMap((cell) => {
    const drawn = random.next()
    if (drawn < 0.005) return []
    if (drawn < 0.01) return [cell, { ...cell, origin: -1 }]
    return drawn < 0.02 ? [{ ...cell, unit: '口' }] : [cell]
  })
  const places = new Map(cells.map(({ origin }, i) => [origin, i]))
  return { text: cells.map(({ unit }) => unit).join(''), places }
}

function expectedOf(mention: Span, places: ReadonlyMap<number, number>): Span | undefined {
  const found = Array.from({ length: mention.end - mention.start }, (_, i) =>
    places.get(mention.start + i),
  ).filter((place) => place !== undefined)
  const [first, last] = [found[0], found.at(-1)]
  return first === undefined || last === undefined ? undefined : { start: first, end: last + 1 }
}

describe('re-anchoring on pages in another order and with new faults', () => {
  for (const known of [true, false]) {
    it(`never gives a wrong place unreported, the old text ${known ? '' : 'not '}known`, () => {
      const random = randomNumbers(known ? 21 : 22)
      let kept = 0
      for (const page of [...pageTexts, ...pageTexts]) {
        const { text, places } = shuffled(page, random)
        const view = textView(text)
        const mentions = mentionsOf(page)
        const records = mentions.map((mention) => spanRecord(page, [mention]))
        const { sha256 } = textView(page)
        const found = reanchor(records, view, known ? { sha256, textOf: () => page } : { sha256 })
        for (const [i, { state, at }] of found.entries()) {
          const mention = mentions[i]
          if (state !== 'kept' || mention === undefined) continue
          kept++
          const [span] = spansOfRanges(view, at)
          assert.deepEqual(span, expectedOf(mention, places), records[i]?.quote[0])
        }
      }
      assert.ok(kept > 1000, `${kept}`)
    })
  }
})
