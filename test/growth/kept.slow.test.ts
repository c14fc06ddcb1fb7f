/** What is kept in memory of a page with very many annotations. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Bytes of the heap for each annotation: 2,700 when this was written, of which the record itself has 500. */
const most = 3_100

describe('a page with very many annotations', () => {
  it('keeps a bounded part of the memory for each', () => {
    const script = join(import.meta.dirname, 'kept.ts')
    const keptOf = (count: number): number =>
      Number(
        execFileSync(process.execPath, ['--expose-gc', script, String(count)], {
          encoding: 'utf8',
        }),
      )
    const [fewer, more] = [4_000, 20_000]
    const each = (keptOf(more) - keptOf(fewer)) / (more - fewer)
    assert.ok(each > 500 && each < most, `${Math.round(each)} bytes each`)
  }).timeout(120_000)
})
