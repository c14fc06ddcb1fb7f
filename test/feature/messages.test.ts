import assert from 'node:assert/strict'
import { labelOf, t } from '../../server/src/feature/wording/messages.ts'

describe('texts for people', () => {
  it('show what would steer a terminal or a log in names', () => {
    assert.equal(t('There is no format {0}.', '\u001b[31m'), 'There is no format \\u001b[31m.')
    assert.equal(labelOf({ name: 'A', label: 'a\u202eb', labelZh: '甲' }), 'a\\u202eb')
  })

  it('have other quotation marks inside their own', () => {
    assert.equal(t('⤷ continues: “{0}”?', '“十匠”'), '⤷ continues: “‘十匠’”?')
  })
})
