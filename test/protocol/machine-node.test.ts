import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seeds, startClient } from './client.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The machine's own Node, not the one that the repository brings for its tests. */
describe('on the machine’s own Node', () => {
  let node: string
  before(() => {
    node = machineNode()
  })
  after(() => {
    delete process.env['BIAOZHU_NODE']
  })

  it('is a Node that the bundles are made for', () => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' })
    const [major = 0, minor = 0] = version.slice(1).split('.').map(Number)
    assert.ok(major > 20 || (major === 20 && minor >= 19), version)
  })

  it('the server highlights a page', async () => {
    process.env['BIAOZHU_NODE'] = node
    const client = await startClient()
    const page = fs.readdirSync(seeds).find((name) => name.startsWith('002')) ?? ''
    await client.open(page)
    const textDocument = { uri: client.uri(page) }
    const tokens = await client.standard<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument,
    })
    await client.stop()
    assert.ok(tokens.data.length > 0)
  })

  it('the command line lists mentions', () => {
    const args = ['dist/cli.js', 'mentions', '--format', 'jsonl', seeds]
    const output = execFileSync(node, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
    const mentions = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.ok(mentions.some(({ text, type }) => text === '助企十条' && type === 'Initiative'))
  })

  it('the command line makes an index, or says in a sentence what it needs', () => {
    const folder = fs.mkdtempSync(path.join(tmpdir(), 'biaozhu-node-'))
    const [major = 0, minor = 0] = execFileSync(node, ['--version'], { encoding: 'utf8' })
      .slice(1)
      .split('.')
      .map(Number)
    const hasSqlite = major > 22 || (major === 22 && minor >= 16)
    const file = path.join(folder, 'a.db')
    const args = ['dist/cli.js', 'index', '--index', file, seeds]
    const { status, stderr } = spawnSync(node, args, { cwd: root, encoding: 'utf8' })
    fs.rmSync(folder, { recursive: true })
    if (hasSqlite) assert.deepEqual([status, stderr], [0, ''])
    else {
      assert.equal(status, 2)
      assert.match(
        stderr,
        /^biaozhu: an index needs Node 22\.16 or newer .*, and this is Node .*\n$/,
      )
    }
  })
})

function machineNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const found = folders
    .map((folder) => path.join(folder, name))
    .filter((file) => fs.existsSync(file))
    .find((file) => !fs.realpathSync(file).includes(`${path.sep}node_modules${path.sep}`))
  return found ?? assert.fail('there is no Node on PATH but the repository’s own')
}
