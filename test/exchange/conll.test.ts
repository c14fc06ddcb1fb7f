import assert from 'node:assert/strict'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
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

/** Problems with their lines. */
function faults(content: string): readonly string[] {
  const { problems } = conll.read?.read(
    { path: 'p.conll', content: Buffer.from(content) },
    { schema: defaultSchema, companions: new Map(), text: () => undefined },
  ) ?? { problems: [] }
  return problems.map(({ line, message }) => `${line} ${message}`)
}

describe('CoNLL of the usual Chinese data sets', () => {
  const types = ['NAME', 'CONT', 'RACE', 'TITLE', 'EDU', 'ORG', 'PRO', 'LOC']
  /** A file as ResumeNER has it: one character a line, all types, names of one to eight characters. */
  const resume = (scheme: { inside: string; end: string; single: string }, separator = ' ') => {
    const wanted: string[] = []
    const lines: string[] = []
    let next = 0x4e00
    for (let sentence = 0; sentence < 64; sentence++) {
      for (const [i, type] of types.entries()) {
        const length = 1 + ((sentence + i) % 8)
        const name = Array.from({ length }, () => String.fromCodePoint(next++))
        wanted.push(`${type} ${name.join('')}`)
        for (const [at, character] of name.entries()) {
          const isLast = at === length - 1
          const place =
            length === 1 ? scheme.single : at === 0 ? 'B' : isLast ? scheme.end : scheme.inside
          lines.push(`${character}${separator}${place}-${type}`)
        }
        // Every other name touches the one behind it.
        if ((sentence + i) % 2 === 0) lines.push(`，${separator}O`)
      }
      lines.push(`。${separator}O`, '')
    }
    return { wanted, content: `${lines.join('\n')}\n` }
  }

  it('has all 512 names of 8 types right, in BMES, BMOES, BIOES, BILOU, BMEWO and BIO', () => {
    const schemes = {
      bmes: { inside: 'M', end: 'E', single: 'S' },
      bioes: { inside: 'I', end: 'E', single: 'S' },
      bilou: { inside: 'I', end: 'L', single: 'U' },
      bmewo: { inside: 'M', end: 'E', single: 'W' },
      bio: { inside: 'I', end: 'I', single: 'B' },
    }
    for (const [name, scheme] of Object.entries(schemes)) {
      for (const separator of [' ', '\t']) {
        const { wanted, content } = resume(scheme, separator)
        assert.equal(wanted.length, 512)
        assert.deepEqual(found(content), wanted, name)
        assert.deepEqual(faults(content), [], name)
        const crlf = content.replaceAll('\n', '\r\n')
        assert.deepEqual(found(crlf), wanted, name)
      }
    }
  })

  it('takes files that are named after their tags', () => {
    const named = ['train.char.bmes', 'dev.BIOES', 'msra.bmoes', 'weibo.ner', 'a.iob1', 'a.conll']
    assert.deepEqual(
      named.filter((path) => conll.read?.accepts(path)),
      named,
    )
  })

  it('says tags that it does not know, with the first line and their number, and reads the rest', () => {
    const content =
      '陆 B-NAME\n平 E-NAME\n厂 X-ORG\n长 X-ORG\n乡 B_ORG\n市 B-\n县 B-A|B-B\n镇 Place\n苗 S-RACE\n族\n'
    assert.deepEqual(found(content), ['NAME 陆平', 'RACE 苗'])
    assert.deepEqual(faults(content), [
      '3 The tag X-ORG is not known (2 times).',
      '5 The tag B_ORG is not known.',
      '6 The tag B- is not known.',
      '7 The tag B-A|B-B is not known.',
      '8 The tag Place is not known.',
      '10 The tag is missing.',
    ])
  })

  it('says names without beginning or end where the tags mark both', () => {
    assert.deepEqual(faults('甲 B-A\n乙 O\n丙 M-A\n丁 E-A\n戊 B-A\n己 M-A\n\n庚 E-B\n'), [
      '1 A name of the type A has no end (2 times).',
      '3 A name of the type A has no beginning.',
      '8 A name of the type B has no beginning.',
    ])
    assert.deepEqual(faults('甲 I-A\n乙 I-A\n丙 B-A\n丁 O\n'), [])
    assert.deepEqual(faults('甲 I-A\n乙 E-A\n丙 I-A\n丁 O\n'), [])
  })
})

