import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeFiles } from '../../server/src/disk/files.ts'
import { nodeSidecarFiles } from '../../server/src/disk/sidecar-files.ts'

describe('folders in folders', () => {
  // Asking for the real path of each took half a minute.
  it('are walked a thousand deep', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'biaozhu-deep-'))
    try {
      await mkdir(join(folder, 'a/'.repeat(1000), 'page.txt'), { recursive: true })
      const { unreadable } = await nodeFiles.walk(pathToFileURL(folder).href)
      assert.equal(unreadable, 0)
    } finally {
      await rm(folder, { recursive: true })
    }
  }).timeout(15_000)
})

describe('a sidecar', () => {
  it('is not made larger than what could be read again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'biaozhu-large-'))
    const uri = pathToFileURL(join(folder, 'a.anno.jsonl')).href
    try {
      await nodeSidecarFiles.change(uri, () => 'x\n')
      await assert.rejects(
        nodeSidecarFiles.change(uri, () => 'x'.repeat(100_000_001)),
        { code: 'EFBIG' },
      )
      assert.equal(await nodeSidecarFiles.read(uri), 'x\n')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
