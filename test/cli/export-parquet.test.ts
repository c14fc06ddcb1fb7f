import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from '../annotation/records.ts'
import { duckdbReader } from '../exchange/parquet/duckdb.ts'
import { records, run, runWithBytes } from './run.ts'

/** A page and its sidecar; `more` are further lines. */
function page(path: string, marked: string, ...more: readonly object[]) {
  const { text, sidecar } = markedSidecar(marked)
  const lines = more.map((record) => `${JSON.stringify(record)}\n`).join('')
  return {
    [path]: text,
    [path.replace(/txt$/, 'anno.jsonl')]: printSidecar(sidecar) + lines,
  }
}

const owner = {
  ...{ kind: 'relation', id: 'R', type: 'actor', from: 'A', to: 'B', status: 'accepted' },
}
const done = { kind: 'page', id: 'D', what: 'done', value: {} }
const disk = {
  ...page(
    'p/1.txt',
    '⟦“红船”行动|Initiative⟧由⟦嘉兴市总工会|Organization⟧推出，⟦王伟|Person⟧说。',
    owner,
  ),
  ...page('p/2.txt', '𠮷。⟦嘉兴市⏎总工会|Organization⟧在【嘉兴市】。', done),
  'p/3.txt': '【嘉兴市】\r\n【王伟】和【王伟】。\r\n【王\r\n伟】。',
}

describe('biaozhu export --format parquet', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-tables-'))
  })

  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const tables = async (args: string) => {
    const { status, error, bytes } = await runWithBytes(
      `export --format parquet --out o ${args}`,
      disk,
    )
    const files = Object.entries(bytes).map(([path, each]) => [basename(path), each] as const)
    return { status, error, query: await duckdbReader(folder, Object.fromEntries(files)) }
  }

  it('writes the mentions that biaozhu mentions lists, with the same places and entities', async () => {
    const { status, query } = await tables('--status all p')
    assert.equal(status, 0)
    const listed = records((await run('mentions --format jsonl p', disk)).out)
    assert.equal(listed.length, 9)
    assert.deepEqual(
      await query(
        `SELECT page, "start", "end", type, text, status, entity, article FROM 'mentions.parquet' ORDER BY page, "start"`,
      ),
      listed,
    )
    const [inPieces] = await query(
      `SELECT len(spans) AS pieces, spans[1]."start" AS first FROM 'mentions.parquet' WHERE text LIKE '嘉兴市\n总工会'`,
    )
    assert.deepEqual(inPieces, { pieces: '1', first: 2 })
  })

  it('writes each entity once, with the mentions that are counted', async () => {
    const { query } = await tables('--status all p')
    const joined = await query(
      `SELECT id FROM 'entities.parquet' e LEFT JOIN (SELECT entity, count(*) AS n, count(DISTINCT page) AS pages FROM 'mentions.parquet'
       GROUP BY entity) m ON m.entity = e.id WHERE m.n IS NULL OR m.n <> accepted + suggested OR m.pages <> e.pages`,
    )
    assert.deepEqual(joined, [])
    assert.deepEqual(
      await query(
        "SELECT count(*)::INT AS n, count(DISTINCT id)::INT AS ids FROM 'entities.parquet'",
      ),
      await query(
        "SELECT count(DISTINCT entity)::INT AS n, count(DISTINCT entity)::INT AS ids FROM 'mentions.parquet'",
      ),
    )
    assert.deepEqual(
      await query(
        "SELECT name, aliases, accepted, suggested, kind, owner FROM 'entities.parquet' WHERE name LIKE '%红船%'",
      ),
      [
        {
          ...{ name: '“红船”行动', aliases: [], accepted: 1, suggested: 0 },
          ...{ kind: 'campaign', owner: '嘉兴市总工会' },
        },
      ],
    )
  })

  it('writes facts with the ids of both ends', async () => {
    const { query } = await tables('p')
    assert.deepEqual(
      await query(
        `SELECT e.name, f.key, f.text, f.status, f.page, f."start", f."end", f.confidence, owner.name AS whose
         FROM 'facts.parquet' f JOIN 'entities.parquet' e ON e.id = f.initiative
         JOIN 'entities.parquet' owner ON owner.id = f.entity WHERE f.status = 'accepted'`,
      ),
      [
        {
          ...{ name: '“红船”行动', key: 'actor', text: '嘉兴市总工会', status: 'accepted' },
          ...{ page: '1.txt', start: 7, end: 13, confidence: null, whose: '嘉兴市总工会' },
        },
      ],
    )
  })

  it('leaves out suggestions of pages that are done, and where nobody wants them all', async () => {
    const counts = async (args: string) => {
      const { query } = await tables(args)
      const [row] = await query(
        `SELECT count(*)::INT AS mentions, (SELECT count(*)::INT FROM 'entities.parquet') AS entities FROM 'mentions.parquet'`,
      )
      return Object.values(Object(row))
    }
    assert.deepEqual(await counts('p'), [8, 5])
    assert.deepEqual(await counts('--status accepted p'), [4, 3])
  })

  it('takes an index that is there, and says how many rows it has written', async () => {
    await run('index --index tables.db p', disk)
    const { status, error } = await tables('--index tables.db')
    assert.equal(status, 0)
    assert.deepEqual(error.match(/(?<=biaozhu: )\w+\.parquet: \d+ rows?/g)?.slice(0, 1), [
      'mentions.parquet: 8 rows',
    ])
    const missing = await run('export --format parquet --out o --index none.db')
    assert.deepEqual([missing.status, missing.error], [2, 'biaozhu: no such index: none.db\n'])
  })

  it('says what makes no sense', async () => {
    const said = async (args: string) => {
      const { status, error } = await run(`export --out o ${args}`, disk)
      return `${status} ${error.split('\n')[0]}`
    }
    assert.deepEqual(
      [
        await said('--format parquet'),
        await said('--format brat'),
        await said('--format brat --index a.db p'),
        await said('--format parquet --index a.db p'),
        await said('--format parquet --tokens word p'),
        await said('--format parquet --out full p'),
      ],
      [
        '2 biaozhu: export needs a file or folder',
        '2 biaozhu: export needs a file or folder',
        '2 biaozhu: --index is for --format parquet',
        '2 biaozhu: parquet needs --index FILE or PATH, not both',
        '2 biaozhu: parquet has no --tokens',
        '2 biaozhu: cannot write full/mentions.parquet: no space left',
      ],
    )
  })
}).timeout(120_000)
