import assert from 'node:assert/strict'
import { DecidedNames, noDecisions } from '../../server/src/index/decided-names.ts'
import type { PageNames, Types } from '../../server/src/index/page-names.ts'

/** `富润 Organization 2 2026-11-20`: accepted twice, last at that time. `-富润 Place`: is none anywhere. */
function names(...lines: readonly string[]): PageNames {
  const accepted = new Map<string, Types>()
  const negative = new Set<string>()
  for (const line of lines) {
    const [name = '', type = '', count = '1', last = ''] = line.replace('-', '').split(' ')
    if (line.startsWith('-')) negative.add(`${type} ${name}`)
    else {
      const types = accepted.get(name) ?? []
      accepted.set(name, [...types, { type, count: Number(count), last }])
    }
  }
  return { accepted, negative }
}

function decided(pages: DecidedNames): readonly string[] {
  const { positive, negative } = pages.decisions
  return [...[...positive].map(([name, type]) => `${name} ${type}`), ...negative].sort()
}

describe('names that people decided', () => {
  it('are what most marks say', () => {
    const pages = new DecidedNames()
    pages.put('1.txt', names('富润 Organization 2', '光明 Person'))
    pages.put('2.txt', names('富润 Place 3', '-光明 Place'))
    assert.deepEqual(decided(pages), ['Place 光明', '光明 Person', '富润 Place'].sort())
    pages.put('3.txt', names('富润 Organization 2'))
    assert.ok(decided(pages).includes('富润 Organization'))
  })

  it('are what the newest of equally many marks says, then the type that comes first', () => {
    const pages = new DecidedNames()
    pages.put('1.txt', names('富润 Organization 1 2026-11-20', '光明 Role'))
    pages.put('2.txt', names('富润 Place 1 2026-11-21', '光明 Person'))
    assert.deepEqual(decided(pages), ['光明 Person', '富润 Place'])
    pages.put('1.txt', names('富润 Organization 1 2026-11-22'))
    assert.deepEqual(decided(pages), ['光明 Person', '富润 Organization'])
  })

  it('are gone with the last page that says so', () => {
    const pages = new DecidedNames()
    pages.put('1.txt', names('富润 Organization', '-光明 Place'))
    pages.put('2.txt', names('-光明 Place'))
    pages.put('1.txt', undefined)
    assert.deepEqual(decided(pages), ['Place 光明'])
    pages.put('2.txt', undefined)
    assert.equal(pages.decisions, noDecisions)
  })

  it('are the same object as long as pages say the same', () => {
    const pages = new DecidedNames()
    pages.put('1.txt', names('富润 Organization'))
    const before = pages.decisions
    pages.put('2.txt', names('富润 Organization'))
    assert.equal(pages.decisions, before)
    pages.put('3.txt', names('光明 Place'))
    assert.notEqual(pages.decisions, before)
    assert.deepEqual([...before.positive], [['富润', 'Organization']])
  })
})
