import fc from 'fast-check'
import { describe, it } from 'mocha'
import { isLongRun } from '../rounds.ts'
import { liveThrough } from './lived.ts'
import { livedByTwo, windowHistories } from './windows.ts'

/** Everyday runs are the same each time; the long one, of ten minutes, tries what nobody has tried yet. */
const run = isLongRun
  ? { seed: Date.now() % 2 ** 31, seconds: 200, times: 1_000_000 }
  : { seed: 2, seconds: 12, times: 300 }

describe('many histories of edits, actions and undo', () => {
  for (const overlap of [false, true]) {
    it(`leave each annotation where it must be${overlap ? ', with overlaps' : ''}`, () => {
      liveThrough({ ...run, overlap })
    })
  }

  it('of two windows end alike, in both and in the file', async () => {
    await fc.assert(fc.asyncProperty(windowHistories, livedByTwo), {
      seed: run.seed,
      numRuns: run.times,
      interruptAfterTimeLimit: 1000 * run.seconds,
    })
  })
})
