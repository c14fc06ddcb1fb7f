import assert from 'node:assert/strict'
import type { ReadPage } from '../../server/src/exchange/format/model.ts'
import { labelStudio } from '../../server/src/exchange/label-studio/label-studio.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

function tasksOf(...pages: Parameters<typeof writeAll>[1]): unknown {
  const { files } = writeAll(labelStudio, pages)
  return JSON.parse((files.get('工人报.label-studio.json') ?? '').toString())
}

function read(tasks: unknown): { pages: readonly ReadPage[]; problems: readonly string[] } {
  const files = new Map([['t.json', Buffer.from(JSON.stringify(tasks))]])
  return readAll(labelStudio, files, new Map())
}

function label(id: string, start: number, end: number, type: string, rest: object = {}): object {
  return { id, type: 'labels', value: { start, end, labels: [type] }, ...rest }
}

describe('Label Studio, written', () => {
  it('is a task for each page, positions in code points', () => {
    const tasks = tasksOf({ ...markedPage('𠮷⟦吴浩|Person⟧'), sha256: 'x' }, exchangePage(''))
    assert.equal(Array.isArray(tasks) && tasks.length, 2)
    assert.deepEqual(Array.isArray(tasks) && tasks[0], {
      data: { text: '𠮷吴浩', path: 'p.txt', form: 'source', sha256: 'x' },
      annotations: [
        {
          result: [
            {
              id: 'm1',
              from_name: 'label',
              to_name: 'text',
              type: 'labels',
              value: { start: 1, end: 3, text: '吴浩', labels: ['Person'] },
            },
          ],
        },
      ],
      predictions: [],
    })
  })

  it('has suggestions as predictions, with their confidence as score', () => {
    const page = exchangePage('吴浩', [
      mention('a', 'Person', [[0, 2]], { status: 'suggested', confidence: 0.5 }),
    ])
    const json = JSON.stringify(tasksOf(page))
    assert.match(json, /"annotations":\[\],"predictions":\[\{"model_version":"biaozhu"/)
    assert.match(json, /"score":0\.5/)
  })

  it('has a configuration with all types and relations', () => {
    const { files } = writeAll(labelStudio, [])
    const config = (files.get('工人报.label-studio.xml') ?? '').toString()
    assert.match(config, /<Label value="Initiative" hint="举措"\/>/)
    assert.match(config, /<Relation value="actor"\/>/)
    assert.equal((files.get('工人报.label-studio.json') ?? '').toString(), '[]\n')
  })

  it('says that a relation from an accepted mention to a suggested one is lost', () => {
    const page = exchangePage(
      '甲乙',
      [mention('a', 'Person', [[0, 1]]), mention('b', 'Person', [[1, 2]], { status: 'suggested' })],
      [{ id: 'r', type: 'actor', from: 'a', to: 'b', status: 'accepted' }],
    )
    const [losses] = writeAll(labelStudio, [page]).losses
    assert.deepEqual(losses, [{ kind: 'relation', id: 'r', lost: ['all'] }])
  })
})

describe('Label Studio, read', () => {
  /** Annotator and ids of each page. */
  const said = (pages: readonly ReadPage[]) =>
    pages.map(({ annotator, mentions }) => [annotator, ...mentions.map(({ id }) => id)])

  it('takes what each annotator says of a task as a page of its own, less what was cancelled', () => {
    const by = (completed_by: unknown, ...results: readonly object[]) => ({
      ...{ completed_by, result: results },
    })
    const { pages, problems } = read([
      {
        data: { text: '甲乙丙' },
        annotations: [
          by(1, label('a', 0, 1, 'X')),
          by({ id: 2, email: 'li@example.org' }, label('b', 1, 2, 'Y')),
          { ...by(3, label('c', 2, 3, 'Z')), was_cancelled: true },
        ],
        predictions: [{ result: [label('p', 0, 1, 'X')] }],
      },
    ])
    assert.deepEqual(said(pages), [
      ['1', 'a'],
      ['2', 'b'],
      [undefined, 'p'],
    ])
    assert.deepEqual(problems, [])
    const twice = [
      { ...by('wang@example.org', label('a', 0, 1, 'X')), id: 7 },
      { ...by('wang@example.org', label('b', 0, 1, 'X')), id: 8 },
      { ...by(undefined, label('c', 0, 1, 'X')), id: 9 },
      by('../x', label('d', 0, 1, 'X')),
    ]
    const { pages: four } = read([{ data: { text: '甲' }, annotations: twice }])
    assert.deepEqual(said(four), [
      ['wang', 'a'],
      ['wang-8', 'b'],
      ['9', 'c'],
      ['_x', 'd'],
    ])
    const one = read([{ data: { text: '甲' }, annotations: [by(1, label('a', 0, 1, 'X'))] }])
    assert.deepEqual(said(one.pages), [[undefined, 'a']])
  })

  it('reads the rows of JSON-MIN, those of one task by their annotators', () => {
    const row = (annotator: number, start: number, end: number, type: string) => ({
      ...{
        id: 1,
        annotator,
        annotation_id: annotator + 6,
        text: '主席陆平在桐乡市。',
        sure: ['x'],
      },
      label: [{ start, end, text: '', labels: [type] }],
    })
    const { pages, problems } = read([row(1, 2, 4, 'Person'), row(2, 5, 8, 'Place')])
    assert.deepEqual(said(pages), [
      ['1', '#1'],
      ['2', '#1'],
    ])
    assert.deepEqual(pages[1]?.mentions[0]?.spans, [{ start: 5, end: 8 }])
    assert.equal(pages[1]?.text, '主席陆平在桐乡市。')
    assert.deepEqual(problems, ['sure is not read: 2.'])
    const one = read([row(1, 2, 4, 'Person')])
    assert.deepEqual(said(one.pages), [[undefined, '#1']])
    assert.equal(one.pages[0]?.name, 't')
  })

  it('reads answers for a region as attributes and note', () => {
    const answer = (type: string, name: string, value: object): object => ({
      ...{ id: 'a', type, from_name: name, value },
    })
    const { pages } = read({
      data: { article: '甲乙' },
      annotations: [
        {
          result: [
            label('a', 0, 1, 'X', { meta: { text: ['alt'] } }),
            answer('choices', 'level', { choices: ['省', '市'] }),
            answer('number', 'year', { number: 2021 }),
            answer('textarea', 'note', { text: ['新'] }),
          ],
        },
      ],
    })
    const [found] = pages[0]?.mentions ?? []
    assert.deepEqual(found?.attributes, { level: '省; 市', year: 2021 })
    assert.equal(found?.note, '新')
    assert.equal(pages[0]?.name, 't')
  })

  it('finds by what a region says of its text that an old file counts UTF-16', () => {
    const old = {
      id: 'a',
      type: 'labels',
      value: { start: 2, end: 4, text: '吴浩', labels: ['P'] },
    }
    const { pages } = read({ data: { text: '𠮷吴浩说' }, annotations: [{ result: [old] }] })
    assert.deepEqual(pages[0]?.mentions[0]?.spans, [{ start: 2, end: 4 }])
  })

  it('turns relations that point to the left', () => {
    const relation = {
      type: 'relation',
      from_id: 'a',
      to_id: 'b',
      direction: 'left',
      labels: ['r'],
    }
    const result = [label('a', 0, 1, 'X'), label('b', 1, 2, 'X'), relation]
    const { pages } = read({ data: { text: '甲乙' }, annotations: [{ result }] })
    assert.deepEqual(
      pages[0]?.relations.map(({ type, from, to }) => [type, from, to]),
      [['r', 'b', 'a']],
    )
  })

  it('says what is wrong and reads the rest, CRLF texts too', () => {
    const wrong = [label('a', 5, 9, 'X'), label('b', 1, 1, 'X'), label('c', 3, 4, 'X')]
    const { pages, problems } = read([
      { data: { text: '甲\r\n乙' }, annotations: [{ result: wrong }] },
      { data: {} },
      7,
    ])
    assert.deepEqual(problems, [
      'Task 1: region a is no label at a place of the text.',
      'Task 1: region b is no label at a place of the text.',
      'Task 2: there is no text.',
      'Task 3: there is no text.',
    ])
    assert.equal(pages[0]?.text, '甲\n乙')
    assert.deepEqual(pages[0]?.mentions[0]?.spans, [{ start: 2, end: 3 }])
    assert.deepEqual(readAll(labelStudio, new Map([['t.json', Buffer.from('{')]]), new Map()), {
      pages: [],
      problems: ['This is no JSON.'],
    })
  })

  it('has a mention for each label of a region, and a relation for each of a relation', () => {
    const result = [
      { ...label('a', 0, 1, 'X'), value: { start: 0, end: 1, labels: ['Person', 'Model'] } },
      { ...label('b', 1, 2, 'Place'), from_name: 'where' },
      { ...label('b', 1, 2, 'Group'), from_name: 'who' },
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['任职', '代表'] },
    ]
    const { pages, problems } = read({ data: { text: '甲乙' }, annotations: [{ result }] })
    assert.deepEqual(
      pages[0]?.mentions.map(({ type, spans }) => `${type} ${spans[0]?.start}`),
      ['Person 0', 'Model 0', 'Place 1', 'Group 1'],
    )
    assert.deepEqual(
      pages[0]?.relations.map(({ type, from, to }) => `${type} ${from} ${to}`),
      ['任职 a b', '代表 a b'],
    )
    assert.deepEqual(problems, [
      'Task 1: region a has two labels, and the schema takes one: Person, Model.',
      'Task 1: region b has two labels, and the schema takes one: Place, Group.',
    ])
  })

  it('says results that it does not read, with their number', () => {
    const said = (id: string, type: string, from_name: string, value: object): object => ({
      ...{ id, type, from_name, value },
    })
    const result = [
      label('a', 0, 1, 'X'),
      label('b', 1, 2, 'X'),
      said('q', 'choices', 'mood', { choices: ['good'] }),
      said('a', 'taxonomy', 'kind', { taxonomy: [['a', 'b']] }),
      said('b', 'taxonomy', 'kind', { taxonomy: [['a', 'b']] }),
      said('a', 'number', 'year', { number: [{}] }),
      { type: 'relation', from_id: 'a', to_id: 'b', direction: 'bi', labels: [] },
    ]
    const predictions = [{ result: [] }, { result: [] }]
    const { problems } = read({ data: { text: '甲乙' }, annotations: [{ result }], predictions })
    assert.deepEqual(problems, [
      'Task 1: it has 2 predictions, of which the last is read.',
      'Task 1: the relation from a to b has no label.',
      'Task 1: the relation from a to b is read in one direction.',
      'Task 1: answers to mood, of no region, are not read: 1.',
      'Task 1: results of the kind taxonomy are not read: 2.',
      'Task 1: answers to year are not read: 1.',
    ])
  })

  it('is the page that a file of this name was uploaded from', () => {
    const { pages } = read({ data: { text: '甲' }, file_upload: '1f2e3d4c-2021 第1版.txt' })
    assert.equal(pages[0]?.name, '2021 第1版.txt')
  })
})
