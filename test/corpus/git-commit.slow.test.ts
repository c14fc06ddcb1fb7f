import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import { commitOf } from '../../server/src/corpus/paths/git-commit.ts'
import { corpusFixture } from '../corpus-fixture.ts'
import { createRepository, type Repository } from './git-repository.ts'

describe('the commit of a corpus', () => {
  let repository: Repository
  beforeEach(() => {
    repository = createRepository()
    repository.write('p/a.txt', '甲')
  })
  afterEach(() => repository.remove())

  /** Of the folder `p` with these pages; they have no annotations. */
  const asked = (saved = true): Promise<string | undefined> => {
    const { workspace } = corpusFixture({ 'a.txt': '甲' })
    const [corpus] = workspace.snapshot().corpora
    assert.ok(corpus)
    const documents = corpus.documents.map((each) => ({ ...each, path: each.path, saved }))
    const root = pathToFileURL(`${repository.folder}/p`).href
    return commitOf({ ...corpus, root, documents, configUri: undefined })
  }

  it('is the last one where nothing has changed since', async () => {
    repository.commit()
    assert.match((await asked()) ?? '', /^[0-9a-f]{40,64}$/)
    // What lies beside the corpus does not matter.
    repository.write('other.txt', '乙')
    assert.match((await asked()) ?? '', /^[0-9a-f]{40,64}$/)
  })

  it('is none where something of it is in no commit, or has changed', async () => {
    assert.equal(await asked(), undefined)
    repository.commit()
    repository.write('p/a.txt', '丙')
    assert.equal(await asked(), undefined)
    repository.write('p/a.txt', '甲')
    repository.write('p/new.txt', '丁')
    assert.equal(await asked(), undefined)
  })

  it('is none while an editor has changes that are not saved', async () => {
    repository.commit()
    assert.equal(await asked(false), undefined)
  })

  it('is none where git is told to ignore the pages', async () => {
    repository.write('.gitignore', 'p/*.txt\n')
    repository.commit()
    assert.equal(await asked(), undefined)
  })
})
