import assert from 'node:assert/strict'
import { conll } from '../../server/src/exchange/conll/conll.ts'
import type { ReadPage } from '../../server/src/exchange/format/model.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

function write(marked: string, options: Readonly<Record<string, string>> = {}): string {
  const { files } = writeAll(conll, [markedPage(marked)], options)
  return (files.get('p.conll') ?? '').toString()
}

function read(
  content: string,
  text?: string,
): { page: ReadPage | undefined; problems: readonly string[] } {
  const files = new Map([['p.conll', Buffer.from(content)]])
  const texts = new Map(text === undefined ? [] : [['p.txt', text]])
  const { pages, problems } = readAll(conll, files, texts)
  return { page: pages[0], problems }
}

/** `Type words` of each mention. */
function found(content: string, text?: string): readonly string[] {
  const { page } = read(content, text)
  return (page?.mentions ?? []).map(
    ({ type, spans }) =>
      `${type} ${spans.map(({ start, end }) => page?.text.slice(start, end)).join('|')}`,
  )
}

describe('CoNLL, written', () => {
  it('has a character and its tag a line, an empty line behind each sentence', () => {
    assert.equal(
      write('在⟦嘉兴|Place⟧。\n ⟦𠮷|Person⟧说'),
      '在 O\n嘉 B-Place\n兴 I-Place\n。 O\n\n𠮷 B-Person\n说 O\n\n',
    )
  })

  it('has BIOES where that is wanted', () => {
    assert.equal(
      write('⟦总工会|Organization⟧⟦吴|Person⟧', { tags: 'bioes' }),
      '总 B-Organization\n工 I-Organization\n会 E-Organization\n吴 S-Person\n\n',
    )
  })

  it('has four columns where that is wanted', () => {
    assert.equal(
      write('⟦吴|Person⟧', { layout: '2003' }),
      '-DOCSTART- -X- -X- O\n\n吴 -X- -X- B-Person\n\n',
    )
  })

  it('does not end a sentence inside a mention', () => {
    assert.equal(write('⟦货\n车|Group⟧'), '货 B-Group\n车 I-Group\n\n')
  })

  it('keeps the accepted of two that overlap, then the longer, and says what is lost', () => {
    const page = exchangePage('中国国民党', [
      mention('a', 'Place', [[0, 2]]),
      mention('b', 'Organization', [[0, 5]]),
      mention('c', 'Organization', [[1, 5]], { status: 'suggested' }),
      mention('d', 'Place', [
        [0, 1],
        [2, 3],
      ]),
    ])
    const { losses } = writeAll(conll, [page])
    assert.deepEqual(
      losses[0]
        ?.filter(({ kind, lost }) => kind === 'mention' && lost.join() === 'all')
        .map(({ id }) => id),
      ['a', 'c', 'd'],
    )
  })
})

describe('CoNLL, read', () => {
  it('takes BIO, IOB1, BIOES and BILOU, as conlleval does', () => {
    const tagged = (tags: string) =>
      found(
        tags
          .split(' ')
          .map((tag, i) => `${'甲乙丙丁戊己'[i]} ${tag}`)
          .join('\n'),
      )
    assert.deepEqual(tagged('B-A I-A B-A O'), ['A 甲乙', 'A 丙'])
    assert.deepEqual(tagged('I-A I-A B-A I-B'), ['A 甲乙', 'A 丙', 'B 丁'])
    assert.deepEqual(tagged('B-A E-A S-A S-A B-A E-A'), ['A 甲乙', 'A 丙', 'A 丁', 'A 戊己'])
    assert.deepEqual(tagged('B-A L-A U-A I-A'), ['A 甲乙', 'A 丙', 'A 丁'])
    assert.deepEqual(tagged('O E-A B-B I-A'), ['A 乙', 'B 丙', 'A 丁'])
  })

  it('ends a name with its sentence', () => {
    assert.deepEqual(found('甲 B-A\n\n乙 I-A\n'), ['A 甲', 'A 乙'])
  })

  it('finds the tokens in the page, whatever blanks stand between them', () => {
    assert.deepEqual(found('A\tB-X\nB\tI-X\n\n甲\tB-Y\n', 'A  B\n\n 甲'), ['X A  B', 'Y 甲'])
  })

  it('makes a text of the tokens where there is no page', () => {
    assert.equal(read('New O\nYork O\n甲 O\n乙 O\n\n\n丙 O\n').page?.text, 'New York甲乙\n丙\n')
  })

  it('says when the page is another', () => {
    const { page, problems } = read('甲 B-A\n', '乙')
    assert.deepEqual(problems, ['The tokens are not those of the page p.'])
    assert.equal(page?.text, '甲\n')
  })
})
