import assert from 'node:assert/strict'
import { SpanLattice } from '../../../server/src/recognition/spans/lattice.ts'

const length = 6
const all: (readonly [number, number])[] = []
for (let start = 0; start < length; start++) {
  for (let end = start + 1; end <= Math.min(length, start + 3); end++) all.push([start, end])
}
const spans = {
  count: all.length,
  starts: Int32Array.from(all, ([start]) => start),
  ends: Int32Array.from(all, ([, end]) => end),
}
/** Numbers between -2 and 2 without a pattern, the same at every run. */
const scores = Float64Array.from(all, (_, i) => 2 * Math.sin(1 + i * i * 7.3))

/** All choices of spans that do not overlap, the slow and certain way. */
function ways(from: number): (readonly number[])[] {
  const found: (readonly number[])[] = [[]]
  for (const [i, [start, end]] of all.entries()) {
    if (start >= from) for (const rest of ways(end)) found.push([i, ...rest])
  }
  return found
}

const scoreOf = (way: readonly number[]): number =>
  way.reduce((sum, i) => sum + (scores[i] ?? 0), 0)

describe('lattice of spans', () => {
  const lattice = new SpanLattice()
  const every = ways(0)
  const total = every.reduce((sum, way) => sum + Math.exp(scoreOf(way)), 0)
  const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} and ${b}`)

  it('sums over all ways', () => {
    near(lattice.sum(length, spans, scores.map(Math.exp)), Math.log(total))
  })

  it('knows how probable a span is', () => {
    const weights = scores.map(Math.exp)
    lattice.sum(length, spans, weights)
    for (const [i, [start, end]] of all.entries()) {
      const with_ = every.filter((way) => way.includes(i))
      const expected = with_.reduce((sum, way) => sum + Math.exp(scoreOf(way)), 0) / total
      near(lattice.factor(start, end) * (weights[i] ?? 0), expected)
    }
  })

  it('finds the best way', () => {
    const best = every.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a))
    assert.deepEqual(lattice.best(length, spans, scores), best)
  })

  it('sums over ways that weigh more than numbers can be', () => {
    const count = 2000
    const many = {
      count,
      starts: Int32Array.from({ length: count }, (_, i) => i),
      ends: Int32Array.from({ length: count }, (_, i) => i + 1),
    }
    const sum = lattice.sum(count, many, new Float64Array(count).fill(Math.exp(20)))
    near(sum / count, Math.log(1 + Math.exp(20)))
    near(lattice.factor(1000, 1001) * Math.exp(20), 1 / (1 + Math.exp(-20)))
  })
})
