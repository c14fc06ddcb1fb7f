import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeFiles } from '../../server/src/disk/files.ts'
import { assertGrowsLinearly } from '../growth.ts'

describe('walking', () => {
  const folders: string[] = []

  after(async () => {
    for (const folder of folders) await rm(folder, { recursive: true })
  })

  it('takes time by the number of folders, however deep they lie', async function () {
    this.timeout(60_000)
    await assertGrowsLinearly({
      from: 200,
      prepare: async (count) => {
        const folder = await mkdtemp(join(tmpdir(), 'biaozhu-deep-'))
        folders.push(folder)
        await mkdir(join(folder, 'a/'.repeat(count)), { recursive: true })
        return pathToFileURL(folder).href
      },
      run: nodeFiles.walk,
    })
  })
})
