import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { createRepository, type Repository } from '../corpus/git-repository.ts'
import { run } from './run.ts'

const cli = resolve(import.meta.dirname, '../../server/src/cli.ts')

/** A sidecar of the page `甲乙丙`, one mention a character, by type. */
function sidecar(...types: readonly string[]): string {
  const records = types.map((type, i) => ({
    kind: 'span' as const,
    id: `01M7W2YEERFSG9GWVPKKS9VZW${i}`,
    at: [[i, i + 1]] as const,
    quote: ['甲乙丙'[i] ?? ''],
    prefix: '',
    suffix: '',
    type,
    status: 'accepted' as const,
  }))
  return printSidecar({ header: undefined, records, broken: [] })
}

const typesOf = (text: string) =>
  readSidecar(text).records.map((record) => ('type' in record ? record.type : ''))

describe('biaozhu merge', () => {
  const base = sidecar('Place', 'Place')

  it('writes what both sides did over the second file', async () => {
    const disk = { o: base, a: sidecar('Group', 'Place'), b: sidecar('Place', 'Place', 'Date') }
    const { status, written, out, error } = await run('merge o a b', disk)
    assert.deepEqual([status, out, error], [0, '', ''])
    assert.deepEqual(Object.keys(written), ['./a'])
    assert.deepEqual(typesOf(written['./a'] ?? ''), ['Group', 'Place', 'Date'])
  })

  it('ends with status 1 where both changed the same, and says what', async () => {
    const disk = { o: base, a: sidecar('Group', 'Place'), b: sidecar('Role', 'Place') }
    const { status, written, error } = await run('merge o a b p.anno.jsonl', disk)
    assert.equal(status, 1)
    assert.match(
      error,
      /^biaozhu: p\.anno\.jsonl: 01M7W2YEERFSG9GWVPKKS9VZW0: both sides changed \["type"\].*\n$/,
    )
    assert.match(written['./a'] ?? '', /"type":"Group".*"conflict":\{"type":"Role"\}/)
  })

  it('ends with status 2 and writes nothing when a file cannot be read', async () => {
    const disk = { o: base, a: base, b: Uint8Array.from([0xb9, 0xa4]) }
    for (const [args, name] of [
      ['merge o a b', 'b'],
      ['merge none a o', 'none'],
    ] as const) {
      const { status, written, error } = await run(args, disk)
      assert.deepEqual([status, written, error], [2, {}, `biaozhu: cannot read ${name}\n`])
    }
    for (const args of ['merge', 'merge o a', 'merge o a b p q', 'merge --format jsonl o a b']) {
      const { status, written, error } = await run(args, disk)
      assert.deepEqual([status, written], [2, {}])
      assert.match(error, /Try: biaozhu merge --help\n$/)
    }
  })
})

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
