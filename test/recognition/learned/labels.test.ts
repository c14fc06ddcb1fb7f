import assert from 'node:assert/strict'
import {
  arcsOf,
  labelCount,
  markName,
  mayFollow,
} from '../../../server/src/recognition/learned/labels.ts'
import { namesIn } from '../../../server/src/recognition/learned/tagger.ts'

describe('labels', () => {
  it('a name that is begun goes on to its end', () => {
    const [firstOfOne, lastOfOne, innerOfTwo, outside] = [1, 3, 6, 0]
    assert.ok(mayFollow(firstOfOne, lastOfOne))
    assert.ok(!mayFollow(firstOfOne, outside))
    assert.ok(!mayFollow(firstOfOne, innerOfTwo))
    assert.ok(!mayFollow(outside, lastOfOne))
    assert.ok(mayFollow(lastOfOne, firstOfOne))
  })

  it('arcs are all legal pairs, each once', () => {
    const arcs = arcsOf(2)
    const pairs = Array.from(
      { length: arcs.length / 2 },
      (_, i) => `${arcs[2 * i]} ${arcs[2 * i + 1]}`,
    )
    const legal: string[] = []
    for (let from = 0; from < labelCount(2); from++) {
      for (let to = 0; to < labelCount(2); to++)
        if (mayFollow(from, to)) legal.push(`${from} ${to}`)
    }
    assert.deepEqual(pairs.sort(), legal.sort())
  })

  it('names are read back from their labels', () => {
    const names = [
      { start: 0, end: 1, type: 1 },
      { start: 1, end: 3, type: 0 },
      { start: 4, end: 9, type: 1 },
    ]
    const labels = new Uint8Array(10)
    for (const { start, end, type } of names) markName(labels, start, end, type)
    assert.deepEqual(namesIn(labels), names)
  })
})
