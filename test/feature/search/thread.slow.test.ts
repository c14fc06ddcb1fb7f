import assert from 'node:assert/strict'
import { TooSlow } from '../../../server/src/feature/search/expressions.ts'
import { ExpressionThread } from '../../../server/src/feature/search/thread.ts'

describe('an expression in a thread of its own', () => {
  it('is ended where it runs away, while others go on; the next one runs', async () => {
    const thread = new ExpressionThread()
    try {
      let turns = 0
      const timer = setInterval(() => turns++, 5)
      await assert.rejects(thread.matches(['驿站'.repeat(50)], '(.*)*(.*)*x$', ''), TooSlow)
      clearInterval(timer)
      assert.ok(turns > 10, `${turns} turns`)
      assert.deepEqual(await thread.matches(['驿站'], '站', ''), [[[1, 2]]])
    } finally {
      thread.close()
    }
  })
})
