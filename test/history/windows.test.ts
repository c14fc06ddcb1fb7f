import fc from 'fast-check'
import { describe, it } from 'mocha'
import { keptOfWindows } from './kept.ts'
import { livedByTwo, windowHistories } from './windows.ts'

describe('two windows and another program on one page', () => {
  it('end alike, in both and in the file, and lose nothing that was confirmed', async () => {
    for (const steps of keptOfWindows) await livedByTwo(steps)
    await fc.assert(fc.asyncProperty(windowHistories, livedByTwo), { seed: 1, numRuns: 60 })
  })
})