describe('CoNLL tokens that are blanks, and lines that are comments', () => {
  const tabbed = '陆\tB-PER\n平\tI-PER\n \tO\n厂\tO\n长\tO\n。\tO\n　\tO\n张\tB-PER\n敏\tI-PER\n\n'

  it('keeps blanks where tabs or spaces divide the columns', () => {
    for (const content of [tabbed, tabbed.replaceAll('\t', ' '), tabbed.replaceAll('\n', '\r\n')]) {
      assert.equal(read(content).page?.text, '陆平 厂长。　张敏\n')
      assert.deepEqual(found(content), ['PER 陆平', 'PER 张敏'])
      assert.deepEqual(faults(content), [])
    }
  })

  it('takes a missing first column for a blank, never its tag for a token', () => {
    for (const blank of ['\tO', ' O', 'O', '\t\tO', '\u00a0\tO', '\u00a0 O']) {
      const content = `陆 B-PER\n平 I-PER\n${blank}\n厂 O\nO O\n`
      assert.match(read(content).page?.text ?? '', /^陆平\s厂O\n$/, JSON.stringify(blank))
      assert.deepEqual(found(content), ['PER 陆平'])
      assert.deepEqual(faults(content), [])
    }
    assert.deepEqual(found('李 B-PER\n I-PER\n明 I-PER\n'), ['PER 李 明'])
  })

  it('finds blank tokens in a page that has them, another blank, or none', () => {
    for (const page of [
      '陆平 厂长。　张敏',
      '陆平　厂长。 张敏\n',
      '陆平厂长。\n张敏',
      ' 陆平\n\n  厂长。张 敏',
    ]) {
      const { page: of, problems } = read(tabbed, page)
      assert.deepEqual(problems, [], page)
      assert.equal(of?.text, page)
      assert.deepEqual(
        found(tabbed, page).map((each) => each.replaceAll(/(?<=张) /g, '')),
        ['PER 陆平', 'PER 张敏'],
      )
    }
  })

  it('says a name of blanks alone that the page has not', () => {
    assert.deepEqual(read('甲\tO\n \tB-A\n乙\tO\n', '甲乙').problems, [
      'A name has no characters in the text.',
    ])
  })

  it('takes no comment for a token, and no sign of the text for a comment', () => {
    const content =
      '# id 7f3\tdomain=train\n# text = 甲 O\n#\n-DOCSTART- -X- O\n\n甲 B-A\n# O\n#\tO\n# 乙\n-DOCSTART- O\n乙 B-B\n'
    assert.equal(read(content).page?.text, '甲##\n乙\n')
    assert.deepEqual(found(content), ['A 甲', 'B 乙'])
    assert.deepEqual(found(content, '甲##\n乙'), ['A 甲', 'B 乙'])
  })
})

describe('CoNLL of a Chinese Windows', () => {
  it('is read in GB18030, and in UTF-16 with its mark', () => {
    const tags = '甲 B-PER\n乙 E-PER\n'
    // 甲 and 乙 in GB18030.
    const gb = Buffer.concat([
      Buffer.from([0xbc, 0xd7]),
      Buffer.from(' B-PER\n'),
      Buffer.from([0xd2, 0xd2]),
      Buffer.from(' E-PER\n'),
    ])
    const files = [gb, Buffer.from(`\uFEFF${tags}`, 'utf16le'), Buffer.from(`\uFEFF${tags}`)]
    for (const content of files) {
      const { pages, problems } = readAll(conll, new Map([['p.conll', content]]), new Map())
      assert.deepEqual(problems, [])
      assert.match(pages[0]?.text ?? '', /^甲乙\n?$/)
      assert.deepEqual(pages[0]?.mentions[0]?.spans, [{ start: 0, end: 2 }])
    }
  })
})
