/** What a mention and an initiative can be to each other, as it is offered. */
import assert from 'node:assert/strict'
import { optionsOf } from '../../client/src/annotate/targets.ts'
import type { PossibleRelation } from '../../server/src/protocol.ts'

const part = {
  name: 'part',
  label: 'part',
  kind: 'choice',
  choices: [
    { name: 'host', label: 'host' },
    { name: 'member', label: 'member' },
  ],
} as const
const actor: PossibleRelation = { type: 'actor', label: 'actor', end: 'to', attributes: [part] }

const shown = (...relations: readonly PossibleRelation[]) =>
  optionsOf({ relations }).map(({ label, isMade }) => `${label}${isMade ? ' ✓' : ''}`)

describe('relations that are offered', () => {
  it('come with each value that is chosen from a list, and without one', () => {
    const place: PossibleRelation = { type: 'place', label: 'place', end: 'to', attributes: [] }
    assert.deepEqual(shown(actor, place), ['actor: host', 'actor: member', 'actor', 'place'])
  })

  it('say which one is there', () => {
    const host = { ...actor, id: '1', values: { part: 'host' } }
    assert.deepEqual(shown(host), ['actor: host ✓', 'actor: member', 'actor'])
    assert.deepEqual(shown({ ...actor, id: '1' }), ['actor: host', 'actor: member', 'actor ✓'])
  })

  it('take a value away where the relation alone is chosen', () => {
    const [, , plain] = optionsOf({
      relations: [{ ...actor, id: '1', values: { part: 'host' } }],
    })
    assert.deepEqual(plain?.attributes, { part: null })
  })
})
