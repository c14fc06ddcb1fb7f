/** What import makes of files: which page is meant, what is new, and what a person must look at. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { sizeProblem } from '../../server/src/exchange/file/limits.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { readImport } from '../../server/src/feature/import/read.ts'
import { documentsOf, folderOf, imported, reading } from './import-fixture.ts'

/** One mention of 嘉兴市 at 1 to 4. */
const ann = 'T1\tPlace 1 4\t嘉兴市\n'
const text = '在嘉兴市好'

describe('the page of a file', () => {
  const pageOf = async (files: Record<string, string>, pages: Record<string, string>) => {
    const { pages: found, problems } = await reading('brat', files, documentsOf(pages))
    return [...found.map(({ document }) => document.path), ...problems.map((each) => each.message)]
  }

  it('is found by path and by name', async () => {
    const files = { 'q/a.ann': ann, 'q/a.txt': text }
    assert.deepEqual(await pageOf(files, { 'q/a.txt': text, 'r/a.txt': text }), ['q/a.txt'])
    assert.deepEqual(await pageOf(files, { 'x/a.txt': text, 'b.txt': '' }), ['x/a.txt'])
  })

  it('is found by its text where its name is another', async () => {
    const files = { 'a.ann': ann, 'a.txt': text }
    assert.deepEqual(await pageOf(files, { 'b.txt': text, 'c.txt': '' }), ['b.txt'])
    assert.deepEqual(await pageOf(files, { 'a.txt': '旧文', 'b.txt': text }), ['b.txt'])
  })

  it('is found by its text but for blanks, newlines and the form of Unicode', async () => {
    const page = '\n　 主席陆平在桐乡市。\r\n陆平  表示感谢Caf\u00e9。\n\n'
    const others = [
      '主席陆平在桐乡市。\n陆平  表示感谢Caf\u00e9。',
      '主席陆平在桐乡市。\n陆平 表示感谢Caf\u00e9。\n',
      '\uFEFF主席陆平在桐乡市。\r\n\r\n陆平\u00a0表示感谢Caf\u00e9。',
      '主席陆平在桐乡市。陆平表示感谢Caf\u00e9。',
      '主席陆平在桐乡市。\n陆平 表示感谢Cafe\u0301。',
    ]
    for (const other of others) {
      const start = other.lastIndexOf('陆平')
      const line = JSON.stringify({ text: other, label: [[start, start + 2, 'Person']] })
      const { items, problems } = await imported(
        'doccano',
        { 'all.jsonl': line },
        documentsOf({ '甲.txt': page, '乙.txt': '别的' }),
      )
      assert.deepEqual(problems, [], other)
      assert.deepEqual(
        items.map(({ kind, record }) => [kind, record.kind === 'span' && record.at]),
        [['new', [[13, 15]]]],
        other,
      )
    }
  })

  it('is found by its name in another form', async () => {
    const forms: Readonly<Record<string, readonly string[]>> = {
      '2021/第1版 头版.txt': [
        '2021/第1版_头版.txt',
        '第1版-头版',
        '2021_第1版_头版.txt',
        '第１版　头版.TXT',
        '1f2e3d4c-第1版_头版.txt',
        '第1版 头版.docx',
        '第1版 头版.txt.json',
        'D:\\pages\\2021\\第1版 头版.txt',
        encodeURIComponent('第1版 头版.txt'),
        '_u7B2C_1_u7248__u20__u5934__u7248_',
        '#U7b2c1#U7248_#U5934#U7248.txt',
      ],
      'Caf\u00e9 P3.txt': [
        'Cafe\u0301 P3.txt',
        'caf\u00e9_p3.txt',
        'CAF\u00c9 P3.TXT',
        'Caf__P3.txt',
      ],
    }
    const pages = documentsOf({
      ...Object.fromEntries(Object.keys(forms).map((path) => [path, text])),
      '2021/第2版.txt': text,
    })
    for (const [path, names] of Object.entries(forms)) {
      for (const name of names) {
        const table = `page,type,place,text\n${name},Place,1..4,嘉兴市\n`
        const found = await reading('csv', { 'b.csv': table }, pages)
        assert.deepEqual(found.problems, [], name)
        assert.deepEqual(
          found.pages.map(({ document }) => document.path),
          [path],
          name,
        )
      }
    }
  })

  it('is not one of a name in another form whose text is another', async () => {
    const files = { 'p 1.ann': ann, 'p 1.txt': text }
    assert.deepEqual(await pageOf(files, { 'p_1.txt': '今日无事可做' }), [
      'There is no page p 1, and none with this text.',
    ])
    assert.deepEqual(await pageOf(files, { 'p_1.txt': `今日${text}吗` }), ['p_1.txt'])
    assert.deepEqual(await pageOf(files, { 'p_1.txt': `${text}吗`, 'p-1.txt': `${text}呢` }), [
      'There are 2 pages p 1.',
    ])
  })

  it('is not guessed', async () => {
    const files = { 'a.ann': ann, 'a.txt': `${text}吗` }
    assert.deepEqual(await pageOf(files, { 'p/a.txt': text, 'q/a.txt': text }), [
      'There are 2 pages a.',
    ])
    assert.deepEqual(await pageOf(files, { 'b.txt': text }), [
      'There is no page a, and none with this text.',
    ])
  })

  it('may be meant without text: then it is the page of that name', async () => {
    const { said } = await imported('brat', { 'a.ann': ann }, documentsOf({ 'a.txt': text }))
    assert.deepEqual(said, ['new accepted Place 嘉兴市'])
  })
})

