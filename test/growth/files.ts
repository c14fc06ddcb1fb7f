/** Files of other programs: read, written and compared with what is there. */
import assert from 'node:assert/strict'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import type { Format } from '../../server/src/exchange/format/format.ts'
import type { ExchangePage } from '../../server/src/exchange/format/model.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { type CompareOptions, comparePage } from '../../server/src/feature/import/compare.ts'
import type { Span } from '../../server/src/text/span.ts'
import { spanRecord } from '../annotation/records.ts'
import { exchangePage, mention } from '../exchange/exchange-page.ts'
import { readAll, writeAll } from '../exchange/round-trip.ts'
import type { Case } from './case.ts'
import { growingFiles } from './growing-files.ts'

/** Pages whose mentions stand in each other's way, by how many there are. */
const writtenPages: Readonly<Record<string, (count: number) => ExchangePage>> = {
  'tei: mentions that cross each other': (n) =>
    exchangePage(
      '王'.repeat(2 * n + 1),
      Array.from({ length: n }, (_, i) => mention(`m${i}`, 'Person', [[i, n + i + 1]])),
    ),
  'conllu: mentions on one token': (n) =>
    exchangePage(
      '王丽',
      Array.from({ length: n }, (_, i) => mention(`m${i}`, 'Person', [[0, 1]])),
    ),
  'conll: blanks': (n) => exchangePage(`${' '.repeat(n)}王`),
}

export const files: readonly Case[] = [
  ...growingFiles.map(
    ({ name, format, from, path, content, page, expressions }): Case => ({
      name: `reading ${format}: ${name}`,
      sizes: [from, 10 * from],
      bar: 1_000,
      expressions: expressions ?? false,
      prepare(count) {
        const read = new Map([[path, Buffer.from(content(count))]])
        const text = page?.(count) ?? '王丽'
        return () => {
          const { pages, problems } = readAll(formatOf(format), read, { get: () => text })
          assert.ok(pages.length + problems.length > 0)
        }
      },
    }),
  ),
  comparing('one behind the other', 300, (i) => ({ start: 2 * i, end: 2 * i + 1 })),
  // A page has few mentions over all others.
  comparing('one over all others', 300, (i) =>
    i === 0 ? { start: 0, end: 600 } : { start: 2 * i, end: 2 * i + 1 },
  ),
  // All pairs are more than anybody reads: behind 100,000 the work is even.
  comparing('all in one place', 500, () => ({ start: 0, end: 1 })),
  ...Object.entries(writtenPages).map(
    ([name, pageOf]): Case => ({
      name: `writing ${name}`,
      sizes: [300, 3_000],
      bar: 1_000,
      prepare(count) {
        const page = pageOf(count)
        const format = formatOf(name.split(':')[0] ?? '')
        return () => void writeAll(format, [page])
      },
    }),
  ),
]

/** Each on a page that has as many already. */
function comparing(name: string, count: number, spanOf: (i: number) => Span): Case {
  return {
    name: `comparing an import: ${name}`,
    sizes: [count, 10 * count],
    bar: 1_000,
    prepare(size) {
      const text = '王'.repeat(2 * size + 2)
      const view = textView(text)
      const records = Array.from({ length: size }, (_, i) =>
        spanRecord(text, [spanOf(i)], 'Person', `M${i}`),
      )
      const placed = records.map((record, i) => ({ record, spans: [spanOf(i)] }))
      const incoming = records.map((record) => ({
        ...record,
        id: `${record.id} other`,
        type: 'Place',
      }))
      const options: CompareOptions = {
        as: 'annotations',
        schema: defaultSchema,
        format: 'brat',
        says: { mentions: new Set(), relations: new Set() },
        who: '王丽',
        when: '2026-11-20T09:00:00Z',
        newId: () => 'new',
      }
      return () => {
        for (const file of [incoming, records]) {
          const state = { view, records: placed, isSuggested: () => false }
          assert.equal(comparePage([file], state, options).length, size)
        }
      }
    },
  }
}

function formatOf(name: string): Format {
  const format = formats.find((each) => each.name === name)
  assert.ok(format !== undefined, name)
  return format
}
