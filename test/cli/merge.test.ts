import assert from 'node:assert/strict'
import { sidecar, typesOf } from './merge-sides.ts'
import { run } from './run.ts'

describe('biaozhu merge', () => {
  const base = sidecar('Place', 'Place')

  it('writes what both sides did over the second file', async () => {
    const disk = { o: base, a: sidecar('Group', 'Place'), b: sidecar('Place', 'Place', 'Date') }
    const { status, written, out, error } = await run('merge o a b', disk)
    assert.deepEqual([status, out, error], [0, '', ''])
    assert.deepEqual(Object.keys(written), ['./a'])
    assert.deepEqual(typesOf(written['./a'] ?? ''), ['Group', 'Place', 'Date'])
  })

  it('ends with status 1 where both changed the same, and says what', async () => {
    const disk = { o: base, a: sidecar('Group', 'Place'), b: sidecar('Role', 'Place') }
    const { status, written, error } = await run('merge o a b p.anno.jsonl', disk)
    assert.equal(status, 1)
    assert.match(
      error,
      /^biaozhu: p\.anno\.jsonl: 01M7W2YEERFSG9GWVPKKS9VZW0: both sides changed \["type"\].*\n$/,
    )
    assert.match(written['./a'] ?? '', /"type":"Group".*"conflict":\{"type":"Role"\}/)
  })

  it('ends with status 2 and writes nothing when a file cannot be read', async () => {
    const disk = { o: base, a: base, b: Uint8Array.from([0xb9, 0xa4]) }
    for (const [args, name] of [
      ['merge o a b', 'b'],
      ['merge none a o', 'none'],
    ] as const) {
      const { status, written, error } = await run(args, disk)
      assert.deepEqual([status, written, error], [2, {}, `biaozhu: cannot read ${name}\n`])
    }
    for (const args of ['merge', 'merge o a', 'merge o a b p q', 'merge --format jsonl o a b']) {
      const { status, written, error } = await run(args, disk)
      assert.deepEqual([status, written], [2, {}])
      assert.match(error, /Try: biaozhu merge --help\n$/)
    }
  })
})
