import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeFiles } from '../../server/src/disk/files.ts'

describe('files on disk', () => {
  let folder = ''
  const uri = (path: string) => pathToFileURL(join(folder, path)).href

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'biaozhu-files-'))
    await mkdir(join(folder, '版面/.git'), { recursive: true })
    await mkdir(join(folder, 'node_modules'))
    await mkdir(join(folder, 'z'))
    await writeFile(join(folder, '版面/1 (a).txt'), '版')
    await writeFile(join(folder, '版面/.git/2.txt'), '')
    await writeFile(join(folder, 'node_modules/3.txt'), '')
    await writeFile(join(folder, 'z/4.txt'), '')
    await symlink(folder, join(folder, '版面/loop'))
    await symlink(join(folder, 'z'), join(folder, 'a-link'))
    await symlink(join(folder, 'z/4.txt'), join(folder, 'linked.txt'))
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'))
  })

  after(() => rm(folder, { recursive: true }))

  it('are walked in order, without dotfolders, node_modules and loops', async () => {
    assert.deepEqual(await nodeFiles.walk(uri('')), {
      paths: ['linked.txt', 'z/4.txt', '版面/1 (a).txt'],
      unreadable: 0,
      outside: [],
    })
  })

  it('behind a link that leads out of the folder are not walked, and the link is named', async () => {
    const other = await mkdtemp(join(tmpdir(), 'outside-'))
    try {
      await writeFile(join(other, 'secret.txt'), '')
      await symlink(other, join(folder, 'z/out'))
      await symlink(join(other, 'secret.txt'), join(folder, 'z/out.txt'))
      await symlink('/', join(folder, 'z/everything'))
      const { paths, outside } = await nodeFiles.walk(uri(''))
      assert.deepEqual(paths, ['linked.txt', 'z/4.txt', '版面/1 (a).txt'])
      assert.deepEqual(outside, ['z/everything', 'z/out', 'z/out.txt'])
    } finally {
      await rm(other, { recursive: true })
      for (const name of ['out', 'out.txt', 'everything']) await rm(join(folder, 'z', name))
    }
  })

  it('are read by their uri', async () => {
    const answer = await nodeFiles.read(uri('版面/1 (a).txt'))
    assert.equal(answer.kind === 'file' && new TextDecoder().decode(answer.bytes), '版')
  })

  it('that cannot be read say why', async () => {
    const kinds = async (path: string) => (await nodeFiles.read(uri(path))).kind
    assert.deepEqual(await Promise.all(['z', 'x', 'linked.txt/x'].map(kinds)), [
      'folder',
      'missing',
      'missing',
    ])
    assert.deepEqual(await nodeFiles.walk(uri('x')), {
      paths: [],
      unreadable: 1,
      outside: [],
    })
    assert.equal((await nodeFiles.read('untitled:x')).kind, 'missing')
  })
})
