import assert from 'node:assert/strict'
import type { RelationRecord } from '../../server/src/annotation/record/record.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from '../annotation/records.ts'
import { records, run } from './run.ts'

/** What stands in `【…】` is a suggested initiative; `甲市` of the second page is accepted. */
const second = markedSidecar('在⟦甲市|Place⟧，Ａ区启动【爱心驿站】，为货车司机服务。\n')
const disk: Readonly<Record<string, string>> = {
  'p/2020-a.txt':
    '工会驿站\n\n本报讯 记者从总工会获悉，【爱心驿站】和【司机驿站】共50㎡，在乙区。\n',
  'p/2021-b.txt': second.text,
  'p/2021-b.anno.jsonl': printSidecar(second.sidecar),
  'p/浙江/c.txt': '驿 站。“红船，精神”代代相传。\n',
  'p/corpus.json': '{"fileNames": "^(?<year>[0-9]{4})-", "newspaper": "工人报"}',
}

let count = 0

/** A query is quoted where it has spaces: `_` stands for one here. */
async function search(query: string, options = '', paths = '') {
  const file = `${++count}.db`
  const made = await run(`index --index ${file} p`, disk)
  assert.deepEqual([made.status, made.error, made.out], [0, '', `${file}: 3 pages (3 read)\n`])
  return run(['search', '--index', file, options, query, paths].join(' '), disk, [], undefined, '_')
}

async function found(query: string, options = '', paths = ''): Promise<readonly string[]> {
  const { out } = await search(query, `--format jsonl --context 3 ${options}`, paths)
  return records(out).map(({ page, left, text, right }) => `${page} ${left}[${text}]${right}`)
}

