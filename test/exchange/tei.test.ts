import assert from 'node:assert/strict'
import type { ExchangePage, ReadPage } from '../../server/src/exchange/format/model.ts'
import { textOfWord, wordOf } from '../../server/src/exchange/tei/names.ts'
import { tei } from '../../server/src/exchange/tei/tei.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

/** What stands between `<text>` and the end, without the root. */
function written(page: ExchangePage, style?: 'standoff'): string {
  const { files } = writeAll(tei, [page], style === undefined ? {} : { style })
  const content = files.get('p.xml')?.toString() ?? ''
  return content
    .slice(content.indexOf('<div'))
    .replace('</body>\n</text>\n', '')
    .replace(/<\/TEI>\n$/, '')
}

function read(content: string): { page: ReadPage | undefined; problems: readonly string[] } {
  const file = content.startsWith('<text')
    ? `<TEI xmlns="http://www.tei-c.org/ns/1.0">${content}</TEI>`
    : content
  const { pages, problems } = readAll(tei, new Map([['p.xml', Buffer.from(file)]]), new Map())
  return { page: pages[0], problems }
}

/** `Type words` of each mention. */
function found(content: string): readonly string[] {
  const { page } = read(content)
  return (page?.mentions ?? []).map(
    ({ type, spans }) =>
      `${type} ${spans.map(({ start, end }) => page?.text.slice(start, end)).join('|')}`,
  )
}

const opening = '<div xml:id="page" type="page" xml:space="preserve">'

describe('TEI, written inline', () => {
  it('has paragraphs and lines whose characters are those of the page', () => {
    assert.equal(
      written(markedPage('⟦吴浩|Person⟧在⟦嘉兴|Place⟧\n入会\n\n⟦举措|Initiative⟧')),
      `${opening}<p><persName xml:id="m-m1">吴浩</persName>在<placeName xml:id="m-m2">嘉兴</placeName>
<lb/>入会</p>

<p><name xml:id="m-m3" type="Initiative">举措</name></p></div>
`,
    )
  })

  it('does not end a paragraph inside a mention', () => {
    assert.equal(
      written(markedPage('⟦甲\n\n乙|Group⟧')),
      `${opening}<p><name xml:id="m-m1" type="Group">甲\n<lb/>\n<lb/>乙</name></p></div>\n`,
    )
  })

  it('joins pieces by pointers', () => {
    const page = exchangePage('甲乙丙', [
      mention('a', 'Person', [
        [0, 1],
        [2, 3],
      ]),
    ])
    assert.equal(
      written(page),
      `${opening}<p><persName xml:id="m-a" next="#p2-a">甲</persName>乙<persName xml:id="p2-a" prev="#m-a">丙</persName></p></div>\n`,
    )
  })

  it('has status, confidence, people and entities as attributes, the rest as notes', () => {
    const rest = { confidence: 0.5, who: '王丽', entity: 'e 1', note: '一', reading: '乙' }
    const page = exchangePage('甲', [
      mention('a', 'Person', [[0, 1]], { status: 'suggested', ...rest }),
    ])
    assert.equal(
      written(page),
      `${opening}<p><persName xml:id="m-a" ana="#status-suggested" cert="0.5" resp="#who-1" key="e 1">甲</persName></p></div>
<standOff>
<interpGrp type="status"><interp xml:id="status-suggested">suggested</interp></interpGrp>
<listAnnotation>
<annotation xml:id="n-m-a" target="#m-a"><note>一</note><note type="biaozhu">{"reading":"乙"}</note></annotation>
</listAnnotation>
</standOff>
`,
    )
  })

  it('keeps the accepted of two that cross, then the longer, and says what is lost', () => {
    const page = exchangePage('甲乙丙丁戊', [
      mention('a', 'Person', [[0, 2]], { status: 'suggested' }),
      mention('b', 'Person', [[1, 3]]),
      mention('c', 'Person', [[2, 5]]),
      mention('d', 'Person', [[3, 4]]),
    ])
    const { losses } = writeAll(tei, [page])
    assert.deepEqual(losses[0], [{ kind: 'mention', id: 'b', lost: ['all'] }])
    assert.deepEqual(writeAll(tei, [page], { style: 'standoff' }).losses[0], [])
  })

  it('says which are inside each other too deep to be read again', () => {
    const mentions = Array.from({ length: 300 }, (_, i) =>
      mention(`m${i}`, 'Person', [[i, 600 - i]]),
    )
    const { files, losses } = writeAll(tei, [exchangePage('王'.repeat(600), mentions)])
    const { pages, problems } = readAll(tei, files, new Map())
    assert.deepEqual(problems, [])
    assert.equal(pages[0]?.mentions.length, 200)
    assert.deepEqual(
      losses[0],
      mentions.slice(200).map(({ id }) => ({ kind: 'mention', id, lost: ['all'] })),
    )
  })
})