describe('what is read', () => {
  const page = { 'a.txt': text }

  it('is new where nothing stands, with who imported it', async () => {
    const { items, said } = await imported(
      'brat',
      { 'a.ann': ann, 'a.txt': text },
      documentsOf(page),
    )
    assert.deepEqual(said, ['new accepted Place 嘉兴市'])
    const [record] = items.map((item) => item.record)
    assert.equal(record?.kind === 'span' && record.who, '王丽')
    assert.match(record?.id ?? '', /^[0-9A-Z]{26}$/)
  })

  it('is the same where place and type are, whatever the id', async () => {
    const { said } = await imported(
      'brat',
      { 'a.ann': ann },
      documentsOf({ 'a.txt': '在⟦嘉兴市|Place⟧好' }),
    )
    assert.deepEqual(said, ['same accepted Place 嘉兴市'])
  })

  const other = { 'a.txt': '在⟦嘉兴市好|Organization⟧' }

  it('conflicts with what it overlaps, and leaves it unless the file is to win', async () => {
    const files = { 'a.ann': ann }
    for (const [onConflict, after] of [
      ['skip', ['accepted Organization 嘉兴市好']],
      ['ours', ['accepted Organization 嘉兴市好']],
      ['theirs', ['accepted Place 嘉兴市']],
    ] as const) {
      const found = await imported('brat', files, documentsOf(other), { onConflict })
      assert.deepEqual(found.said, ['conflicting accepted Place 嘉兴市'])
      assert.deepEqual(found.after, after, onConflict)
    }
  })

  it('conflicts with the record of its id: ours keeps it and is filled up, theirs wins', async () => {
    const row = (type: string, note: string): string =>
      `kind,page,id,type,text,place,status,note\nmention,a.txt,A,${type},,1..4,accepted,${note}\n`
    const documents = documentsOf({ 'a.txt': '在⟦嘉兴市|Place⟧好' })
    const noteOf = async (type: string, onConflict: 'skip' | 'ours' | 'theirs') => {
      const files = { 'b.csv': row(type, '首届') }
      const { after, items } = await imported('csv', files, documents, { onConflict })
      return [after[0], items[0]?.kind]
    }
    assert.deepEqual(await noteOf('Group', 'skip'), ['accepted Place 嘉兴市', 'conflicting'])
    assert.deepEqual(await noteOf('Group', 'ours'), ['accepted Place 嘉兴市', 'conflicting'])
    assert.deepEqual(await noteOf('Group', 'theirs'), ['accepted Group 嘉兴市', 'conflicting'])
    const { items } = await imported('csv', { 'b.csv': row('Place', '') }, documents)
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['same'],
    )
  })

  it('takes a note away only where the file could have said it', async () => {
    const documents = documentsOf({
      'a.txt': { marked: '在⟦嘉兴市|Place⟧好', changes: { A: { note: '首届' } } },
    })
    const table = 'kind,page,id,type,text,place,status\nmention,a.txt,A,Place,,1..4,accepted\n'
    const { said } = await imported('csv', { 'b.csv': table }, documents)
    assert.deepEqual(said, ['conflicting accepted Place 嘉兴市'])
    const foreign = await imported('brat', { 'a.ann': ann }, documents)
    assert.deepEqual(foreign.said, ['same accepted Place 嘉兴市'])
  })

  it('is a suggestion where that is asked for: it conflicts with nothing', async () => {
    const options = { as: 'suggestions' } as const
    const found = await imported('brat', { 'a.ann': ann }, documentsOf(other), options)
    assert.deepEqual(found.said, ['new suggested Place 嘉兴市'])
    const [record] = found.items.map((item) => item.record)
    assert.deepEqual(record?.kind === 'span' && [record.source, record.who], ['brat', undefined])
  })

  it('is not stored where it is suggested anyway', async () => {
    const table = 'kind,page,type,place,status\nmention,a.txt,Initiative,1..3,suggested\n'
    const { said, after } = await imported(
      'csv',
      { 'b.csv': table },
      documentsOf({ 'a.txt': '【甲乙】' }),
    )
    assert.deepEqual(said, ['same suggested Initiative 甲乙'])
    assert.deepEqual(after, [])
  })

  it('of two files about one page is there once where both say it, with the relations of each', async () => {
    const documents = documentsOf({ 'a.txt': '甲在乙好丙' })
    const files = {
      'x/a.ann': 'T1\tPerson 0 1\t甲\nT2\tPlace 2 3\t乙\nR1\tplace Arg1:T1 Arg2:T2\n',
      'y/a.ann': 'T1\tPlace 2 3\t乙\nT2\tPerson 4 5\t丙\nR1\tplace Arg1:T2 Arg2:T1\n',
    }
    const { items, after } = await imported('brat', files, documents)
    const names = new Map(
      items.map(({ record }) => [record.id, record.kind === 'span' ? record.quote.join() : '']),
    )
    const relations = items.flatMap(({ record }) =>
      record.kind === 'relation' ? [`${names.get(record.from)} ${names.get(record.to)}`] : [],
    )
    assert.deepEqual(relations, ['甲 乙', '丙 乙'])
    assert.equal(after.length, 5)
    const twice = await imported('brat', { ...files, 'y/a.ann': files['x/a.ann'] }, documents)
    assert.equal(twice.items.length, 3)
  })

  it('has relations between what is here by now', async () => {
    const both = `T1\tInitiative 1 4\t嘉兴市\nT2\tPlace 4 5\t好\nR1\tplace Arg1:T1 Arg2:T2\n`
    const documents = documentsOf({ 'a.txt': '在⟦嘉兴市|Initiative⟧好' })
    const { items, said } = await imported('brat', { 'a.ann': both }, documents)
    const place = items[1]?.record.id
    assert.deepEqual(said, [
      'same accepted Initiative 嘉兴市',
      'new accepted Place 好',
      `new place A ${place}`,
    ])
  })
})

