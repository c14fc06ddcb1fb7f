import assert from 'node:assert/strict'
import { records, run } from './run.ts'

const header = '{"kind":"entities","version":1}\n'
const link = (name: string, entity: string) =>
  `{"kind":"name","id":"${name}","type":"Initiative","entity":"${entity}","who":"王丽"}\n`
const pages = {
  'c/a.txt': '【甲大赛】',
  'c/b.txt': '【乙大赛】【职工之家】',
  'c/corpus.json': '{}',
}

describe('entities.jsonl on the command line', () => {
  it('is obeyed by entities and mentions, wherever the command line stands', async () => {
    const here = Object.fromEntries(
      Object.entries(pages).map(([path, text]) => [path.replace('c/', ''), text]),
    )
    const file =
      header +
      '{"kind":"entity","id":"Initiative:甲大赛","type":"Initiative","name":"大赛","uri":"urn:1"}\n' +
      link('Initiative:乙大赛', 'Initiative:甲大赛') +
      link('b.txt#Initiative:职工之家', 'Initiative:甲大赛')
    for (const [path, disk] of [
      ['c', { ...pages, 'c/entities.jsonl': file }],
      ['.', { ...here, 'entities.jsonl': file }],
    ] as const) {
      const { out, error } = await run(`entities --format jsonl ${path}`, disk)
      assert.equal(error, '')
      const name = '"id":"Initiative:甲大赛","type":"Initiative","name":"大赛"'
      const merged = (each: string) =>
        `"link":[{"kind":"sameName","within":"corpus"},{"kind":"merged","name":"${each}","full":"甲大赛","who":"王丽"}]`
      const inPage = merged('职工之家').replace('corpus', 'page')
      assert.equal(
        out,
        `{${name},"aliases":["职工之家","乙大赛","甲大赛"],"count":3,"uri":"urn:1","status":"suggested","mentions":[` +
          '{"page":"a.txt","start":1,"end":4,"text":"甲大赛"},' +
          `{"page":"b.txt","start":1,"end":4,"text":"乙大赛",${merged('乙大赛')}},` +
          `{"page":"b.txt","start":6,"end":10,"text":"职工之家",${inPage}}]}\n`,
      )
      const mentions = records((await run(`mentions --format jsonl ${path}`, disk)).out)
      assert.deepEqual(
        mentions.map(({ entity }) => entity),
        ['Initiative:甲大赛', 'Initiative:甲大赛', 'Initiative:甲大赛'],
      )
    }
  })

  it('gives the addresses that tables have', async () => {
    const file = `${header}{"kind":"entity","id":"Initiative:甲大赛","type":"Initiative","uri":"urn:1"}\n`
    const disk = { ...pages, 'c/entities.jsonl': file }
    for (const list of ['initiatives', 'entities']) {
      const [head = '', ...rows] = (await run(`${list} --format csv c`, disk)).out.split('\r\n')
      const at = head.split(',').indexOf('uri')
      const addresses = rows.flatMap((row) => row.split(',')[at] ?? [])
      assert.deepEqual(addresses.toSorted(), ['', '', 'urn:1'], list)
      assert.match(rows.find((row) => row.includes('甲大赛')) ?? '', /,urn:1,/)
    }
    const found = records((await run('initiatives --format jsonl c', disk)).out)
    assert.equal(found.find(({ name }) => name === '甲大赛')?.['uri'], 'urn:1')
  })

  it('is not looked for above the corpus', async () => {
    const disk = {
      ...pages,
      'entities.jsonl': header + link('Initiative:乙大赛', 'Initiative:甲大赛'),
    }
    assert.equal(records((await run('entities --format jsonl c', disk)).out).length, 3)
  })

  it('is merged by record', async () => {
    const disk = {
      o: header,
      a: header + link('Initiative:乙', 'Initiative:甲'),
      b: header + link('Initiative:丙', 'Initiative:甲'),
    }
    for (const name of ['', ' c/entities.jsonl']) {
      const { status, written } = await run(`merge o a b${name}`, disk)
      const lines = link('Initiative:丙', 'Initiative:甲') + link('Initiative:乙', 'Initiative:甲')
      assert.deepEqual([status, written], [0, { './a': header + lines }])
    }
  })

  it('is checked with the files of its folder', async () => {
    const both =
      '{"kind":"entity","id":"Initiative:甲","type":"Initiative","conflict":{"name":"乙"}}\n'
    const disk = { ...pages, 'c/entities.jsonl': `${header}?\n${both}` }
    const { status, out } = await run('check c', disk)
    assert.equal(status, 1)
    assert.equal(
      out,
      'c/entities.jsonl:2: broken line: No JSON object.\n' +
        'c/entities.jsonl:3: conflict: Two people changed name; "conflict" has the other value.\n',
    )
    const one = await run('check c/entities.jsonl', { 'c/entities.jsonl': `${header}?\n` })
    assert.match(one.out, /^c\/entities\.jsonl:2: broken line/)
  })
})
