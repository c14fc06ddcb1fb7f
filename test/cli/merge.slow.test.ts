import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createRepository, type Repository } from '../corpus/git-repository.ts'
import { sidecar, typesOf } from './merge-sides.ts'

const cli = resolve(import.meta.dirname, '../../server/src/cli.ts')

describe('git with biaozhu merge', () => {
  let repository: Repository
  beforeEach(() => {
    repository = createRepository()
    const driver = `'${process.execPath}' '${cli}' merge %O %A %B %P`
    repository.git('config', 'merge.biaozhu.driver', driver)
    repository.write('.gitattributes', '*.anno.jsonl merge=biaozhu\n')
  })
  afterEach(() => repository.remove())

  /** The sidecar on a branch and on main, then merged; `before` is of both. */
  function merge(ours: string, theirs: string, before?: string) {
    const path = 'p/一版.anno.jsonl'
    const { git, write, commit, read, folder } = repository
    if (before !== undefined) write(path, before)
    write('p/一版.txt', '甲乙丙')
    commit()
    git('checkout', '-q', '-b', 'theirs')
    write(path, theirs)
    commit()
    git('checkout', '-q', 'main')
    write(path, ours)
    commit()
    const { status, stderr } = spawnSync('git', ['-C', folder, 'merge', 'theirs'], {
      encoding: 'utf8',
    })
    return { status, stderr, text: read(path), left: git('diff', '--name-only', '--diff-filter=U') }
  }

  it('merges neighbouring lines that both sides changed', () => {
    const before = sidecar('Place', 'Place')
    const answer = merge(sidecar('Group', 'Place'), sidecar('Place', 'Role', 'Date'), before)
    assert.deepEqual([answer.status, answer.stderr, answer.left], [0, '', ''])
    assert.deepEqual(typesOf(answer.text), ['Group', 'Role', 'Date'])
  })

  it('shows the file as conflicted where both changed the same', () => {
    const before = sidecar('Place', 'Place')
    const answer = merge(sidecar('Group', 'Place'), sidecar('Role', 'Place', 'Date'), before)
    assert.equal(answer.status, 1)
    assert.match(answer.stderr, /^biaozhu: p\/一版\.anno\.jsonl: 01M7W2YEERFSG9GWVPKKS9VZW0: both/m)
    assert.notEqual(answer.left, '')
    assert.deepEqual(typesOf(answer.text), ['Group', 'Place', 'Date'])
    assert.doesNotMatch(answer.text, /^<{7}/m)
  })

  it('unites files that both sides began', () => {
    const [one, two] = [sidecar('Group'), sidecar('Group', 'Role')]
    const { status, text } = merge(one, two)
    assert.deepEqual([status, typesOf(text)], [0, ['Group', 'Role']])
  })

  it('is the process that is started in any folder', () => {
    const { folder, write, read } = repository
    for (const name of ['o', 'a', 'b']) write(`f/${name}`, name === 'b' ? sidecar('Date') : '')
    const { status } = spawnSync(process.execPath, [cli, 'merge', 'o', 'a', 'b'], {
      cwd: join(folder, 'f'),
    })
    assert.deepEqual([status, read('f/a')], [0, sidecar('Date')])
  })
})
