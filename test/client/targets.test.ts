/** What a mention and an initiative can be to each other, as it is offered. */
import assert from 'node:assert/strict'
import { isTargets, optionsOf, type Way } from '../../client/src/annotate/targets.ts'

const part = {
  name: 'part',
  label: 'part',
  kind: 'choice',
  choices: [
    { name: 'host', label: 'host' },
    { name: 'member', label: 'member' },
  ],
} as const
const actor: Way = { type: 'actor', label: 'actor', end: 'to', attributes: [part] }

const shown = (...relations: readonly Way[]) =>
  optionsOf({ relations }).map(({ label, isMade }) => `${label}${isMade ? ' ✓' : ''}`)

describe('relations that are offered', () => {
  it('come with each value that is chosen from a list, and without one', () => {
    const place: Way = { type: 'place', label: 'place', end: 'to', attributes: [] }
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

describe('an answer of the server', () => {
  it('has targets or is none', () => {
    assert.ok(isTargets({ mention: {}, targets: [] }))
    for (const answer of [undefined, null, 'x', {}, { mention: {}, targets: 1 }]) {
      assert.ok(!isTargets(answer))
    }
  })
})
