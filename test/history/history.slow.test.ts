import { describe, it } from 'mocha'
import { isLongRun } from '../rounds.ts'
import { liveThrough } from './lived.ts'

describe('many histories of edits, actions and undo', () => {
  for (const overlap of [false, true]) {
    it(`leave each annotation where it must be${overlap ? ', with overlaps' : ''}`, () => {
      // Everyday runs are the same each time; the long one, of ten minutes, tries what nobody has tried yet.
      const [seed, seconds] = isLongRun ? [Date.now() % 2 ** 31, 300] : [2, 15]
      liveThrough({ seed, seconds, times: isLongRun ? 1_000_000 : 300, overlap })
    })
  }
})
