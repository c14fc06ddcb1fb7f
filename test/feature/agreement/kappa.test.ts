import assert from 'node:assert/strict'
import { characterKappas, cohenKappa } from '../../../server/src/feature/scoring/kappa.ts'
import { pairOf } from './pair.ts'

const table = (rows: readonly (readonly number[])[]) =>
  new Map(
    rows.map((row, i) => [String(i), new Map(row.map((count, j) => [String(j), count]))] as const),
  )

function near(actual: number | undefined, wanted: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - wanted) < 0.0005, `${actual}, not ${wanted}`)
}

describe("Cohen's kappa", () => {
  it('has the values of well-known tables', () => {
    // Fifty proposals, yes and no; and the two of a hundred with equal shares of agreement.
    const proposals = [
      [20, 5],
      [10, 15],
    ]
    near(cohenKappa(table(proposals)), 0.4)
    const even = [
      [45, 15],
      [25, 15],
    ]
    near(cohenKappa(table(even)), 0.1304)
    const uneven = [
      [25, 35],
      [5, 35],
    ]
    near(cohenKappa(table(uneven)), 0.2593)
  })

  it('is undefined where both have one label throughout', () => {
    assert.equal(cohenKappa(table([[7]])), undefined)
    assert.equal(cohenKappa(new Map()), undefined)
  })

  it('counts characters over all pages, of each type and of sets of types', () => {
    // Of Place: both 20, gold alone 5, found alone 10, neither 15.
    const text = (marked: string, behind: string, rest: string) =>
      `⟦${marked}|Place⟧${behind}⟦${rest}|Person⟧`
    const gold = text('甲'.repeat(20) + '乙'.repeat(5), '丙'.repeat(10), '丁'.repeat(15))
    const found = `⟦${'甲'.repeat(20)}|Place⟧${'乙'.repeat(5)}⟦${'丙'.repeat(10)}|Place⟧${'丁'.repeat(15)}`
    const { byType, all } = characterKappas([pairOf(gold, found)])
    near(byType.get('Place'), 0.4)
    // One has it never, the other 15 times: as chance has it.
    near(byType.get('Person'), 0)
    // Same: 20 of 50; by chance: Place 25/50 · 30/50, none 10/50 · 20/50.
    near(all, (0.4 - 0.38) / (1 - 0.38))
  })

  it('takes a character in two mentions for another label than one in one of them', () => {
    const { all, byType } = characterKappas([
      pairOf('⟦⟦甲|Place⟧乙|Organization⟧丙丙', '⟦甲乙|Organization⟧丙丙'),
    ])
    assert.equal(byType.get('Organization'), 1)
    // Same: 3 of 4; by chance: Organization alone 1/4 · 2/4, none 2/4 · 2/4.
    near(all, (0.75 - 0.375) / 0.625)
  })

  it('counts a character beyond U+FFFF once', () => {
    const one = characterKappas([pairOf('⟦𠮷|Place⟧甲乙', '⟦𠮷甲|Place⟧乙')])
    const other = characterKappas([pairOf('⟦丙|Place⟧甲乙', '⟦丙甲|Place⟧乙')])
    assert.deepEqual(one, other)
  })
})
