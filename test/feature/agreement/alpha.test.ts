import assert from 'node:assert/strict'
import {
  alpha,
  type Disagreement,
  disagreement,
  unitizingAlphas,
} from '../../../server/src/feature/scoring/alpha.ts'
import { pairOf } from './pair.ts'

/** Units as `[start, length]`. */
type Units = readonly (readonly [start: number, length: number])[]

function of(length: number, one: Units, other: Units, stretch = 1): Disagreement {
  const spans = (units: Units) =>
    units.map(([start, size]) => ({ start: start * stretch, end: (start + size) * stretch }))
  return disagreement({ length: length * stretch, observers: [spans(one), spans(other)] })
}

function near(actual: number | undefined, wanted: number, by: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - wanted) <= by, `${actual} is not ${wanted}`)
}

describe("Krippendorff's alpha for unitizing", () => {
  // Content Analysis, 2nd ed., p. 254: a continuum of 300 that begins at 150.
  const c = of(
    300,
    [
      [75, 70],
      [220, 30],
    ],
    [
      [70, 80],
      [205, 20],
      [250, 20],
    ],
  )
  const k = of(
    300,
    [
      [30, 60],
      [150, 50],
    ],
    [
      [30, 60],
      [150, 50],
    ],
  )

  it('has the values of the example of 2004', () => {
    near(c.observed, 0.0144, 0.0001)
    near(c.expected, 0.0532, 0.0001)
    near(alpha([c]), 0.7286, 0.0001)
    near(k.observed, 0, 0)
    near(k.expected, 0.049, 0.0001)
    near(alpha([k]), 1, 0)
    near(alpha([c, k]), 0.8591, 0.0005)
  })

  // Sociological Methodology 25, p. 57: four pairs of annotators on a continuum of 24, and on one that is stretched.
  const gerret: Units = [
    [2, 6],
    [10, 2],
    [14, 4],
    [20, 2],
  ]
  const gill: Units = [
    [0, 2],
    [4, 4],
    [10, 4],
    [16, 2],
    [20, 2],
  ]
  const bertha: Units = [
    [2, 8],
    [14, 6],
  ]
  const bill: Units = [
    [4, 4],
    [15, 2],
  ]
  const john: Units = [[0, 18]]
  const jill: Units = [
    [0, 2],
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 1],
    [6, 3],
    [9, 1],
  ]
  const heather: Units = [
    [0, 2],
    [2, 8],
    [10, 4],
    [14, 6],
    [20, 4],
  ]
  const hill: Units = [
    [0, 4],
    [4, 4],
    [8, 7],
    [15, 2],
    [17, 7],
  ]

  it('has the observed disagreements of the examples of 1995', () => {
    near(of(24, bertha, bill).observed, 0.03125, 0.00001)
    near(of(24, john, jill).observed, 2.26736, 0.00001)
    near(of(24, gerret, gill).observed, 0.02777, 0.00001)
    near(of(24, heather, hill).observed, 0.38715, 0.00001)
  })

  it('has their expected disagreements and alphas on a fine scale, below zero too', () => {
    for (const [one, other, expected, wanted] of [
      [bertha, bill, 0.0699, 0.553],
      [john, jill, 1.17731, -0.926],
      [gerret, gill, 0.08642, 0.679],
      [heather, hill, 0.41445, 0.066],
    ] as const) {
      const found = of(24, one, other, 50_000)
      near(found.expected, expected, 0.005)
      near(alpha([found]), wanted, 0.02)
    }
  })

  it('is undefined where there are no units', () => {
    assert.equal(alpha([of(24, [], [])]), undefined)
    assert.equal(alpha([of(0, [], [])]), undefined)
    assert.equal(alpha([]), undefined)
  })

  it('takes pages one behind the other, and pieces of a name as units', () => {
    const same = pairOf('在⟦甲市|Place⟧和⟦乙|Person⟧', '在⟦甲市|Place⟧和⟦乙|Person⟧')
    const other = pairOf('⟦丙|Place⟧丁', '丙⟦丁|Place⟧')
    const { byType, all } = unitizingAlphas([same, other])
    // 7 characters; gold 1-3 and 5-6, found 1-3 and 6-7: two lonely units of 1.
    const place = disagreement({
      length: 7,
      observers: [
        [
          { start: 1, end: 3 },
          { start: 5, end: 6 },
        ],
        [
          { start: 1, end: 3 },
          { start: 6, end: 7 },
        ],
      ],
    })
    near(place.observed, (2 * 2) / (2 * 49), 1e-12)
    assert.equal(byType.get('Place'), alpha([place]))
    assert.equal(byType.get('Person'), 1)
    assert.ok(all !== undefined && all < 1)
  })

  it('counts characters, not units of UTF-16, and leaves out a mention in one of its type', () => {
    const astral = pairOf('⟦𠮷𠮷|Place⟧甲甲', '⟦𠮷𠮷|Place⟧甲⟦甲|Place⟧')
    const plain = pairOf('⟦乙乙|Place⟧甲甲', '⟦乙乙|Place⟧甲⟦甲|Place⟧')
    assert.deepEqual(unitizingAlphas([astral]), unitizingAlphas([plain]))
    const nested = pairOf('⟦⟦乙|Place⟧乙|Place⟧甲甲', '⟦乙乙|Place⟧甲⟦甲|Place⟧')
    assert.deepEqual(unitizingAlphas([nested]), unitizingAlphas([plain]))
  })
})
