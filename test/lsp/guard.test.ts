import assert from 'node:assert/strict'
import { describe as describeError } from '../../server/src/lsp/guard.ts'

describe('the log', () => {
  it('shows what would steer a terminal in messages of errors', () => {
    assert.equal(describeError('no file \u001b[31m.txt'), 'no file \\u001b[31m.txt')
    const said = describeError(new Error('no file \u009b31m.txt'))
    assert.match(said, /^Error: no file \\u009b31m\.txt\n {4}at /)
  })
})
