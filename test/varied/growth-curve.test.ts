import assert from 'node:assert/strict'
import { exponentOf, growthCurve } from '../../.ci/growth-curve.ts'

describe('the curve of growth', () => {
  const root = [1000, 10_000, 100_000].map((pages) => [pages, 3 * Math.sqrt(pages)] as const)

  it('has the power of the number of pages', () => {
    assert.equal(exponentOf(root).toFixed(6), '0.500000')
    assert.equal(exponentOf(root.map(([pages]) => [pages, 7])).toFixed(6), '0.000000')
    assert.equal(exponentOf([[1000, 5]]), 0)
  })

  it('draws each figure against its first value, more pages to the right and more above', () => {
    const svg = growthCurve([{ name: 'two characters', points: root }])
    assert.match(svg, />two characters: n\^0\.50</)
    const [, path = ''] = /points="([^"]+)"/.exec(svg) ?? []
    const points = path.split(' ').map((point) => point.split(',').map(Number))
    const [first = [], second = [], third = []] = points
    const gap = (from: readonly number[], to: readonly number[], axis: 0 | 1) =>
      (to[axis] ?? 0) - (from[axis] ?? 0)
    assert.ok(gap(first, second, 0) > 0 && gap(first, second, 1) < 0)
    // Straight, for both axes are logarithmic.
    assert.ok(Math.abs(gap(first, second, 1) - gap(second, third, 1)) < 0.2)
    assert.ok(!svg.includes('NaN'))
  })
})
