import assert from 'node:assert/strict'
import { doccano } from '../../server/src/exchange/doccano/doccano.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

function read(content: string): ReturnType<typeof readAll> {
  return readAll(doccano, new Map([['d.jsonl', Buffer.from(content)]]), new Map())
}

describe('doccano', () => {
  it('is a line a page, in code points, with relations by number', () => {
    const page = exchangePage(
      '𠮷吴浩在\u2028嘉兴',
      [mention('a', 'Person', [[2, 4]]), mention('b', 'Place', [[6, 8]])],
      [{ id: 'r', type: 'in', from: 'a', to: 'b', status: 'accepted' }],
      { data: { date: '2021-11-22' }, sha256: 'x' },
    )
    const { files } = writeAll(doccano, [page])
    assert.equal(
      (files.get('工人报.doccano.jsonl') ?? '').toString(),
      '{"text":"𠮷吴浩在\\u2028嘉兴","path":"p.txt","form":"source","sha256":"x","date":"2021-11-22",' +
        '"entities":[{"id":0,"start_offset":1,"end_offset":3,"label":"Person"},' +
        '{"id":1,"start_offset":5,"end_offset":7,"label":"Place"}],' +
        '"relations":[{"id":0,"from_id":0,"to_id":1,"type":"in"}]}\n',
    )
  })

  it('has each piece as a mention of its own, and says so', () => {
    const pieces: readonly (readonly [number, number])[] = [
      [0, 1],
      [2, 3],
    ]
    const { files, losses } = writeAll(doccano, [
      exchangePage('甲乙丙', [mention('a', 'P', pieces)]),
    ])
    assert.match((files.get('工人报.doccano.jsonl') ?? '').toString(), /"start_offset":2/)
    const [loss] = losses[0] ?? []
    assert.equal(loss?.kind === 'mention' && loss.written?.length, 2)
  })

  it('reads spans as objects and as lists, ids of a database, CRLF', () => {
    const { pages, problems } = read(
      '{"id":9,"text":"甲\\r\\n乙","entities":[{"id":77,"label":"P","start_offset":3,"end_offset":4}]}\n' +
        '\n{"text":"甲乙","label":[[0,1,"P"],[1,2,"Q"]]}\n',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(
      pages.map(({ name, text, mentions }) => [
        name,
        text,
        ...mentions.map(({ type, spans }) => [type, spans[0]?.start, spans[0]?.end]),
      ]),
      [
        ['d 1', '甲\n乙', ['P', 2, 3]],
        ['d 3', '甲乙', ['P', 0, 1], ['Q', 1, 2]],
      ],
    )
  })

  it('says in which line something is wrong', () => {
    const { problems } = read(
      '{"text":"甲","entities":[{"id":1,"label":"P","start_offset":0,"end_offset":9}],"relations":[{"from_id":1,"to_id":2,"type":"r"}]}\n[]\n{',
    )
    assert.deepEqual(problems, [
      'This is no span of the text: {"id":1,"label":"P","start_offset":0,"end_offset":9}.',
      'A relation has an end that is no mention.',
      'There is no text in this line.',
      'There is no text in this line.',
    ])
  })

  it('reads spans under each name that versions give them, and says lists that it does not read', () => {
    const { pages, problems } = read(
      '{"text":"甲乙丙","entities":[],"label":[[0,1,"P"],[0,1,"Q"]],"spans":[{"start":1,"end":2,"label":"R"}],' +
        '"cats":["news"],"Comments":["一","二"],"relations":[7]}\n' +
        '{"text":"甲","label":["news"],"annotations":[{"label":3,"start_offset":0,"end_offset":1}]}\n',
    )
    assert.deepEqual(
      pages[0]?.mentions.map(({ type, spans }) => `${type} ${spans[0]?.start}`),
      ['P 0', 'Q 0', 'R 1'],
    )
    assert.deepEqual(problems, [
      'A relation has an end that is no mention.',
      'The list cats is not read: 1.',
      'The list Comments is not read: 2.',
      'This is no span of the text: "news".',
      'This is no span of the text: {"label":3,"start_offset":0,"end_offset":1}.',
    ])
  })
})
