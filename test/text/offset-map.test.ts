import assert from 'node:assert/strict'
import {
  logicalToSource,
  type OffsetMap,
  sourceToLogical,
} from '../../server/src/text/offset-map.ts'

const source = '车司机。【图】本报讯 货\n\n'
/** An article that begins at the end of the page: 本报讯 货 + 车司机。 with a joint behind it. */
const map: OffsetMap = {
  pieces: [
    { logical: 0, source: 7, length: 3 },
    { logical: 3, source: 10, length: 2 },
    { logical: 5, source: 0, length: 4 },
  ],
}
const logical = '本报讯 货车司机。\n'

describe('the offset map', () => {
  it('finds a name in pieces, in reading order', () => {
    assert.deepEqual(logicalToSource(map, { start: 4, end: 8 }), [
      { start: 11, end: 12 },
      { start: 0, end: 3 },
    ])
  })

  it('joins pieces that stand next to each other in the source', () => {
    assert.deepEqual(logicalToSource(map, { start: 1, end: 5 }), [{ start: 8, end: 12 }])
  })

  it('leaves out what stands nowhere in the source', () => {
    assert.deepEqual(logicalToSource(map, { start: 8, end: 10 }), [{ start: 3, end: 4 }])
    assert.deepEqual(logicalToSource(map, { start: 9, end: 10 }), [])
    assert.deepEqual(logicalToSource(map, { start: 2, end: 2 }), [])
    assert.deepEqual(logicalToSource({ pieces: [] }, { start: 0, end: 9 }), [])
  })

  it('goes from every unit of the source to the same character and back', () => {
    for (let at = 0; at < source.length; at++) {
      const there = sourceToLogical(map, at)
      // 4 and 12 stand right behind a piece, before what is no part of the text.
      if (there === undefined || at === 4 || at === 12) continue
      assert.equal(logical[there], source[at])
      assert.deepEqual(logicalToSource(map, { start: there, end: there + 1 }), [
        { start: at, end: at + 1 },
      ])
    }
  })

  it('knows what is not part of the text', () => {
    assert.deepEqual(
      [...source].map((_, at) => sourceToLogical(map, at) !== undefined),
      [true, true, true, true, true, false, false, true, true, true, true, true, true, false],
    )
    assert.equal(sourceToLogical(map, -1), undefined)
    assert.equal(sourceToLogical(map, 99), undefined)
    assert.equal(sourceToLogical({ pieces: [] }, 0), undefined)
  })

  it('takes a cursor right behind a piece to its end', () => {
    assert.equal(sourceToLogical(map, 4), 9)
    assert.equal(sourceToLogical(map, 12), 5)
  })
})
