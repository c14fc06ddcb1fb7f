import assert from 'node:assert/strict'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openToRead, openToWrite } from '../../../server/src/index/database/open-index.ts'
import { isDamage } from '../../../server/src/index/database/sqlite.ts'
import { tablesVersion } from '../../../server/src/index/database/tables.ts'

describe('the file of an index', () => {
  let folder: string
  let file: string

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'biaozhu-index-'))
    file = join(folder, 'a.db')
  })

  afterEach(() => {
    fs.rmSync(folder, { recursive: true })
  })

  /** An index with one type in it. */
  async function make(): Promise<void> {
    const opening = await openToWrite(file)
    assert.ok(opening.kind === 'open')
    opening.sqlite.run('INSERT INTO type (name) VALUES (?)', 'Initiative')
    opening.sqlite.exec('PRAGMA journal_mode = DELETE')
    opening.sqlite.close()
  }

  /** The types in the index, and what was said when it was opened to be written. */
  async function write(): Promise<readonly [number, string | undefined]> {
    const opening = await openToWrite(file)
    assert.ok(opening.kind === 'open')
    const [row = []] = opening.sqlite.rows('SELECT count(*) FROM type')
    opening.sqlite.close()
    return [Number(row[0]), opening.note?.replace(file, 'FILE')]
  }

  async function read(): Promise<string> {
    const opening = await openToRead(file)
    if (opening.kind === 'fault') return opening.message.replace(file, 'FILE')
    opening.sqlite.close()
    return 'open'
  }

  it('is made where it is missing or empty, and kept where it is there', async () => {
    assert.equal(await read(), 'no such index: FILE')
    assert.deepEqual(await write(), [0, undefined])
    fs.writeFileSync(file, '')
    assert.equal(await read(), 'the index FILE is empty: run biaozhu index again')
    await make()
    assert.deepEqual(await write(), [1, undefined])
    assert.equal(await read(), 'open')
  })

  for (const [reason, change] of [
    ['damaged', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['damaged', (bytes: Buffer) => Buffer.from(bytes).fill(7, 100)],
    [`of an older version than ${tablesVersion}`, (bytes: Buffer) => withVersion(bytes, 0)],
    [`of a newer version than ${tablesVersion}`, (bytes: Buffer) => withVersion(bytes, 99)],
  ] as const) {
    it(`is made anew where it is ${reason}, and that is said`, async () => {
      await make()
      fs.writeFileSync(file, change(fs.readFileSync(file)))
      assert.equal(await read(), `the index FILE is ${reason}: run biaozhu index again`)
      assert.deepEqual(await write(), [0, `the index FILE was ${reason} and is made anew`])
      assert.equal(await read(), 'open')
    })
  }

  it('is left alone where it is something else', async () => {
    for (const content of ['笔记', 'SQLite format 3\0'.padEnd(4096, '\0')]) {
      fs.writeFileSync(file, content)
      const opening = await openToWrite(file)
      assert.ok(opening.kind === 'fault')
      assert.match(opening.message, /is no index of Biaozhu and is not written over$/)
      assert.equal(await read(), 'FILE is no index of Biaozhu')
      assert.equal(fs.readFileSync(file, 'utf8'), content)
    }
  })

  it('cannot be made in a folder that is not there', async () => {
    const opening = await openToWrite(join(folder, 'none', 'a.db'))
    assert.ok(opening.kind === 'fault')
    assert.match(opening.message, /^cannot write .*a\.db: /)
  })

  it('says so where a damage is met later', async () => {
    await make()
    const bytes = fs.readFileSync(file)
    // The pages behind the schema.
    fs.writeFileSync(file, bytes.fill(7, 3 * 4096))
    const opening = await openToWrite(file)
    assert.ok(opening.kind === 'open')
    const { sqlite } = opening
    assert.throws(
      () => {
        for (const table of ['type', 'name', 'page', 'mention', 'form']) {
          sqlite.rows(`SELECT * FROM ${table}`)
        }
      },
      (error) => isDamage(error),
    )
    sqlite.close()
  })
})

/** With another version of the tables, which stands there in the header. */
function withVersion(bytes: Buffer, version: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt32BE(version, 60)
  return changed
}
