import assert from 'node:assert/strict'
import fs from 'node:fs'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import type { ExchangeMention, ExchangePage } from '../../server/src/exchange/format/model.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import {
  logicalLine,
  logicalMapOf,
  readLogicalSides,
  sourceReading,
} from '../../server/src/exchange/our-page/logical-side.ts'
import { logicalPage } from '../../server/src/exchange/our-page/logical-text.ts'
import { sourcePage } from '../../server/src/exchange/our-page/source-page.ts'
import { lfText } from '../../server/src/exchange/our-page/text-positions.ts'
import { analysePage } from '../page/analyse-page.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { comparable, roundTrip } from './round-trip.ts'

const seeds = fs.readdirSync('seeds').filter((name) => name.endsWith('.txt'))

/** Pages of different kinds: real ones, with CRLF too, and one of breaks. */
const texts = [
  ...seeds.map((name) => fs.readFileSync(`seeds/${name}`, 'utf8')),
  fs.readFileSync(`seeds/${seeds[0]}`, 'utf8').replaceAll('\n', '\r\n'),
  '嘉兴市总工会\n启动“十匠”行动\n\n本报讯 在𠮷会推动快\n图为现场。\n递小哥入会。\n',
]

/** Mentions all over a text: short and long, over breaks and blanks, some in pieces. */
function everywhere(text: string): readonly ExchangeMention[] {
  const mentions: ExchangeMention[] = []
  for (let start = 0; start + 40 < text.length; start += 7) {
    const length = 1 + ((start * 7) % 12)
    const rest: readonly (readonly [number, number])[] =
      start % 5 === 0 ? [[start + 20, start + 24]] : []
    mentions.push(mention(`m${start}`, 'Person', [[start, start + length], ...rest]))
  }
  return mentions
}

function pageOf(raw: string): { source: ExchangePage; logical: ReturnType<typeof logicalPage> } {
  const page = analysePage(raw)
  const plain = sourcePage({
    path: 'p.txt',
    view: textView(raw),
    page,
    data: {},
    mentions: [],
    records: [],
    linked: () => undefined,
  })
  const source = { ...plain, mentions: everywhere(plain.text) }
  return { source, logical: logicalPage(source, page, lfText(raw).toLf) }
}

describe('logical text', () => {
  it('has articles in order, their breaks joined', () => {
    const { logical } = pageOf('嘉兴市总工会\n启动行动\n\n本报讯 在会上,快\n递小哥入会。\n')
    assert.match(logical.page.text, /快递小哥/)
    assert.equal(logical.page.kind, 'logical')
  })

  it('holds every character of the page that is no blank, once', () => {
    for (const text of texts) {
      const letters = (each: string): readonly string[] =>
        Array.from(each.replace(/\s/g, '')).sort()
      assert.deepEqual(letters(pageOf(text).logical.page.text), letters(text))
    }
  })

  it('covers the same words', () => {
    const words = ({ text, mentions }: ExchangePage): readonly string[] =>
      mentions.map(({ spans }) =>
        Array.from(
          spans
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/g, ''),
        )
          .sort()
          .join(''),
      )
    for (const text of texts) {
      const { source, logical } = pageOf(text)
      const inside = new Set(logical.page.mentions.map(({ id }) => id))
      const mentions = source.mentions.filter(({ id }) => inside.has(id))
      assert.deepEqual(words(logical.page), words({ ...source, mentions }))
    }
  })

  for (const format of formats.filter(({ read }) => read !== undefined)) {
    it(`comes home from ${format.name} with the side file: the same places in the source`, () => {
      for (const text of texts) {
        const { source, logical } = pageOf(text)
        const { restored } = roundTrip(format, logical.page)
        assert.equal(restored.text, logical.page.text)
        const side = readLogicalSides(logicalLine('p.txt', source.text, logical.map)).get('p.txt')
        assert.ok(side)
        const home = sourceReading(restored, logicalMapOf(side, source.text), source.text)
        assert.equal(home.text, source.text)
        assert.deepEqual(comparable(home, true), comparable(source, true))
      }
    })
  }

  it('brings a mention that was moved to its new place', () => {
    const source = exchangePage('快\n递小哥', [mention('a', 'Group', [[0, 5]])])
    const { map } = logicalPage(source, analysePage(source.text), (offset) => offset)
    const start = map.text.indexOf('小')
    const read = {
      name: 'p',
      text: map.text,
      mentions: [mention('a', 'Group', [[start, start + 2]])],
      relations: [],
    }
    assert.deepEqual(sourceReading(read, map, source.text).mentions[0]?.spans, [
      { start: 3, end: 5 },
    ])
  })
})
