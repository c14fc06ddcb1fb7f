import assert from 'node:assert/strict'
import {
  labelCount,
  mayBegin,
  mayEnd,
  mayFollow,
} from '../../../server/src/recognition/learned/labels.ts'
import { Lattice } from '../../../server/src/recognition/learned/lattice.ts'

const types = 1
const labels = labelCount(types)
const length = 4

/** Numbers between -2 and 2 without a pattern, the same at every run. */
function numbers(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => 2 * Math.sin(seed + i * i * 7.3))
}

const transitions = numbers(labels * labels, 1)
const scores = numbers(labels * length, 2)

/** All legal sequences with the exponential of their scores, the slow and certain way. */
function allPaths(): { readonly path: readonly number[]; readonly weight: number }[] {
  let paths: number[][] = [[]]
  for (let at = 0; at < length; at++) {
    paths = paths.flatMap((path) => Array.from({ length: labels }, (_, y) => [...path, y]))
  }
  return paths.filter(isLegal).map((path) => ({ path, weight: Math.exp(scoreOf(path)) }))
}

function isLegal(path: readonly number[]): boolean {
  return (
    mayBegin(path[0] ?? 0) &&
    mayEnd(path.at(-1) ?? 0) &&
    path.every((label, at) => at === 0 || mayFollow(path[at - 1] ?? 0, label))
  )
}

function scoreOf(path: readonly number[]): number {
  return path.reduce((sum, label, at) => {
    const step = at === 0 ? 0 : (transitions[(path[at - 1] ?? 0) * labels + label] ?? 0)
    return sum + step + (scores[at * labels + label] ?? 0)
  }, 0)
}

describe('lattice', () => {
  const lattice = new Lattice(types, transitions)
  const paths = allPaths()
  const total = paths.reduce((sum, { weight }) => sum + weight, 0)
  const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} and ${b}`)

  it('sums over all legal sequences', () => {
    near(lattice.sum(scores, length), Math.log(total))
  })

  it('finds the best one', () => {
    const best = paths.reduce((a, b) => (b.weight > a.weight ? b : a))
    assert.deepEqual([...lattice.best(scores, length)], best.path)
  })

  it('knows how probable a label is', () => {
    lattice.sum(scores, length)
    for (let at = 0; at < length; at++) {
      for (let y = 0; y < labels; y++) {
        const with_ = paths.filter(({ path }) => path[at] === y)
        const cell = at * labels + y
        near(
          (lattice.forward[cell] ?? 0) * (lattice.backward[cell] ?? 0),
          with_.reduce((sum, { weight }) => sum + weight, 0) / total,
        )
      }
    }
  })

  it('knows how probable a name is', () => {
    lattice.sum(scores, length)
    const name = [1, 2, 3]
    const with_ = paths.filter(({ path }) => name.every((label, i) => path[i + 1] === label))
    const expected = with_.reduce((sum, { weight }) => sum + weight, 0) / total
    near(lattice.probability(Uint8Array.from([0, ...name]), 1, 4), expected)
  })
})
