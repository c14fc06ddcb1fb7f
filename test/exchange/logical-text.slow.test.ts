import assert from 'node:assert/strict'
import { formats } from '../../server/src/exchange/formats.ts'
import {
  logicalLine,
  logicalMapOf,
  readLogicalSides,
  sourceReading,
} from '../../server/src/exchange/our-page/logical-side.ts'
import { pageOf, texts } from './logical-texts.ts'
import { comparable, roundTrip } from './round-trip.ts'

describe('logical text', () => {
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
})
