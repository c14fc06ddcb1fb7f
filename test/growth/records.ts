/** Annotations and texts: read, printed, compared and found again. */
import assert from 'node:assert/strict'
import { reanchor } from '../../server/src/annotation/anchor/anchor.ts'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { readStored } from '../../server/src/annotation/sidecar/stored.ts'
import { diffTexts } from '../../server/src/text/diff/diff.ts'
import { readMarked } from '../../server/src/text/marked.ts'
import { randomNumbers } from '../annotation/random.ts'
import { markedSidecar } from '../annotation/records.ts'
import { assertRuns } from '../text/runs.ts'
import { type Case, runOf } from './case.ts'

const [example] = markedSidecar('在⟦嘉兴市|Place⟧').sidecar.records

export const records: readonly Case[] = [
  {
    name: 'printing a sidecar',
    sizes: [1_000, 10_000],
    bar: 100,
    prepare(count) {
      const sidecar = { header: undefined, records: many(count), broken: [] }
      return () => void printSidecar(sidecar)
    },
  },
  {
    name: 'reading a sidecar',
    sizes: [1_000, 10_000],
    bar: 100,
    prepare(count) {
      const text = printSidecar({ header: undefined, records: many(count), broken: [] })
      return () => assert.equal(readSidecar(text).records.length, count)
    },
  },
  {
    name: 'telling ids apart that collide',
    sizes: [2_000, 20_000],
    bar: 2_000,
    prepare(count) {
      const text = '{"kind":"page","id":"A","what":"done"}\n'.repeat(count)
      return () => {
        const ids = readStored(text).records.map(({ id }) => id)
        assert.equal(new Set(ids).size, count)
      }
    },
  },
  ...['⟦', '|Place⟧', '|aaaaaaaaaaaaaaaaaaaaaaaaa', '⟦甲|Place⟧'].map(
    (piece): Case => ({
      name: `reading marks ${piece}`,
      sizes: [10_000, 100_000],
      bar: 750,
      expressions: true,
      prepare(count) {
        const text = piece.repeat(count)
        return () => void readMarked(text)
      },
    }),
  ),
  anchoring('the old text known', 3_000, ({ before, after }) => [after, () => before]),
  anchoring('the old text not known', 15_000, ({ after }) => [after, () => undefined]),
  anchoring('in another text', 15_000, ({ before }) => [
    runOf('嘉兴市总工会。', before.length),
    () => before,
  ]),
  comparing('an edited text', 0.95, (page) => page.replace(/[一丁]/g, '工')),
  comparing('two texts', 0, (page) => randomText(page.length, 4)),
  {
    name: 'comparing texts of the same characters',
    sizes: [20_000, 200_000],
    bar: 2_000,
    prepare(length) {
      const [before, after] = [runOf('工', length), runOf('会工', length)]
      return () => assertRuns(before, after, diffTexts(before, after))
    },
  },
]

function many(count: number): readonly SpanRecord[] {
  return Array.from({ length: count }, (_, i): SpanRecord => {
    assert.ok(example?.kind === 'span')
    return { ...example, id: String(i).padStart(26, '0'), at: [[6 * i, 6 * i + 3]] }
  })
}

interface Texts {
  readonly before: string
  readonly after: string
}

/** Twenty characters of text for each record. */
function anchoring(
  name: string,
  bar: number,
  texts: (texts: Texts) => readonly [string, () => string | undefined],
): Case {
  return {
    name: `re-anchoring, ${name}`,
    sizes: [1_000, 10_000],
    bar,
    prepare(count) {
      const random = randomNumbers(8)
      const units = Array.from({ length: 20 * count }, (_, i) =>
        i % 400 === 399 ? '\n' : String.fromCharCode(0x4e00 + random.below(800)),
      )
      const before = units.join('')
      const after = units.map((unit) => (random.below(100) === 0 ? '工' : unit)).join('')
      const old = textView(before)
      const records = Array.from({ length: count }, (_, i): SpanRecord => {
        const anchor = describeSpans(old, [{ start: 20 * i, end: 20 * i + 4 }])
        return { kind: 'span', id: `${i}`, ...anchor, type: 'Place', status: 'accepted' }
      })
      const [text, textOf] = texts({ before, after })
      const view = textView(text)
      return () => {
        const found = reanchor(records, view, { sha256: old.sha256, textOf })
        assert.equal(found.length, records.length)
      }
    },
  }
}

/** `least` is the share of the text that has to be found in the other. */
function comparing(name: string, least: number, other: (page: string) => string): Case {
  return {
    name: `comparing ${name}`,
    sizes: [20_000, 200_000],
    bar: 2_000,
    prepare(length) {
      const before = randomText(length, 3)
      const after = other(before)
      return () => {
        const kept = diffTexts(before, after)
        assertRuns(before, after, kept)
        assert.ok(kept.reduce((sum, one) => sum + one.length, 0) >= least * length)
      }
    },
  }
}

function randomText(length: number, seed: number): string {
  const random = randomNumbers(seed)
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + random.below(900))).join('')
}
