import assert from 'node:assert/strict'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { brat } from '../../server/src/exchange/brat/brat.ts'
import type { ExchangePage, ReadPage } from '../../server/src/exchange/format/model.ts'
import { context, exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

/** The `.ann` file without our own comments. */
function write(page: ExchangePage): string {
  const { files } = writeAll(brat, [page])
  return (files.get('p.ann') ?? '').toString().replace(/^#\d+\tBiaozhu .*\n/gm, '')
}

function read(
  ann: string,
  txt: string,
): { page: ReadPage | undefined; problems: readonly string[] } {
  const files = new Map([
    ['p.ann', Buffer.from(ann)],
    ['p.txt', Buffer.from(txt)],
  ])
  const { pages, problems } = readAll(brat, files, new Map())
  return { page: pages[0], problems }
}

/** Types, places and words of what was read. */
function mentions(ann: string, txt: string): readonly string[] {
  const { page } = read(ann, txt)
  return (page?.mentions ?? []).map(
    ({ type, spans }) =>
      `${type} ${spans.map(({ start, end }) => page?.text.slice(start, end)).join('|')}`,
  )
}

describe('brat, written', () => {
  it('has a line for each mention, numbered by position', () => {
    assert.equal(
      write(markedPage('在⟦嘉兴市|Place⟧,⟦吴浩|Person⟧说')),
      'T1\tPlace 1 4\t嘉兴市\nT2\tPerson 5 7\t吴浩\n',
    )
    assert.equal(write(exchangePage('没有')), '')
  })

  it('counts code points', () => {
    assert.equal(write(markedPage('𠮷⟦𠮷田茂|Person⟧')), 'T1\tPerson 1 4\t𠮷田茂\n')
  })

  it('cuts a name at a break into fragments', () => {
    assert.equal(write(markedPage('⟦货⏎⏎车司机|Group⟧')), 'T1\tGroup 0 1;3 6\t货 车司机\n')
  })

  it('cuts at everything that ends a line in Python, and at a tab', () => {
    for (const cut of ['\u2028', '\u2029', '\u0085', '\v', '\f', '\u001c', '\r', '\t']) {
      assert.equal(write(markedPage(`⟦货${cut}车|Group⟧`)), 'T1\tGroup 0 1;2 3\t货 车\n')
    }
  })

  it('keeps a space inside a name', () => {
    assert.equal(write(markedPage('⟦A B|Person⟧')), 'T1\tPerson 0 3\tA B\n')
  })

  it('has the fragments of a name that another block cuts in source order', () => {
    const spans = [
      [4, 6],
      [0, 1],
    ] as const
    assert.equal(
      write(exchangePage('机。\n\n货车司', [mention('a', 'Group', spans)])),
      'T1\tGroup 0 1;4 6\t机 货车\n',
    )
  })

  it('has status, note, entity and relations in lines of their own', () => {
    const page = exchangePage(
      '总工会推出“十匠”行动',
      [
        mention('a', 'Organization', [[0, 3]], { status: 'suggested', note: '一\n二' }),
        mention('b', 'Initiative', [[5, 11]], { entity: 'Wikidata:Q1', unsure: true }),
      ],
      [{ id: 'r', type: 'actor', from: 'b', to: 'a', status: 'accepted' }],
    )
    assert.equal(
      write(page),
      [
        'T1\tOrganization 0 3\t总工会',
        'A1\tStatus T1 suggested',
        '#1\tAnnotatorNotes T1\t一 二',
        'T2\tInitiative 5 11\t“十匠”行动',
        'A2\tUnsure T2',
        'N1\tReference T2 Wikidata:Q1\t“十匠”行动',
        'R1\tactor Arg1:T2 Arg2:T1',
        '',
      ].join('\n'),
    )
  })

  it('writes the text that brat wants beside it', () => {
    const { files } = writeAll(brat, [exchangePage('甲\n乙')])
    assert.equal(files.get('p.txt')?.toString(), '甲\n乙')
  })

  it('writes names of types in letters that brat takes', () => {
    assert.equal(
      write(
        exchangePage('助企甲', [mention('a', '举措', [[0, 2]]), mention('b', 'a_b', [[2, 3]])]),
      ),
      'T1\t_u4E3E__u63AA_ 0 2\t助企\nT2\ta_b 2 3\t甲\n',
    )
  })

  it('declares every type of the schema, with its Chinese label', () => {
    const [annotation, visual] = brat.write(context).begin()
    assert.deepEqual([annotation?.path, visual?.path], ['annotation.conf', 'visual.conf'])
    for (const { name, labelZh } of defaultSchema.types) {
      assert.match(String(annotation?.content), new RegExp(`^${name}$`, 'm'))
      assert.match(String(visual?.content), new RegExp(`^${name} \\| ${labelZh} `, 'm'))
      assert.match(String(visual?.content), new RegExp(`^${name}\tbgColor:#`, 'm'))
    }
    assert.match(String(annotation?.content), /^partOf\tArg1:Initiative, Arg2:Initiative$/m)
  })
})

describe('brat, read', () => {
  it('counts the text as brat does: CRLF is two, a byte order mark one', () => {
    assert.deepEqual(mentions('T1\tPerson 4 6\t吴浩\n', '\uFEFF版\r\n吴浩'), ['Person 吴浩'])
    assert.deepEqual(mentions('T1\tPerson 1 4\t𠮷田茂\r\n', '𠮷𠮷田茂'), ['Person 𠮷田茂'])
  })

  it('joins attributes, notes and references of other people to their mentions', () => {
    const ann = [
      'A1\tNegation T1',
      'T1\tPerson 0 2;3 4\t吴浩 说',
      'A2\tLevel T1 very high',
      '#1\tAnnotatorNotes T1\tC:\\new\tx',
      'N1\tReference T1 Wikipedia:534366\t吴浩',
    ].join('\n')
    const [found] = read(ann, '吴浩会说').page?.mentions ?? []
    assert.deepEqual(found, {
      id: 'T1',
      type: 'Person',
      status: 'accepted',
      spans: [
        { start: 0, end: 2 },
        { start: 3, end: 4 },
      ],
      quote: ['吴浩', '说'],
      attributes: { Negation: true, Level: 'very high' },
      note: 'C:\\new\tx',
      entity: 'Wikipedia:534366',
    })
  })

  it('takes a changed note for ours', () => {
    const page = exchangePage('甲', [mention('a', 'Person', [[0, 1]], { note: '一\n二' })])
    const ann = (writeAll(brat, [page]).files.get('p.ann') ?? '').toString()
    const note = (text: string): string | undefined => read(text, '甲').page?.mentions[0]?.note
    assert.equal(note(ann), '一\n二')
    assert.equal(note(ann.replace('一 二\n', '三\n')), '三')
  })

  it('says what it does not read, and reads the rest', () => {
    const { page, problems } = read(
      'T1\tPerson 0 9\t甲\nT2\tPerson 0 1\t甲\nE1\tMove:T2\nT2\tPlace 0 1\t甲\nR1\tx Arg1:T2 Arg2:T9\nT3\tPlace b c\t\n',
      '甲',
    )
    assert.deepEqual(
      page?.mentions.map(({ id, type }) => `${id} ${type}`),
      ['T2 Person'],
    )
    assert.deepEqual(problems, [
      'Events are not read.',
      'T2 is there twice.',
      'A place is start and end, in numbers.',
      'T1 is at no place of the text.',
      'R1 has an end that is no mention.',
    ])
  })

  it('says remarks about what is not there, and values that it does not know', () => {
    const ann = [
      'T1\tPerson 0 1\t甲',
      'A1\tLevel T1 high',
      'A2\tLevel T1 low',
      'A3\tStatus T1 done',
      'A4\tNegation E1',
      '#1\tAnnotatorNotes T1\t一',
      '#2\tAnnotatorNotes T1\t二',
      '#3\tAnnotatorNotes T9\t三',
      'N1\tReference T8 Wikidata:Q1\t甲',
      'R1\tas Arg1:T1 Arg2:T1',
      'R1\tof Arg1:T1 Arg2:T1',
      'X1\tanything',
    ].join('\n')
    const { page, problems } = read(ann, '甲')
    const [found] = page?.mentions ?? []
    assert.deepEqual(found?.attributes, { Level: 'high; low' })
    assert.equal(found?.note, '一; 二')
    assert.deepEqual(problems, [
      'The status done of T1 is not known.',
      'R1 is there twice.',
      'This is no line of brat.',
      'This is about E1, which is not read.',
      'This is about T9, which is not read.',
      'This is about T8, which is not read.',
    ])
  })

  it('reads equivalences as relations from the first mention to each other one', () => {
    const { page, problems } = read(
      'T1\tPerson 0 2\t吴浩\nT2\tPerson 2 3\t他\nT3\tPerson 3 4\t其\n*\tEquiv T1 T2 T3\n*\tCoref T2 T9\n*\tEquiv T1\n',
      '吴浩他其',
    )
    assert.deepEqual(
      page?.relations.map(({ type, from, to }) => `${type} ${from} ${to}`),
      ['Equiv T1 T2', 'Equiv T1 T3'],
    )
    assert.deepEqual(problems, [
      'An equivalence has a type and two mentions or more.',
      '*5.1 has an end that is no mention.',
    ])
  })

  it('says when there is no text', () => {
    const { problems } = readAll(brat, new Map([['a/b.ann', Buffer.from('')]]), new Map())
    assert.deepEqual(problems, ['There is no page for a/b.'])
  })
})

describe('brat with endings in capitals', () => {
  it('is read with the text beside it', () => {
    const files = new Map([
      ['P.ANN', Buffer.from('T1\tPerson 0 1\t甲\n')],
      ['P.TXT', Buffer.from('甲乙')],
    ])
    const { pages, problems } = readAll(brat, files, new Map())
    assert.deepEqual(problems, [])
    assert.deepEqual([pages[0]?.name, pages[0]?.text], ['P', '甲乙'])
  })
})
