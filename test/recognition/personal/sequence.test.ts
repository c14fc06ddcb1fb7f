import assert from 'node:assert/strict'
import { first, inner, last, only } from '../../../server/src/recognition/personal/labels.ts'
import { type FoundName, Sequence } from '../../../server/src/recognition/personal/sequence.ts'

const types = 2
const labels = 1 + 4 * types

/** All ways to put names into `length` characters. */
function ways(length: number): readonly (readonly FoundName[])[] {
  if (length === 0) return [[]]
  const all = [...ways(length - 1)]
  for (let start = 0; start < length; start++) {
    for (let type = 0; type < types; type++) {
      for (const before of ways(start)) all.push([...before, { start, end: length, type }])
    }
  }
  return all
}

function scoreOf(names: readonly FoundName[], scores: Float64Array, length: number): number {
  const path = new Uint8Array(length)
  for (const { start, end, type } of names) {
    for (let at = start; at < end; at++) {
      path[at] = at === start ? first(type) : at === end - 1 ? last(type) : inner(type)
    }
    if (end - start === 1) path[start] = only(type)
  }
  return path.reduce((sum, label, at) => sum + (scores[at * labels + label] ?? 0), 0)
}

function randomScores(length: number, seed: number): Float64Array {
  let state = seed
  return Float64Array.from({ length: length * labels }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state / 2 ** 32) * 6 - 3
  })
}

describe('sequence of names', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    it(`is the best of all, and each has its share, as seen by trying them (${seed})`, () => {
      const length = 5
      const scores = randomScores(length, seed)
      const sequence = new Sequence(types)
      const all = ways(length).map((names) => ({ names, score: scoreOf(names, scores, length) }))
      const best = all.reduce((a, b) => (b.score > a.score ? b : a))
      assert.deepEqual(sequence.best(scores, length), best.names)

      sequence.sum(scores, length, 0.5)
      const weight = (some: typeof all) =>
        some.reduce((sum, { score }) => sum + Math.exp(score * 0.5), 0)
      for (const name of all.flatMap(({ names }) => names)) {
        const withIt = all.filter(({ names }) =>
          names.some(
            (each) => each.start === name.start && each.end === name.end && each.type === name.type,
          ),
        )
        const share = weight(withIt) / weight(all)
        assert.ok(Math.abs(sequence.probability(name) - share) < 1e-9)
      }
    })
  }

  it('finds nothing where all is equal', () => {
    assert.deepEqual(new Sequence(types).best(new Float64Array(labels * 3), 3), [])
  })

  it('gives numbers for scores however far apart', () => {
    const scores = randomScores(50, 9).map((score) => score * 1e6)
    const sequence = new Sequence(types)
    sequence.sum(scores, 50, 1)
    const chance = sequence.probability({ start: 3, end: 6, type: 1 })
    assert.ok(chance >= 0 && chance <= 1)
  })
})
