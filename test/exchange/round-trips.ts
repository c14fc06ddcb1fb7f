/** What every format has to stand with every page: nothing is lost that it has not declared. */
import assert from 'node:assert/strict'
import type { Format } from '../../server/src/exchange/format/format.ts'
import type { ExchangePage } from '../../server/src/exchange/format/model.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { comparable, less, roundTrip, writeAll } from './round-trip.ts'

export interface Variant {
  readonly name: string
  readonly format: Format
  readonly options: Readonly<Record<string, string>>
}

/** Each format with each choice that it offers. */
export const variants: readonly Variant[] = formats.flatMap((format) => [
  { name: format.name, format, options: {} },
  ...format.options.flatMap((option) =>
    option.values.slice(1).map((value) => ({
      name: `${format.name} --${option.name} ${value}`,
      format,
      options: { [option.name]: value },
    })),
  ),
])

/** Writes the page, reads it again, and compares. */
export function assertRoundTrip({ format, options }: Variant, page: ExchangePage): void {
  if (format.read === undefined) {
    const { files } = writeAll(format, [page], options)
    assert.ok(files.size > 0 || page.mentions.length === 0)
    return
  }
  const { read, restored, losses, problems } = roundTrip(format, page, options)
  assert.deepEqual(problems, [])
  const lostText = losses.some(({ kind, lost }) => kind === 'page' && lost.join().includes('text'))
  if (!lostText) assert.equal(read.text, page.text)
  const ids = format.holds.mentions.includes('id')
  const shown = (value: unknown): unknown =>
    page.mentions.length > 1000 ? JSON.stringify(value) : value
  assert.deepEqual(
    shown(comparable(read, ids)),
    shown(comparable(less(page, losses), ids)),
    'read is written less the declared losses',
  )
  assert.deepEqual(
    shown(comparable(restored, true)),
    shown(comparable(page, true)),
    'the side file restores everything',
  )
  assert.deepEqual(restored.records ?? [], page.records)
  if (format.holds.page.includes('data')) assert.deepEqual(read.data, page.data)
  const words = read.mentions.map(({ spans }) => spans.map((span) => sliceSpan(read.text, span)))
  assert.ok(words.flat().every((each) => each !== ''))
}
