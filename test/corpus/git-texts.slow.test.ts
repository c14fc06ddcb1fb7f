import assert from 'node:assert/strict'
import fs from 'node:fs'
import { join } from 'node:path'
import { textHash } from '../../server/src/annotation/record/selectors.ts'
import { gitText } from '../../server/src/corpus/paths/git-texts.ts'
import { readAnnotator } from '../../server/src/disk/annotator.ts'
import { createRepository, type Repository } from './git-repository.ts'

describe('texts out of git', () => {
  let repository: Repository
  beforeEach(() => {
    repository = createRepository()
  })
  afterEach(() => repository.remove())

  const find = (page: string, text: string, encoding = 'gb18030') =>
    gitText({
      page: join(repository.folder, page),
      sidecar: join(repository.folder, page.replace(/txt$/, 'anno.jsonl')),
      sha256: textHash(text),
      encoding,
    })

  it('are those of the commit that last touched the sidecar', async () => {
    const { write, commit } = repository
    write('p/a.txt', '甲\r\n乙')
    write('p/a.anno.jsonl', '{}')
    commit()
    write('p/a.txt', '甲\r\n丙')
    commit()
    assert.equal(await find('p/a.txt', '甲\n乙'), '甲\n乙')
  })

  it('are those of an earlier commit of the page where the sidecar came later', async () => {
    const { write, commit } = repository
    for (const text of ['甲', '乙', '丙']) {
      write('a.txt', text)
      commit()
    }
    write('a.anno.jsonl', '{}')
    commit()
    assert.equal(await find('a.txt', '乙'), '乙')
  })

  it('are never another text than the one with the hash', async () => {
    repository.write('a.txt', '甲')
    repository.write('a.anno.jsonl', '{}')
    repository.commit()
    assert.equal(await find('a.txt', '乙'), undefined)
  })

  it('are decoded as pages are', async () => {
    repository.write('a.txt', Uint8Array.from([0xb9, 0xa4, 0xbb, 0xe1]))
    repository.commit()
    assert.equal(await find('a.txt', '工会'), '工会')
  })

  it('are found for names that git could take for something else', async () => {
    for (const page of ['-p.txt', ':(glob)*.txt', '甲 乙[1].txt', '*.txt', "it's.txt"]) {
      repository.write(page, page)
      repository.commit()
      assert.equal(await find(page, page), page)
    }
  })

  it('are none without a repository or a commit', async () => {
    repository.write('a.txt', '甲')
    assert.equal(await find('a.txt', '甲'), undefined)
    fs.rmSync(join(repository.folder, '.git'), { recursive: true })
    assert.equal(await find('a.txt', '甲'), undefined)
    assert.equal(await find('nowhere/a.txt', '甲'), undefined)
    assert.equal(await find('\0.txt', '甲'), undefined)
  })

  it('stand beside the name of who commits there', async () => {
    assert.equal(await readAnnotator(repository.folder, { setting: undefined }), '王丽')
    assert.equal(await readAnnotator(repository.folder, { setting: '李强' }), '李强')
    repository.git('config', 'user.name', '李 <l@example.org> 强')
    assert.equal(await readAnnotator(repository.folder, { setting: ' ' }), '李 强')
  })
})
