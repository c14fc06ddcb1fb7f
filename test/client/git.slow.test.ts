/** Merging in git as the extension sets it up: in a real repository. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { driverCommand } from '../../client/src/git/driver.ts'
import { addAttributes, install, refresh } from '../../client/src/git/files.ts'
import { repositoriesOf, runGit, setDriver } from '../../client/src/git/git.ts'
import { createRepository, type Repository } from '../corpus/git-repository.ts'

const both =
  '*.anno.jsonl merge=biaozhu\n*.anno.*.jsonl merge=biaozhu\nentities.jsonl merge=biaozhu\n'
const cli = path.resolve(import.meta.dirname, '../../server/src/cli.ts')

const span = (type: string) =>
  `{"kind":"span","id":"1","at":[[0,1]],"quote":["甲"],"prefix":"","suffix":"","type":"${type}","status":"accepted"}\n`

describe('merging set up in a repository', () => {
  let repository: Repository
  let storage: string
  beforeEach(async () => {
    repository = createRepository("pages 100% of O'Hara")
    storage = path.join(repository.folder, '../storage 50%O $x')
  })
  afterEach(() => repository.remove())

  /** An installed command line that is the sources; `fails` is one that cannot do its work. */
  async function setUp(executable = process.execPath, fails = false): Promise<string> {
    const bundle = path.join(repository.folder, '../cli.js')
    const source = fails ? 'process.exit(3)' : `import(${JSON.stringify(`file://${cli}`)})`
    fs.writeFileSync(bundle, source)
    const script = await install(storage, { executable, cli: bundle, version: '1' })
    // The copy is what runs.
    fs.rmSync(bundle)
    assert.equal(await setDriver('git', repository.folder, driverCommand(script)), undefined)
    assert.equal(await addAttributes(repository.folder), true)
    return script
  }

  function merge(ours: string, theirs: string) {
    const { git, write, commit, read, folder } = repository
    const file = 'p q/甲.anno.jsonl'
    write(file, span('Place'))
    commit()
    git('checkout', '-q', '-b', 'theirs')
    write(file, theirs)
    commit()
    git('checkout', '-q', 'main')
    write(file, ours)
    commit()
    const { status, stderr } = spawnSync('git', ['-C', folder, 'merge', 'theirs'], {
      encoding: 'utf8',
    })
    return { status, stderr, text: read(file) }
  }

  it('merges by record, whatever the folders are called', async () => {
    await setUp()
    const note = span('Place').replace('}', ',"note":"首届"}')
    const { status, stderr, text } = merge(span('Group'), note)
    assert.deepEqual([status, stderr], [0, ''])
    assert.equal(
      text,
      span('Group').replace('"status":"accepted"', '"status":"accepted","note":"首届"'),
    )
  })

  it('keeps both sides of a conflict, and git shows it', async () => {
    await setUp()
    const { status, stderr, text } = merge(span('Group'), span('Role'))
    assert.equal(status, 1)
    assert.match(stderr, /p q\/甲\.anno\.jsonl: 1: both sides changed/)
    assert.match(text, /"type":"Group".*"conflict":\{"type":"Role"\}/)
  })

  it('merges as git does where ours cannot run or has gone: nothing is lost', async () => {
    for (const breakIt of [
      () => setUp(process.execPath, true),
      async () => fs.rmSync(await setUp()),
      async () => {
        await setUp()
        fs.rmSync(path.join(storage, 'cli.cjs'))
      },
    ]) {
      await breakIt()
      const { status, text } = merge(span('Group'), span('Role'))
      assert.equal(status, 1)
      assert.match(text, /^<{7}.*\n.*Group.*\n={7}\n.*Role.*\n>{7}/m)
      repository.remove()
      repository = createRepository()
      storage = path.join(repository.folder, '../storage')
    }
  })

  it('runs on another Node when its executable has gone', async () => {
    await setUp('/nowhere/at all')
    const folder = path.dirname(process.execPath)
    const before = process.env['PATH']
    process.env['PATH'] = `${folder}${path.delimiter}${before}`
    try {
      const note = span('Place').replace('}', ',"note":"首届"}')
      assert.equal(merge(span('Group'), note).status, 0)
    } finally {
      process.env['PATH'] = before
    }
  })

  it('is done once, however often it is called', async () => {
    await setUp()
    await setUp()
    const { git, read } = repository
    assert.equal(read('.gitattributes'), both)
    assert.equal(git('config', '--get-all', 'merge.biaozhu.driver').trim().split('\n').length, 1)
  })

  it('leaves the rest of .gitattributes as it is, byte for byte', async () => {
    const before = Uint8Array.from([0xb9, 0xa4, 0x20, 0x61, 0x0d, 0x0a])
    repository.write('.gitattributes', before)
    await addAttributes(repository.folder)
    const after = fs.readFileSync(path.join(repository.folder, '.gitattributes'))
    assert.deepEqual(Uint8Array.from(after.subarray(0, before.length)), before)
    assert.equal(after.subarray(before.length).toString(), both.replaceAll('\n', '\r\n'))
  })

  it('does not write through a link', async () => {
    repository.write('other', 'kept')
    fs.symlinkSync('other', path.join(repository.folder, '.gitattributes'))
    assert.equal(await addAttributes(repository.folder), false)
    assert.equal(repository.read('other'), 'kept')
  })

  it('is brought up to date by another version, and only where it was set up', async () => {
    const bundle = path.join(repository.folder, '../new.js')
    fs.writeFileSync(bundle, '// new')
    const runtime = { executable: '/new/code', cli: bundle, version: '2' }
    await refresh(storage, runtime)
    assert.equal(fs.existsSync(storage), false)
    const script = await setUp()
    await refresh(storage, runtime)
    assert.match(fs.readFileSync(script, 'utf8'), /Biaozhu 2:[\s\S]*'\/new\/code'/)
    assert.equal(fs.readFileSync(path.join(storage, 'cli.cjs'), 'utf8'), '// new')
    fs.rmSync(bundle)
    await refresh(storage, runtime)
    assert.deepEqual(fs.readdirSync(storage).toSorted(), ['cli.cjs', 'merge.sh'])
  })
})

describe('repositories', () => {
  it('are found from the folders in them, each once', async () => {
    const repository = createRepository()
    repository.write('p/a.txt', '')
    const top = fs.realpathSync(repository.folder)
    const folders = [repository.folder, path.join(repository.folder, 'p'), tmpdir()]
    assert.deepEqual(await repositoriesOf('git', folders), [top])
    repository.remove()
    assert.deepEqual(await repositoriesOf('git', folders), [])
    assert.equal(await repositoriesOf('no-such-git', folders), undefined)
  })

  it('that git does not take are said why', async () => {
    const answer = await runGit('git', path.join(tmpdir(), 'no-such-folder'), ['rev-parse'])
    assert.equal(answer.kind, 'failed')
    assert.match((await setDriver('git', '/nowhere', 'x')) ?? '', /nowhere/)
  })
})
