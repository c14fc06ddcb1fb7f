import assert from 'node:assert/strict'
import { pagesOfPaths } from '../../server/src/corpus/paths/pages-of-paths.ts'
import type { Files } from '../../server/src/disk/files.ts'
import { bracketAnalyser } from './in-memory.ts'

/** Types of annotation and notes that the command line has for pages below `/home`. */
async function schemaOf(disk: Readonly<Record<string, string>>, ...paths: readonly string[]) {
  const files: Files = {
    walk: async () => ({ paths: [], unreadable: 0, outside: [] }),
    async read(uri) {
      // On Windows the folder has a drive before it.
      const text = disk[decodeURIComponent(uri).replace(/^.*\/home\//, '')]
      if (text === undefined) return { kind: 'missing' }
      return { kind: 'file', bytes: new TextEncoder().encode(text) }
    },
  }
  const { corpus, notes } = await pagesOfPaths(paths, {
    cwd: '/home',
    files,
    analyser: bracketAnalyser(),
  })
  return { types: corpus.schema.types.map(({ name }) => name), notes }
}

const own = (...types: readonly unknown[]) => JSON.stringify({ schema: { types } })

describe('the schema of a command line', () => {
  it('is that of the corpus.json above the pages', async () => {
    const disk = { 'corpus.json': own('甲', '乙'), 'a/1.txt': '', '2.txt': '' }
    assert.deepEqual((await schemaOf(disk, 'a/1.txt', '2.txt')).types, ['甲', '乙'])
    assert.equal((await schemaOf({ '1.txt': '' }, '1.txt')).types.length, 11)
  })

  it('has the types of all corpora that the pages are of', async () => {
    const disk = {
      'a/corpus.json': own('甲', '乙'),
      'a/1.txt': '',
      'b/corpus.json': own('乙', '丙'),
      'b/2.txt': '',
    }
    assert.deepEqual((await schemaOf(disk, 'a/1.txt', 'b/2.txt')).types, ['甲', '乙', '丙'])
  })

  it('is the default one after a mistake, which is a note', async () => {
    const disk = { 'corpus.json': own({ name: '甲', parent: '丁' }), '1.txt': '' }
    const { types, notes } = await schemaOf(disk, '1.txt')
    assert.equal(types.length, 11)
    assert.deepEqual(notes, ['corpus.json: "parent": there is no type “丁”.'])
  })
})