describe('TEI, written as standoff', () => {
  it('points to ranges of characters, and joins them in relations', () => {
    const page = exchangePage(
      '😀甲乙\n丙',
      [
        mention('a', 'Person', [
          [2, 3],
          [5, 6],
        ]),
        mention('b', '举 措', [[3, 4]]),
      ],
      [{ id: 'r', type: '主办 方', from: 'b', to: 'a', status: 'accepted' }],
    )
    assert.equal(
      written(page, 'standoff'),
      `${opening}<p>😀甲乙
<lb/>丙</p></div>
<standOff>
<interpGrp type="type"><interp xml:id="type-1" n="Person"/><interp xml:id="type-2" n="举%0020措"/></interpGrp>
<listAnnotation>
<annotation xml:id="m-a" target="#string-range(page,1,1,4,1)" ana="#type-1"/>
<annotation xml:id="m-b" target="#string-range(page,2,1)" ana="#type-2"/>
</listAnnotation>
<listRelation>
<relation xml:id="r-r" name="主办%0020方" active="#m-b" passive="#m-a"/>
</listRelation>
</standOff>
`,
    )
  })

  it('says what the page is in its header', () => {
    const data = { newspaper: '嘉兴日报', date: '2021-11-22', number: 3 }
    const { files } = writeAll(tei, [exchangePage('', [], [], { data })])
    assert.match(
      files.get('p.xml')?.toString() ?? '',
      /<bibl><title level="j">嘉兴日报<\/title><date when="2021-11-22"\/><biblScope unit="page" n="3"\/><idno type="path">p.txt<\/idno><\/bibl>/,
    )
  })
})

describe('TEI, read', () => {
  it('takes names in texts of others, white space as XML means it', () => {
    const content = `<text><body>
      <head>标题</head>
      <p><persName type="author">Wu  <hi>Hao</hi>
      </persName> in <settlement>A</settlement><lb/>
        <rs type="initiative">B</rs> C<lb break="no"/>D</p>
      <p><choice><sic>E</sic><corr>F</corr></choice></p></body></text>`
    assert.equal(read(content).page?.text, '标题\nWu Hao in A\nB CD\nE')
    assert.deepEqual(found(content), ['Person Wu Hao', 'Place A', 'initiative B'])
  })

  it('takes types of the schema from the attribute', () => {
    assert.deepEqual(found('<text><p><orgName type="Group">甲</orgName></p></text>'), ['Group 甲'])
  })

  it('takes spans between anchors, and annotations of elements', () => {
    const content = `<text><p><anchor xml:id="a"/>甲乙<anchor xml:id="b"/>丙<w xml:id="w">丁</w></p>
      <spanGrp type="x"><span from="#a" to="#b">Person</span><span from="#w" ana="#t"/></spanGrp>
      <interp xml:id="t">Place</interp></text>`
    assert.deepEqual(found(content), ['Person 甲乙', 'Place 丁'])
  })

  it('joins pieces, and comes to an end where they go round', () => {
    assert.deepEqual(
      found(
        '<text><p><name xml:id="a" type="A" next="#b">甲</name>乙<name xml:id="b" prev="#a" next="#a">丙</name></p></text>',
      ),
      ['A 甲|丙'],
    )
    // Nothing says of the second where it belongs but the first, and the third leads there too.
    assert.deepEqual(
      found(
        '<text><p><name xml:id="a" type="A" next="#b">甲</name>乙<name xml:id="b" type="B">丙</name>丁<name type="C" next="#b">戊</name></p></text>',
      ),
      ['A 甲|丙', 'C 戊'],
    )
  })

  it('says what is at no place, what has no ends, and what is no TEI', () => {
    const content = `<text><p xml:id="p">甲</p></text><standOff>
      <interp xml:id="t">A</interp><listAnnotation>
      <annotation xml:id="x" ana="#t" target="#string-range(p,0,9)"/></listAnnotation>
      <listRelation><relation xml:id="r" name="n" active="#x" passive="#p"/></listRelation></standOff>`
    assert.deepEqual(read(content).problems, [
      'x is at no place of the text.',
      'r has an end that is no mention.',
    ])
    assert.deepEqual(read('<html/>').problems, ['This is no TEI.'])
    assert.deepEqual(read('<!DOCTYPE TEI><TEI/>').problems, [
      'XML with a document type is not read.',
    ])
  })
})

describe('words of TEI', () => {
  it('have no blanks, and come back as they were', () => {
    for (const text of ['举措', 'a b%20', '', 'e\u0301', '\ud800\u200b', '%']) {
      assert.match(wordOf(text), /^[\p{L}\p{N}\p{P}\p{S}]+$/u)
      assert.equal(textOfWord(wordOf(text)), text)
    }
  })
})