describe('biaozhu search', () => {
  it('prints each place of a word with what is around it', async () => {
    const { out, error, status } = await search('驿站', '--context 5')
    assert.deepEqual([status, error], [0, ''])
    assert.deepEqual(out.split('\n'), [
      '2020-a.txt:1:3        工会  驿站  ⏎本报讯⏎',
      '2020-a.txt:3:17  悉，【爱心  驿站  】和【司机',
      '2020-a.txt:3:24  】和【司机  驿站  】共50㎡',
      '2021-b.txt:1:12  启动【爱心  驿站  】，为货车',
      '',
    ])
  })

  it('finds single characters, phrases and other widths', async () => {
    assert.deepEqual(await found('区'), ['2020-a.txt ，在乙[区]。', '2021-b.txt 市，Ａ[区]启动【'])
    assert.deepEqual(await found('a区'), ['2021-b.txt 甲市，[Ａ区]启动【'])
    assert.deepEqual(await found('50m'), ['2020-a.txt 站】共[50㎡]，在乙'])
    assert.deepEqual(await found('"驿_站"'), ['浙江/c.txt [驿 站]。“红'])
    assert.deepEqual(await found('“红船，精神”'), ['浙江/c.txt  站。[“红船，精神”]代代相'])
    assert.deepEqual(await found('红船精神'), [])
    assert.deepEqual(await found('，'), [
      '2020-a.txt 会获悉[，]【爱心',
      '2020-a.txt 50㎡[，]在乙区',
      '2021-b.txt 在甲市[，]Ａ区启',
      '2021-b.txt 驿站】[，]为货车',
      '浙江/c.txt “红船[，]精神”',
    ])
  })

  it('knows expressions, and stops one that runs away', async () => {
    assert.deepEqual(await found('/[爱司].驿站】[^和]/'), [
      '2020-a.txt 】和【[司机驿站】共]50㎡',
      '2021-b.txt 启动【[爱心驿站】，]为货车',
    ])
    const { status, error } = await search('/(.*)*(.*)*x$/')
    assert.equal(status, 2)
    assert.match(error, /takes more than 1 s on a page and was stopped\n$/)
  })

  it('wants all words on the page, or near each other', async () => {
    assert.deepEqual(await found('总工会_司机'), [
      '2020-a.txt 记者从[总工会]获悉，',
      '2020-a.txt 】和【[司机]驿站】',
    ])
    assert.deepEqual(
      await found('near:6_司机_驿站'),
      [
        '2020-a.txt 】和【[司机驿站]】共5',
        '2020-a.txt 【爱心[驿站】和【司机]驿站】',
        '2021-b.txt 【爱心[驿站】，为货车司机]服务。',
      ].sort(),
    )
    assert.deepEqual(await found('near:0_司机_驿站'), ['2020-a.txt 】和【[司机驿站]】共5'])
  })

  it('finds mentions, in which the words stand then', async () => {
    const all = [
      '2020-a.txt 悉，【[爱心驿站]】和【',
      '2020-a.txt 】和【[司机驿站]】共5',
      '2021-b.txt 启动【[爱心驿站]】，为',
    ]
    assert.deepEqual(await found('type:Initiative'), all)
    assert.deepEqual(await found('type:initiative_爱心'), [all[0], all[2]])
    assert.deepEqual(await found('type:Initiative_总工会'), [])
    assert.deepEqual(await found('status:accepted'), ['2021-b.txt 在[甲市]，Ａ区'])
    assert.deepEqual(await found('entity:司机'), [all[1]])
    assert.deepEqual(await found('entity:甲'), ['2021-b.txt 在[甲市]，Ａ区'])
    const { error } = await search('type:Initiativ')
    assert.match(error, /no mention has the type Initiativ; there are Initiative, Place\n/)
  })

  it('finds initiatives by who runs them, as a person said, on all pages', async () => {
    const { text, sidecar } = markedSidecar(
      '⟦嘉兴市总工会|Organization⟧的⟦暖冬行动|Initiative⟧。\n',
    )
    const relation: RelationRecord = {
      kind: 'relation',
      id: 'R',
      type: 'actor',
      from: 'B',
      to: 'A',
      status: 'accepted',
    }
    const said = { ...sidecar, records: [...sidecar.records, relation] }
    const pages = {
      'p/a.txt': text,
      'p/a.anno.jsonl': printSidecar(said),
      'p/b.txt': '【暖冬行动】和【别的】。\n',
    }
    await run('index --index owner.db p', pages)
    const asked = async (query: string) =>
      records((await run(`search --index owner.db --format jsonl ${query}`, pages)).out).map(
        ({ page, text: found }) => `${page} ${found}`,
      )
    assert.deepEqual(await asked('owner:嘉兴市总'), ['a.txt 暖冬行动', 'b.txt 暖冬行动'])
    assert.deepEqual(await asked('owner:杭州'), [])
    const { 'p/a.anno.jsonl': _gone, ...others } = pages
    await run('index --index owner.db p', others)
    assert.deepEqual(await asked('owner:嘉兴市总'), [])
  })

  it('keeps to pages by name, folder, path and date', async () => {
    assert.equal((await found('驿_page:2021*')).length, 1)
    assert.equal((await found('驿_page:浙江/**')).length, 1)
    assert.equal((await found('驿_page:c.txt')).length, 1)
    assert.equal((await found('驿_date:2020..2021')).length, 4)
    assert.equal((await found('驿_date:2020')).length, 3)
    assert.equal((await found('驿_date:2021..')).length, 1)
    assert.equal((await found('驿', '', 'p/浙江')).length, 1)
    const { status, error } = await search('驿', '', 'q')
    assert.deepEqual([status, error], [2, 'biaozhu: no page of q is in the index\n'])
  })

  it('keeps to headlines and articles, and to what people said of mentions', async () => {
    assert.deepEqual(await found('驿站_in:headline'), ['2020-a.txt 工会[驿站]\n本报'])
    assert.equal((await found('驿站_in:article_article:工会')).length, 3)
    assert.deepEqual(await found('驿站_article:司机'), [])
    const { text, sidecar } = markedSidecar('⟦甲市|Place⟧和⟦乙市|Place⟧。\n')
    const records = sidecar.records.map((record, i) =>
      i === 0 && record.kind === 'span' ? { ...record, attributes: { level: 2 } } : record,
    )
    const pages = { 'p/a.txt': text, 'p/a.anno.jsonl': printSidecar({ ...sidecar, records }) }
    await run('index --index attribute.db p', pages)
    for (const [query, place] of [
      ['attribute:level=2', 'a.txt:1:1  甲市'],
      ['attribute:Level_type:Place', 'a.txt:1:1  甲市'],
      ['attribute:level=3', ''],
    ] as const) {
      const args = ['search --index attribute.db --context 0', query].join(' ')
      const { out } = await run(args, pages, [], undefined, '_')
      assert.equal(out.replace(/ +/g, '  ').trim(), place, query)
    }
  })

  it('sorts by what stands before or behind, and stops where it is told to', async () => {
    const sorted = await found('驿站', '--sort right')
    assert.deepEqual(
      sorted.map((line) => line.split(']')[1]),
      ['\n本报', '】，为', '】共5', '】和【'],
    )
    const left = await found('驿站', '--sort left')
    assert.deepEqual(
      left.map((line) => /(\S+)\[/.exec(line)?.[1]),
      ['工会', '【爱心', '【爱心', '【司机'],
    )
    assert.equal((await found('驿站', '--limit 2')).length, 2)
    assert.deepEqual(await found('驿站', '--sort right --limit 2'), sorted.slice(0, 2))
  })

  it('counts', async () => {
    const { out } = await search('驿站', '--count type --format jsonl')
    assert.deepEqual(records(out), [
      { type: 'Initiative', count: 3, pages: 2 },
      { type: null, count: 1, pages: 1 },
    ])
    const entities = await search('type:Initiative', '--count entity --format jsonl')
    assert.deepEqual(records(entities.out), [
      { entity: '爱心驿站', count: 2, pages: 2 },
      { entity: '司机驿站', count: 1, pages: 1 },
    ])
    const years = await search('驿', '--count year')
    assert.match(years.out, /^YEAR +COUNT +PAGES\n2020 +3 +1\n– +1 +1\n2021 +1 +1\n$/)
  })

  it('says what stands beside it', async () => {
    const { out, error } = await search('驿站', '--collocates characters --window 2 --format jsonl')
    assert.equal(error, '')
    const [first] = records(out)
    assert.deepEqual(
      [first?.['text'], first?.['count'], first?.['left'], first?.['right']],
      ['心', 2, 2, 0],
    )
    const shown = await search('驿站', '--collocates characters --window 2 --limit 1')
    assert.match(shown.out, /^TEXT +COUNT +LEFT +RIGHT +TOTAL +PMI +LIKELIHOOD\n心 +2 +2 +0 +2 +\d/)
  })

  it('prints CSV, and writes tables', async () => {
    const { out } = await search('Ａ', '--format csv --context 2')
    assert.equal(
      out,
      'page,line,column,start,end,left,text,right,type,status,entity,owner,article,newspaper,date\r\n' +
        '2021-b.txt,1,5,4,5,市，,Ａ,区启,,,,,,工人报,2021\r\n',
    )
    const { written } = await search('Ａ', '--format csv --context 2 --out o/a.csv')
    assert.equal(written['o/a.csv'], `\uFEFF${out}`)
    const book = await search('驿站', '--format xlsx --out o/a.xlsx')
    assert.deepEqual([book.status, book.out, Object.keys(book.written)], [0, '', ['o/a.xlsx']])
  })

  it('says what cannot be asked', async () => {
    for (const [args, reason] of [
      ['search 驿站', /search needs --index FILE/],
      ['search --index a.db', /search needs a query/],
      ['search --index none.db 驿站', /no such index: none\.db/],
      ['search --index none.db date:2021', /nothing is looked for/],
      ['search --index none.db 驿站_near:3', /two words\n {2}驿站 near:3\n {7}\^{6}\nTry: /],
      ['search --index none.db 驿站 --limit 0', /--limit N/],
      ['search --index none.db 驿站 --context x', /--context N/],
      ['search --index none.db 驿站 --window 0', /--window N/],
      ['search --index none.db 驿站 --format xlsx', /xlsx needs --out FILE/],
    ] as const) {
      const { status, error } = await run(args, disk, [], undefined, '_')
      assert.equal(status, 2, args)
      assert.match(error, reason)
    }
  })

  it('says that pages have changed since, and that nothing is found', async () => {
    await run('index --index old.db p', disk)
    const now = { ...disk, 'p/2020-a.txt': '驿站' }
    const { out, error } = await run('search --index old.db 精神', now)
    assert.match(out, /精神/)
    assert.equal(error, 'biaozhu: 1 page has changed since: run biaozhu index again\n')
    assert.equal((await run('search --index old.db 没有', disk)).error, 'biaozhu: nothing found\n')
  })
})

describe('biaozhu index', () => {
  it('reads only what has changed', async () => {
    assert.equal((await run('index --index i.db p', disk)).out, 'i.db: 3 pages (3 read)\n')
    assert.equal((await run('index --index i.db p', disk)).out, 'i.db: 3 pages (0 read)\n')
    const { 'p/浙江/c.txt': _gone, ...others } = disk
    const now = { ...others, 'p/2020-a.txt': '【乙】' }
    assert.equal((await run('index --index i.db p', now)).out, 'i.db: 2 pages (1 read, 1 gone)\n')
    assert.match((await run('search --index i.db 乙', now)).out, /^2020-a\.txt:1:2 /)
    assert.equal((await run('search --index i.db 精神', now)).out, '')
  })

  it('indexes in parts that are joined, as often as one likes', async () => {
    const parts = await Promise.all(
      [1, 2].map((i) => run(`index --index part${i}.db --shard ${i}/2 p`, disk)),
    )
    const pages = parts.map(({ out }) => Number(/: (\d) page/.exec(out)?.[1]))
    assert.equal((pages[0] ?? 0) + (pages[1] ?? 0), 3)
    for (const _time of [1, 2]) {
      const { out, error } = await run('index merge --index whole.db part1.db part2.db')
      assert.deepEqual([out, error], ['whole.db: 3 pages (0 read)\n', ''])
    }
    const whole = await run('search --index whole.db --format jsonl 驿', disk)
    await run('index --index once.db p', disk)
    assert.equal(whole.out, (await run('search --index once.db --format jsonl 驿', disk)).out)
  })

  it('says what cannot be read or made', async () => {
    for (const [args, reason] of [
      ['index p', /index needs --index FILE/],
      ['index --index i.db', /index needs a file or folder/],
      ['index --index i.db --jobs 0 p', /--jobs N/],
      ['index --index i.db --shard 3/2 p', /--shard I\/N/],
      ['index merge --index i.db', /needs indexes of parts/],
      ['index merge --index i.db none.db', /no such index: none\.db/],
      ['index --index i.db q', /no such file or folder: q/],
    ] as const) {
      const { status, error } = await run(args, disk)
      assert.equal(status, 2, args)
      assert.match(error, reason)
    }
  })
})
