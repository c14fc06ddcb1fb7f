import assert from 'node:assert/strict'
import { commandsDocument, commandsFile } from '../../.ci/commands.ts'
import { actions } from '../../server/src/feature/annotate/actions.ts'
import { read } from './sources.ts'

describe('the documentation of server commands', () => {
  it('is that of the actions: `node .ci/commands.ts` writes it', () => {
    assert.equal(read(commandsFile), commandsDocument())
  })

  it('says what each does', () => {
    for (const [name, { description }] of Object.entries(actions)) {
      assert.match(description, /^[A-Z].*\.$/s, name)
    }
  })
})
