import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spool } from '../../server/src/disk/spool.ts'

async function read(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

describe('lines that wait on disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-spool-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  for (const [name, count] of [
    ['few, which stay in memory', 3],
    ['many', 3000],
  ] as const) {
    it(`are read as they were added, as often as is needed: ${name}`, async () => {
      const lines = Array.from({ length: count }, (_, i) => `${i} ${'嘉兴市𠮷'.repeat(200)}`)
      const list = spool(folder)
      for (const line of lines) await list.add(line)
      assert.deepEqual(await read(list.lines()), lines)
      assert.deepEqual(await read(list.lines()), lines)
      assert.equal(readdirSync(folder).length, count > 100 ? 1 : 0)
      await list.close()
      await list.close()
      assert.deepEqual(readdirSync(folder), [])
    })
  }
})
