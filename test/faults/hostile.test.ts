/** Hostile values through the command line: every format is written, the check ends, nothing is polluted. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { readStored } from '../../server/src/annotation/sidecar/stored.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { run } from '../cli/run.ts'
import { hostile } from './hostile-sidecar.ts'

describe('hostile values in a sidecar', () => {
  const { text, sidecar } = hostile()
  const disk = { 'p/corpus.json': '{}', 'p/page.txt': text, 'p/page.anno.jsonl': sidecar }

  it('are kept, all of them', () => {
    const stored = readStored(sidecar)
    assert.equal(stored.records.length, 13)
    const printed = printSidecar(stored)
    const again = readSidecar(printed)
    assert.equal(again.records.length, 13)
    assert.equal(printSidecar(again), printed)
    // All but the ids that collided, which have got their own.
    const keys = (line: string) =>
      JSON.stringify(JSON.parse(line), (key, value) => (key === 'id' ? '' : value)).length
    const before = sidecar
      .replace('\uFEFF', '')
      .split('\r\n')
      .filter((line) => line !== '' && isJson(line))
    const after = printed.split('\n').filter((line) => line !== '' && isJson(line))
    assert.deepEqual(after.map(keys).sort(), before.map(keys).sort())
    assert.equal(Reflect.get({}, 'polluted'), undefined)
  })

  it('are reported by the check, with nothing that steers a terminal', async () => {
    const { status, out } = await run('check p', disk)
    assert.equal(status, 1)
    for (const kind of ['duplicate id', 'broken line', 'type', 'relation', 'changed']) {
      assert.ok(out.includes(kind), kind)
    }
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
  })

  for (const { name: id } of formats) {
    it(`are written as ${id}`, async () => {
      const { status, error } = await run(`export --format ${id} --status accepted --out o p`, disk)
      assert.equal(status, 0, error)
    })
  }
})

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
