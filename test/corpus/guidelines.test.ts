import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { statedGuidelines } from '../../server/src/corpus/config/guidelines.ts'
import { nodeFiles } from '../../server/src/disk/files.ts'
import { normalUri } from '../../server/src/disk/uri.ts'

describe('the guidelines of a corpus', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-'))
    mkdirSync(join(folder, 'c'))
    writeFileSync(join(folder, 'secret.md'), 'abc')
    writeFileSync(join(folder, 'c/g.md'), 'abc')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const stated = (...texts: readonly string[]) => {
    const root = normalUri(pathToFileURL(join(folder, 'c')).href)
    const corpora = texts.map((guidelines) => ({ root, config: { guidelines } }))
    return statedGuidelines(corpora, nodeFiles)
  }

  it('are a file with its hash, and never one outside', async () => {
    symlinkSync(join(folder, 'secret.md'), join(folder, 'c/link.md'))
    symlinkSync(folder, join(folder, 'c/up'))
    assert.equal(await stated('./g.md'), 'g.md sha256:ba7816bf')
    for (const text of ['link.md', 'up/secret.md', '../secret.md', join(folder, 'secret.md')]) {
      assert.equal(await stated(text), text)
    }
  })

  it('are a text on one line, and those of several corpora once each', async () => {
    assert.equal(
      await stated('第2版\n\u0000草案', 'g.md', 'g.md'),
      '第2版 草案; g.md sha256:ba7816bf',
    )
    assert.equal(await stated(), undefined)
  })
})
