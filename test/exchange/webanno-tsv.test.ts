import assert from 'node:assert/strict'
import type { ReadPage } from '../../server/src/exchange/format/model.ts'
import { webAnnoTsv } from '../../server/src/exchange/webanno-tsv/webanno-tsv.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

/** Without the first line; tabs as `→`. */
function shown(content: Uint8Array | undefined): string {
  return (content ?? '').toString().replace('#FORMAT=WebAnno TSV 3.3\n', '').replaceAll('\t', '→')
}

function read(
  content: string,
  text?: string,
): { readonly page: ReadPage | undefined; readonly problems: readonly string[] } {
  const file = `#FORMAT=WebAnno TSV 3.3\n${content.replaceAll('→', '\t')}`
  const texts = new Map(text === undefined ? [] : [['p.txt', text]])
  const { pages, problems } = readAll(webAnnoTsv, new Map([['p.tsv', Buffer.from(file)]]), texts)
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

describe('WebAnno TSV, written', () => {
  it('has a token a line, and numbers for mentions of several tokens', () => {
    const { files } = writeAll(webAnnoTsv, [markedPage('⟦吴|Person⟧在⟦嘉兴|Place⟧。\n好')])
    assert.equal(
      shown(files.get('p.tsv')),
      `#T_SP=webanno.custom.BiaozhuMention|label|status|id


#Text=吴在嘉兴。
1-1→0-1→吴→Person→accepted→m1→
1-2→1-2→在→_→_→_→
1-3→2-3→嘉→Place[1]→accepted[1]→m2[1]→
1-4→3-4→兴→Place[1]→accepted[1]→m2[1]→
1-5→4-5→。→_→_→_→

#Text=好
2-1→6-7→好→_→_→_→
`,
    )
  })

  it('stacks mentions, escapes values, and points from where a relation ends to where it begins', () => {
    const page = exchangePage(
      '甲乙',
      [
        mention('a', 'A|B', [[0, 1]], { note: '*\t[1]_\\' }),
        mention('b', 'B', [[0, 1]]),
        mention('c', 'C', [[1, 2]]),
      ],
      [{ id: 'r', type: 'of', from: 'c', to: 'b', status: 'accepted' }],
    )
    const { files } = writeAll(webAnnoTsv, [page])
    assert.equal(
      shown(files.get('p.tsv')),
      `#T_SP=webanno.custom.BiaozhuMention|label|status|note|id
#T_RL=webanno.custom.BiaozhuRelation|label|status|id|BT_webanno.custom.BiaozhuMention


#Text=甲乙
1-1→0-1→甲→A\\|B[1]|B[2]→accepted[1]|accepted[2]→\\*\\t\\[1\\]\\_\\\\[1]|*[2]→a[1]|b[2]→of→accepted→r→1-2[0_2]→
1-2→1-2→乙→C→accepted→*→c→_→_→_→_→
`,
    )
    const { pages } = readAll(webAnnoTsv, files, new Map())
    assert.equal(pages[0]?.mentions[0]?.note, '*\t[1]_\\')
    assert.equal(pages[0]?.relations[0]?.to, 'b')
  })

  it('has further pieces of a mention as slots', () => {
    const page = exchangePage('甲乙丙', [
      mention('a', 'A', [
        [0, 1],
        [2, 3],
      ]),
    ])
    const { files } = writeAll(webAnnoTsv, [page])
    assert.equal(
      shown(files.get('p.tsv')),
      `#T_SP=webanno.custom.BiaozhuPiece|
#T_SP=webanno.custom.BiaozhuMention|label|status|id|ROLE_webanno.custom.BiaozhuMention:pieces_webanno.custom.BiaozhuMentionPiecesLink|webanno.custom.BiaozhuPiece


#Text=甲乙丙
1-1→0-1→甲→_→A→accepted→a→2→1-3→
1-2→1-2→乙→_→_→_→_→_→_→
1-3→2-3→丙→*→_→_→_→_→_→
`,
    )
  })

  it('cuts words of letters where a mention does, and says that blanks at its ends are lost', () => {
    const page = exchangePage('VS Code', [mention('a', 'A', [[0, 3]]), mention('b', 'A', [[3, 5]])])
    const { files, losses } = writeAll(webAnnoTsv, [page])
    const tokens = shown(files.get('p.tsv')).match(/^1-\d→[^→]*→[^→]*/gm)
    assert.deepEqual(tokens, ['1-1→0-2→VS', '1-2→3-5→Co', '1-3→5-7→de'])
    assert.deepEqual(losses[0], [
      {
        kind: 'mention',
        id: 'a',
        lost: ['spans'],
        written: [{ spans: [{ start: 0, end: 2 }], type: 'A' }],
      },
    ])
  })
})

describe('WebAnno TSV, read', () => {
  it('takes layers of others, tokens in parts, and numbers over sentences', () => {
    assert.deepEqual(
      found(
        '#T_SP=webanno.custom.Span|value\n\n\n' +
          '#Text=aaa bbb\n1-1→0-3→aaa→_→\n1-1.1→1-3→aa→X[1]→\n1-2→4-7→bbb→X[1]→\n\n' +
          '#Text=ccc\n2-1→8-11→ccc→X[1]|Y[2]→\n',
      ),
      ['X aa bbb\nccc', 'Y ccc'],
    )
  })

  it('takes marks of layers without features, and links as relations', () => {
    const { page, problems } = read(
      '#T_SP=webanno.custom.SimpleSpan|\n' +
        '#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.LinkType|webanno.custom.SimpleSpan\n\n\n' +
        '#Text=This is a\n1-1→0-4→This→_→p1;p2→1-2;1-3→\n1-2→5-7→is→*→_→_→\n1-3→8-9→a→*→_→_→\n',
    )
    assert.deepEqual(problems, [])
    const ids = new Map(
      page?.mentions.map(({ id, type, spans }) => [id, `${type} ${spans[0]?.start}`]),
    )
    assert.deepEqual(
      page?.relations.map(({ type, from, to }) => `${type}: ${ids.get(from)}, ${ids.get(to)}`),
      ['p1: Host 0, SimpleSpan 5', 'p2: Host 0, SimpleSpan 8'],
    )
  })

  it('makes the text of the sentences, or takes the page that says the same', () => {
    const content = '\n\n#Text=甲\\t乙\n1-1→2-3→甲→\n1-2→4-5→乙→\n\n#Text=丙\n2-1→8-9→丙→\n'
    assert.equal(read(content).page?.text, '  甲\t乙\n  丙')
    assert.equal(read(content, '\n\n甲\t乙\n\n\u3000丙\n').page?.text, '\n\n甲\t乙\n\n\u3000丙\n')
    assert.equal(read(content, '\n\n甲\t丁\n\n\u3000丙\n').page?.text, '  甲\t乙\n  丙')
    assert.equal(read(content, '\n\n甲\t乙\n丁\u3000丙\n').page?.text, '  甲\t乙\n  丙')
  })

  it('says what it cannot read, and reads the rest', () => {
    const { page, problems } = read(
      '#T_SP=a.Span|value\n#T_CH=a.ChainLink|referenceType|referenceRelation\n\n\n' +
        '#Text=甲乙\n1-1→0-1→甲→X→pr[1]→*->1-1→\nbroken\n1-2→1-2→乙→Y→_→_→\n',
    )
    assert.deepEqual(problems, ['Chains are not read.', 'This is no line of a token.'])
    assert.deepEqual(
      page?.mentions.map(({ type }) => type),
      ['X', 'Y'],
    )
    const other = readAll(webAnnoTsv, new Map([['p.tsv', Buffer.from('a\tb\n')]]), new Map())
    assert.deepEqual(other.problems, ['This is no WebAnno TSV 3.'])
  })
})

describe('WebAnno TSV with other places than its tokens', () => {
  it('says how many of them are other words than the text has there', () => {
    const content =
      '#T_SP=webanno.custom.X|label\n\n#Text=𠮷吴浩在。\n1-1→0-1→𠮷→_→\n1-2→1-3→吴浩→Person→\n1-3→3-4→在→_→\n'
    assert.deepEqual(read(content).problems, [
      'Tokens are other words than those at their places: 3.',
    ])
    const right = content.replace('0-1', '0-2').replace('1-3→吴', '2-4→吴').replace('3-4', '4-5')
    assert.deepEqual(read(right).problems, [])
  })
})
