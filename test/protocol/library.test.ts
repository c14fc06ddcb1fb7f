import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, it } from 'mocha'

const root = resolve(import.meta.dirname, '../..')

describe('the library', () => {
  it('is imported by its name, and finds what stands in a text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'library-'))
    try {
      mkdirSync(join(folder, 'node_modules'))
      symlinkSync(root, join(folder, 'node_modules/biaozhu'), 'dir')
      const script = `import { analyse } from 'biaozhu'
        const { mentions, entities } = analyse('嘉兴市总工会启动“十匠”行动。')
        console.log(JSON.stringify([mentions.map(({ type, text }) => [type, text]), entities.length]))`
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script],
        { cwd: folder, encoding: 'utf8' },
      )
      assert.equal(stderr, '')
      assert.deepEqual(JSON.parse(stdout), [
        [
          ['Organization', '嘉兴市总工会'],
          ['Initiative', '“十匠”行动'],
        ],
        2,
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('has types that stand for themselves', () => {
    const types = readFileSync(join(root, 'dist/library.d.ts'), 'utf8')
    assert.match(
      types,
      /export declare function analyse\(text: string, data\?: PageData\): Analysis/,
    )
    assert.doesNotMatch(types, /^import/m)
  })
})
