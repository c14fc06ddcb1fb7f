import assert from 'node:assert/strict'
import type { ExchangePage } from '../../server/src/exchange/format/model.ts'
import { sourceReading } from '../../server/src/exchange/our-page/logical-side.ts'
import { logicalPage } from '../../server/src/exchange/our-page/logical-text.ts'
import { analysePage } from '../page/analyse-page.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { pageOf, texts } from './logical-texts.ts'

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
