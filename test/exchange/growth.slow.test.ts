import type { ExchangePage } from '../../server/src/exchange/format/model.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { assertGrowsLinearly } from '../growth.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { growingFiles } from './growing-files.ts'
import { readAll, writeAll } from './round-trip.ts'

describe('reading a file of another program takes time by its length', () => {
  for (const { name, format: formatName, from, path, content, page } of growingFiles) {
    it(`${formatName}: ${name}`, async function () {
      this.timeout(120_000)
      const format = formats.find((each) => each.name === formatName)
      if (format === undefined) throw new Error(`There is no format ${formatName}`)
      await assertGrowsLinearly({
        from,
        prepare: (count) => {
          const text = page?.(count) ?? '王丽'
          return { files: new Map([[path, Buffer.from(content(count))]]), text }
        },
        run: ({ files, text }) => readAll(format, files, new AnyPage(text)),
      })
    })
  }
})

describe('writing a page takes time by its length', () => {
  const crossing = (count: number) =>
    Array.from({ length: count }, (_, i) => mention(`m${i}`, 'Person', [[i, count + i + 1]]))
  const pages: Readonly<Record<string, (count: number) => ExchangePage>> = {
    'tei: mentions that cross each other': (n) => exchangePage('王'.repeat(2 * n + 1), crossing(n)),
    'conllu: mentions on one token': (n) =>
      exchangePage(
        '王丽',
        Array.from({ length: n }, (_, i) => mention(`m${i}`, 'Person', [[0, 1]])),
      ),
    'conll: blanks': (n) => exchangePage(`${' '.repeat(10 * n)}王`, []),
  }
  for (const [name, pageOf] of Object.entries(pages)) {
    it(name, async function () {
      this.timeout(120_000)
      const format = formats.find((each) => each.name === name.split(':')[0])
      if (format === undefined) throw new Error(`There is no format for ${name}`)
      await assertGrowsLinearly({
        from: 2000,
        prepare: pageOf,
        run: (page) => writeAll(format, [page]),
      })
    })
  }
})

/** One page, whatever it is called. */
class AnyPage extends Map<string, string> {
  readonly #text: string

  constructor(text: string) {
    super()
    this.#text = text
  }

  override get(): string {
    return this.#text
  }
}
