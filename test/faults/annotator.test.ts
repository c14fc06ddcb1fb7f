/** `who` is never an address, also where it comes from another program; layers are read without loss. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from '../annotation/records.ts'
import { records, run } from '../cli/run.ts'

const { text, sidecar } = markedSidecar('在⟦嘉兴市|Place⟧,⟦富润|Organization⟧,⟦王丽|Person⟧。\n')

describe('imported names of annotators', () => {
  it('lose their addresses', async () => {
    const people = ['王丽 <wl@example.org>', 'li.ming@example.org', '李明']
    const named = sidecar.records.map((record, i) => ({ ...record, who: people[i] ?? '' }))
    const disk = {
      'a/page.txt': text,
      'a/page.anno.jsonl': printSidecar({ ...sidecar, records: named }),
    }
    const { written } = await run('export --format webannotation --out o a', disk)
    const { written: imported, error } = await run('import --format webannotation --from o p', {
      ...written,
      'p/page.txt': text,
    })
    const found = readSidecar(imported['p/page.anno.jsonl'] ?? error).records
    assert.deepEqual(
      found.map(({ who }) => who),
      ['王丽', '王丽', '李明'],
    )
  })
})

describe('a layer of one annotator', () => {
  it('keeps what nobody knows when something is imported into it', async () => {
    const odd = '{"kind":"later","x":1}'
    const [first, ...others] = sidecar.records
    assert(first !== undefined)
    const layer = `${printSidecar({ ...sidecar, records: [{ ...first, ...{ 键: [1] } }] })}${odd}\n<<<<<<< x\n`
    const disk = {
      'a/page.txt': text,
      'a/page.anno.jsonl': printSidecar({ ...sidecar, records: others }),
    }
    const { written } = await run('export --format webannotation --out o a', disk)
    const { written: imported } = await run(
      'import --format webannotation --from o --as layer:li p',
      {
        ...written,
        'p/page.txt': text,
        'p/page.anno.li.jsonl': layer,
      },
    )
    const now = imported['p/page.anno.li.jsonl'] ?? ''
    assert.equal(readSidecar(now).records.length, 3)
    for (const line of layer.split('\n').slice(1)) assert.ok(now.includes(line), line)
    assert.equal(records(`${now.split('\n')[1]}\n`).length, 1)
  })
})
