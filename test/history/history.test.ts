import { describe, it } from 'mocha'
import { liveThrough } from './lived.ts'

describe('a history of edits, actions and undo', () => {
  for (const overlap of [false, true]) {
    it(`leaves each annotation where it must be${overlap ? ', with overlaps' : ''}`, () => {
      liveThrough({ seed: 1, times: 25, overlap })
    })
  }
})
