import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { before, describe, it } from 'mocha'
import { needs } from '../peers.ts'
import { copyOfSeeds, serverFile } from './client.ts'

/** What `neovim.lua` writes. */
interface Answer {
  readonly attached: boolean
  readonly indexed: boolean
  readonly stopped: boolean
  readonly errors: readonly string[]
  readonly hover: readonly string[]
  readonly definition: readonly Item[]
  readonly references: readonly Item[]
}

/** Line and column from one, the column in bytes. */
interface Item {
  readonly filename: string
  readonly lnum: number
  readonly col: number
  readonly text: string
}

const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' })
const page = '001_b66ab0af8ed20314.txt'
const name = '职工之家'

describe('Neovim', () => {
  let answer: Answer
  let lines: readonly string[]
  let line: number

  before(function () {
    needs(this, 'nvim', version.error === undefined)
    const folder = copyOfSeeds()
    const file = join(folder, 'neovim.json')
    lines = readFileSync(join(folder, page), 'utf8').split('\n')
    line = lines.findIndex((text) => text.includes(`“${name}”`))
    const before = lines[line]?.split(`${name}”`)[0] ?? ''
    const { stderr, status } = spawnSync(
      'nvim',
      [
        ...['--headless', '--clean', '-n'],
        ...['-c', `luafile ${join(import.meta.dirname, 'neovim.lua')}`],
      ],
      {
        encoding: 'utf8',
        timeout: 50_000,
        env: {
          ...process.env,
          BIAOZHU_NODE: process.env['BIAOZHU_NODE'] ?? process.execPath,
          BIAOZHU_SERVER: serverFile,
          BIAOZHU_PAGE: join(folder, page),
          BIAOZHU_LINE: String(line),
          BIAOZHU_BYTE: String(Buffer.byteLength(`${before}职`)),
          BIAOZHU_ANSWER: file,
        },
      },
    )
    assert.equal(status, 0, stderr)
    answer = JSON.parse(readFileSync(file, 'utf8'))
  })

  it('starts the server over stdio, attaches, and stops it again', () => {
    assert.deepEqual(answer.errors, [])
    assert.deepEqual([answer.attached, answer.indexed, answer.stopped], [true, true, true])
  })

  it('shows what a name is', () => {
    assert.match(answer.hover.join('\n'), new RegExp(name))
  })

  it('goes to the first mention, and finds all over the corpus', () => {
    const [first] = answer.definition
    assert.ok(first?.text.includes(name))
    const pages = new Set(answer.references.map(({ filename }) => basename(filename)))
    assert.ok(pages.size >= 3 && pages.has(page))
    const here = answer.references.filter(({ filename }) => basename(filename) === page)
    assert.ok(here.some(({ lnum }) => lnum === line + 1))
    for (const { text, col } of answer.references) {
      assert.equal(
        Buffer.from(text)
          .subarray(col - 1)
          .toString()
          .slice(0, name.length),
        name,
      )
    }
  })
})