describe('a page whose text has changed', () => {
  const files = { 'a.ann': ann, 'a.txt': text }

  it('gets what still stands there', async () => {
    const { items, said } = await imported(
      'brat',
      files,
      documentsOf({ 'a.txt': `新的一句。${text}` }),
    )
    assert.deepEqual(said, ['new accepted Place 嘉兴市'])
    const [record] = items.map((item) => item.record)
    assert.deepEqual(record?.kind === 'span' && record.at, [[6, 9]])
  })

  it('has the rest marked as uncertain: changed, or without a place', async () => {
    const changed = await imported('brat', files, documentsOf({ 'a.txt': '在嘉善市好' }))
    const gone = await imported('brat', files, documentsOf({ 'a.txt': '今日无事' }))
    const kinds = [changed, gone].map(({ items: [item] }) =>
      item?.record.kind === 'span' ? [item.kind, item.record.anchor] : [],
    )
    assert.deepEqual(kinds, [
      ['uncertain', 'changed'],
      ['uncertain', 'orphan'],
    ])
  })

  it('is told by quotes where the file has no text', async () => {
    const selector = [
      { type: 'TextPositionSelector', start: 1, end: 4 },
      { type: 'TextQuoteSelector', exact: '嘉兴市', prefix: '在', suffix: '好' },
    ]
    const target = { source: 'a.txt', selector }
    const body = {
      type: 'SpecificResource',
      purpose: 'classifying',
      source: 'Place',
      value: 'Place',
    }
    const annotation = { type: 'Annotation', id: 'urn:x', body, target }
    const { items } = await imported(
      'webannotation',
      { 'a.jsonld': JSON.stringify({ type: 'AnnotationPage', items: [annotation] }) },
      documentsOf({ 'a.txt': `新的一句。${text}` }),
    )
    const places = items.map(({ record }) => record.kind === 'span' && [record.at, record.quote])
    assert.deepEqual(places, [[[[6, 9]], ['嘉兴市']]])
  })
})

describe('files that lead astray', () => {
  it('are problems, and the rest is read', async () => {
    const brat = formats.find(({ name }) => name === 'brat')
    assert.ok(brat)
    const asked: string[] = []
    const inner = folderOf({ 'a.ann': ann, 'b.ann': ann, 'b.txt': text })
    const { pages, problems } = await readImport(
      brat,
      {
        chosen: inner.chosen,
        uris: [],
        async read(path) {
          asked.push(path)
          return path === 'a.ann' ? sizeProblem(300_000_000) : inner.read(path)
        },
      },
      { documents: documentsOf({ 'b.txt': text }), schema: defaultSchema },
    )
    assert.deepEqual(problems, [
      { path: 'a.ann', message: 'The file is too large: 300 MB, and at most 200 MB are read.' },
    ])
    assert.deepEqual(
      pages.map(({ document }) => document.path),
      ['b.txt'],
    )
    assert.ok(asked.every((path) => !path.includes('..')))
  })

  it('name no page outside of the corpus', async () => {
    for (const page of ['../a.txt', '/etc/passwd', 'C:\\\\a.txt', '__proto__', '']) {
      const table = `kind,page,type,place\nmention,"${page}",Place,1..4\n`
      const { items, problems } = await imported(
        'csv',
        { 'b.csv': table },
        documentsOf({ 'b.txt': text }),
      )
      assert.deepEqual(items, [], page)
      assert.equal(problems.length, 1, page)
    }
  })
})
