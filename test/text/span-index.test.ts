import assert from 'node:assert/strict'
import { overlaps, type Span } from '../../server/src/text/span.ts'
import { SpanIndex } from '../../server/src/text/span-index.ts'

describe('an index of spans', () => {
  it('finds those that overlap a span as looking at each does', () => {
    let seed = 3
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    const span = (): Span => {
      const start = random(40)
      return { start, end: start + random(random(4) === 0 ? 40 : 5) }
    }
    for (let round = 0; round < 500; round++) {
      const spans = Array.from({ length: random(20) }, span)
      const index = new SpanIndex(spans)
      const wanted = span()
      assert.deepEqual(
        new Set(index.overlapping(wanted)),
        new Set(
          spans.filter(
            (each) => each.start < each.end && wanted.start < wanted.end && overlaps(each, wanted),
          ),
        ),
      )
    }
  })

  it('gives them by where they begin', () => {
    const spans = [
      { start: 5, end: 6 },
      { start: 0, end: 9 },
      { start: 3, end: 4 },
    ]
    assert.deepEqual(new SpanIndex(spans).overlapping({ start: 3, end: 6 }), [
      spans[1],
      spans[2],
      spans[0],
    ])
    assert.deepEqual(new SpanIndex(spans).overlapping({ start: 3, end: 6 }, 1), [spans[1]])
    assert.deepEqual(new SpanIndex([]).overlapping({ start: 0, end: 1 }), [])
  })
})
