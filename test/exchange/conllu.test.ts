import assert from 'node:assert/strict'
import { conllu } from '../../server/src/exchange/conllu/conllu.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, roundTrip, writeAll } from './round-trip.ts'

type Pages = Parameters<typeof writeAll>[1]

/** FORM and MISC of each token, and the text of each sentence. */
function shown(pages: Pages): readonly string[] {
  const { files } = writeAll(conllu, pages)
  return (files.get('p.conllu') ?? '')
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('# text') || /^\d/.test(line))
    .map((line) =>
      line.startsWith('#') ? line : line.split('\t').toSpliced(2, 7).slice(1).join(' '),
    )
}

function read(content: string, text?: string): ReturnType<typeof readAll> {
  const texts = new Map(text === undefined ? [] : [['p.txt', text]])
  return readAll(conllu, new Map([['p.conllu', Buffer.from(content)]]), texts)
}

const line = (id: string, form: string, misc = '_'): string =>
  [id, form, ...Array(7).fill('_'), misc].join('\t')

describe('CoNLL-U, written', () => {
  it('has sentences with their text, and mentions in brackets', () => {
    assert.deepEqual(shown([markedPage('⟦吴|Person⟧在⟦嘉兴|Place⟧ 说。\n好')]), [
      '# text = 吴在嘉兴 说。',
      '吴 SpaceAfter=No|Entity=(e1-Person-1-id:m1)',
      '在 SpaceAfter=No',
      '嘉 SpaceAfter=No|Entity=(e2-Place-2-id:m2',
      '兴 Entity=e2)',
      '说 SpaceAfter=No',
      '。 SpacesAfter=\\n',
      '# text = 好',
      '好 SpaceAfter=No',
    ])
  })

  it('nests brackets, and lets mentions cross and be in pieces', () => {
    const page = exchangePage('甲乙丙丁', [
      mention('a', 'X', [[0, 2]]),
      mention('b', 'Y', [[0, 1]]),
      mention('c', 'Z', [[1, 4]]),
      mention('d', 'A-B', [
        [0, 1],
        [3, 4],
      ]),
    ])
    assert.deepEqual(shown([page]).slice(1), [
      '甲 SpaceAfter=No|Entity=(e1-X-2-id:a(e2-Y-1-id:b)(e4[1/2]-A%2DB-2-id:d)',
      '乙 SpaceAfter=No|Entity=e1)(e3-Z-3-id:c',
      '丙 SpaceAfter=No',
      '丁 SpaceAfter=No|Entity=(e4[2/2]-A%2DB-2-id:d)e3)',
    ])
  })

  it('escapes what is said of a mention', () => {
    const said = { note: 'a, (b|c)\n-_', confidence: 0.5, status: 'suggested' } as const
    const [, token = ''] = shown([exchangePage('甲', [mention('a', 'X', [[0, 1]], said)])])
    assert.equal(
      token,
      '甲 SpaceAfter=No|Entity=(e1-X-1-id:a,confidence:0.5,note:a%2C%20%28b%7Cc%29%0A%2D_,status:suggested)',
    )
  })

  it('keeps all white space', () => {
    const text = '\n 甲\t乙\u3000丙  \n\n丁 '
    assert.equal(roundTrip(conllu, exchangePage(text)).read.text, text)
    const { files } = writeAll(conllu, [exchangePage(text)])
    assert.equal(read((files.get('p.conllu') ?? '').toString()).pages[0]?.text, text)
  })
})

describe('CoNLL-U, read', () => {
  it('finds tokens in the page, whatever blanks stand between them', () => {
    const content = [line('1', 'New'), line('2', 'York', 'Entity=(e1-place-1-)'), '', ''].join('\n')
    const { pages, problems } = read(content, 'New\n  York')
    assert.deepEqual(problems, [])
    assert.equal(pages[0]?.text, 'New\n  York')
    assert.deepEqual(pages[0]?.mentions, [
      { id: 'e1.1', type: 'place', status: 'accepted', spans: [{ start: 6, end: 10 }] },
    ])
  })

  it('reads multiword tokens, empty nodes, several documents and CRLF', () => {
    const content = [
      '# newdoc id = a',
      line('1-2', 'vámonos'),
      line('1', 'vamos'),
      line('2', 'nos'),
      line('2.1', 'x'),
      line('3', '!', 'SpaceAfter=No'),
      '',
      '# newdoc id = b',
      line('1', '甲'),
      '',
    ].join('\r\n')
    assert.deepEqual(
      read(content).pages.map(({ name, text }) => [name, text]),
      [
        ['a', 'vámonos !'],
        ['b', '甲\n'],
      ],
    )
  })

  it('says when the page is another one and when brackets do not fit', () => {
    const content = `${line('1', '甲', 'Entity=e9)(e1-X-1-(e2[1/2]-Y-1-)')}\n\n`
    assert.deepEqual(read(content, '乙').problems, [
      'The tokens are not those of the page p.',
      'The mention e9 ends and has not begun.',
      'The mention e1 does not end.',
      'The mention e2/2 lacks a piece.',
    ])
  })
})

describe('CoNLL-U with lines of something else', () => {
  it('says each, and reads the rest', () => {
    const content = [line('1', '甲'), 'x 乙 B-A', line('1.1', '丙'), '2', line('3', '丁'), ''].join(
      '\n',
    )
    const { pages, problems } = read(content)
    assert.deepEqual(problems, ['This is no line of a token.', 'This is no line of a token.'])
    assert.equal(pages[0]?.text, '甲 丁\n')
  })
})
