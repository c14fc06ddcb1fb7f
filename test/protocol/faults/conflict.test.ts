/** A sidecar in which git left a conflict: the page shows both sides, and the next mark settles it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { printSidecar, readSidecar } from '../../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from '../../annotation/records.ts'
import { createRepository, type Repository } from '../../corpus/git-repository.ts'
import { eventually } from '../../eventually.ts'
import { openWindow, type Window } from './window.ts'

const { text, sidecar } = markedSidecar(
  '在⟦嘉兴市|Place⟧举行,⟦富润集团|Organization⟧参加,⟦王丽|Person⟧到会。\n',
)
const [place, firm, person] = sidecar.records
assert(place?.kind === 'span' && firm?.kind === 'span' && person?.kind === 'span')

describe('a sidecar with the marks of a merge', () => {
  let repository: Repository
  let window: Window
  const file = (records: typeof sidecar.records) => printSidecar({ ...sidecar, records })
  beforeEach(async () => {
    repository = createRepository()
    repository.write('corpus.json', '{}')
    repository.write('page.txt', text)
    repository.write('page.anno.jsonl', file([place]))
    repository.commit()
    repository.git('checkout', '-q', '-b', 'theirs')
    repository.write('page.anno.jsonl', file([{ ...place, note: 'theirs' }, firm]))
    repository.commit()
    repository.git('checkout', '-q', 'main')
    repository.write('page.anno.jsonl', file([{ ...place, note: 'ours' }]))
    repository.commit()
    assert.throws(() => repository.git('merge', 'theirs'))
    assert.match(read(), /^<<<<<<< HEAD$/m)
    window = await openWindow(repository.folder)
  })
  afterEach(async () => {
    await window.client.stop()
    repository.remove()
  })
  const read = () => readFileSync(join(repository.folder, 'page.anno.jsonl'), 'utf8')
  const problems = (): number | undefined => {
    const uri = window.client.uri('page.anno.jsonl')
    const said = window.client.received.flatMap(({ method, params }) => {
      if (method !== 'textDocument/publishDiagnostics') return []
      const { uri: of, diagnostics } = params as { uri: string; diagnostics: unknown[] }
      return of === uri ? [diagnostics.length] : []
    })
    return said.at(-1)
  }

  it('is shown merged by record, is reported, and is left alone until somebody annotates', async () => {
    const before = read()
    await window.client.open('page.txt')
    await window.shows(['嘉兴市 Place', '富润集团 Organization'])
    await eventually(() => (problems() ?? 0) >= 3)
    assert.equal(read(), before)
  })

  it('is written merged with the next mark, and is no problem any more', async () => {
    await window.client.open('page.txt')
    await eventually(() => (problems() ?? 0) >= 3)
    await window.mark('王丽', 'Person')
    await window.shows(['嘉兴市 Place', '富润集团 Organization', '王丽 Person'])
    await eventually(() => !read().includes('<<<<<<<'))
    const { records, problems: left } = readSidecar(read())
    assert.deepEqual(left, [])
    assert.deepEqual(records.map(({ id, note, conflict }) => [id, note, conflict]).slice(0, 2), [
      ['A', 'ours', { note: 'theirs' }],
      ['B', undefined, undefined],
    ])
    await eventually(() => problems() === 0)
  })
})
