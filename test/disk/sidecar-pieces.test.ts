import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeSidecarFiles } from '../../server/src/disk/sidecar-files.ts'

describe('a sidecar that is written in pieces', () => {
  let folder: string
  let path: string
  let uri: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-pieces-'))
    path = join(folder, '1.anno.jsonl')
    uri = pathToFileURL(path).href
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is all of them, and other work has its turn between two', async () => {
    let turns = 0
    const at: number[] = []
    const tick = (): void => {
      turns++
      immediate = setImmediate(tick)
    }
    let immediate = setImmediate(tick)
    await nodeSidecarFiles.change(uri, function* () {
      for (const piece of ['一\n', '', '二\n', '三\n']) {
        at.push(turns)
        yield piece
      }
    })
    clearImmediate(immediate)
    assert.equal(readFileSync(path, 'utf8'), '一\n二\n三\n')
    assert.ok((at[3] ?? 0) > (at[2] ?? 0), `${at}`)
  })

  it('is made of what somebody else wrote meanwhile', async () => {
    writeFileSync(path, 'old\n')
    const seen: string[] = []
    await nodeSidecarFiles.change(uri, function* (before) {
      seen.push(before)
      yield before
      yield 'one\n'
      if (seen.length === 1) writeFileSync(path, 'newer\n')
      yield 'two\n'
    })
    assert.deepEqual(seen, ['old\n', 'newer\n'])
    assert.equal(readFileSync(path, 'utf8'), 'newer\none\ntwo\n')
  })

  it('is not written where it has them already, and nothing is left beside it', async () => {
    writeFileSync(path, '一\n二\n三\n')
    const { ino } = statSync(path)
    await nodeSidecarFiles.change(uri, () => ['一\n', '二\n', '三\n'])
    assert.equal(statSync(path).ino, ino)
    assert.deepEqual(readdirSync(folder), ['1.anno.jsonl'])
  })

  it('stays as it was where making a later piece fails', async () => {
    writeFileSync(path, 'old\n')
    const change = nodeSidecarFiles.change(uri, function* () {
      yield* ['一\n', '二\n', '三\n']
      throw new Error('no more')
    })
    await assert.rejects(change, /no more/)
    assert.equal(readFileSync(path, 'utf8'), 'old\n')
    assert.deepEqual(readdirSync(folder), ['1.anno.jsonl'])
  })

  it('is gone without any', async () => {
    writeFileSync(path, 'old\n')
    await nodeSidecarFiles.change(uri, () => [])
    assert.equal(await nodeSidecarFiles.read(uri), '')
  })
})
