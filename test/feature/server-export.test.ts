import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pagesOfPaths } from '../../server/src/corpus/paths/pages-of-paths.ts'
import { createCorpus } from '../../server/src/corpus/snapshot/corpus.ts'
import { nodeFiles } from '../../server/src/disk/files.ts'
import { serverExport } from '../../server/src/feature/export/server-export.ts'
import { bracketAnalyser } from '../corpus/in-memory.ts'

describe('an export of the editor', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('states the guidelines that corpus.json names', async () => {
    writeFileSync(join(folder, 'a.txt'), '【甲】')
    writeFileSync(join(folder, 'g.md'), 'abc')
    const { corpus } = await pagesOfPaths(['.'], {
      cwd: folder,
      files: nodeFiles,
      analyser: bracketAnalyser(),
    })
    const guided = createCorpus(
      { ...corpus, config: { ...corpus.config, guidelines: 'g.md' } },
      corpus,
    )
    const answer = await serverExport(
      { revision: 1, corpora: [guided] },
      {
        format: 'tei',
        folder: pathToFileURL(join(folder, 'o')).href,
        scope: { kind: 'all' },
        status: 'all',
      },
      { version: '1.2.3', created: '2021-11-22T00:00:00Z', words: () => [] },
      { report: () => undefined, isCancelled: () => false, pause: async () => undefined },
    )
    assert.deepEqual([answer.pages, answer.problem], [1, undefined])
    assert.match(readFileSync(join(folder, 'o/a.xml'), 'utf8'), /guidelines g\.md sha256:ba7816bf</)
  })
})
