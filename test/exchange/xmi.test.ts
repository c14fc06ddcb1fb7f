import assert from 'node:assert/strict'
import type { ReadPage } from '../../server/src/exchange/format/model.ts'
import { xmi } from '../../server/src/exchange/xmi/xmi.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

function read(content: string): {
  readonly page: ReadPage | undefined
  readonly problems: readonly string[]
} {
  const files = new Map([['p.xmi', Buffer.from(content)]])
  const { pages, problems } = readAll(xmi, files, new Map())
  return { page: pages[0], problems }
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:type2="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>`

describe('UIMA XMI, written', () => {
  it('has the text, sentences, a token for each character, and the mentions', () => {
    const { files } = writeAll(xmi, [markedPage('在⟦嘉兴|Place⟧。\nAB12')])
    assert.equal(
      files
        .get('p.xmi')
        ?.toString()
        .replace(/ sha256="\w{64}"/, ''),
      `${head}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="在嘉兴。&#10;AB12"/>
<type:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="9" language="zh" documentTitle="p.txt" documentId="p.txt" isLastSegment="false"/>
<custom:BiaozhuPage xmi:id="3" sofa="1" path="p.txt" form="source" biaozhu="1.2.3" schema="s1"/>
<type2:Sentence xmi:id="4" sofa="1" begin="0" end="4"/>
<type2:Sentence xmi:id="5" sofa="1" begin="5" end="9"/>
<type2:Token xmi:id="6" sofa="1" begin="0" end="1"/>
<type2:Token xmi:id="7" sofa="1" begin="1" end="2"/>
<type2:Token xmi:id="8" sofa="1" begin="2" end="3"/>
<type2:Token xmi:id="9" sofa="1" begin="3" end="4"/>
<type2:Token xmi:id="10" sofa="1" begin="5" end="7"/>
<type2:Token xmi:id="11" sofa="1" begin="7" end="9"/>
<custom:BiaozhuMention xmi:id="12" sofa="1" begin="1" end="3" label="Place" status="accepted" id="m1"/>
<cas:View sofa="1" members="2 3 4 5 6 7 8 9 10 11 12"/>
</xmi:XMI>
`,
    )
  })

  it('has the type system beside it, with each feature that is written', () => {
    const { files } = writeAll(xmi, [])
    const types = files.get('TypeSystem.xml')?.toString() ?? ''
    for (const name of ['webanno.custom.BiaozhuMention', 'label', 'pieces', 'Governor', 'sha256']) {
      assert.ok(types.includes(`<name>${name}</name>`), name)
    }
  })

  it('has layers for INCEpTION, with none of its reserved names', () => {
    const { files } = writeAll(xmi, [])
    const layers: {
      name: string
      type: string
      attach_type: { name: string } | null
      features: { name: string; tag_set?: { tags: { tag_name: string }[] } | null }[]
    }[] = JSON.parse(files.get('layers.json')?.toString() ?? '')
    const reserved = ['address', 'begin', 'end', 'class', 'sofa', 'type', 'view', 'cas']
    const names = layers.flatMap(({ features }) => features.map(({ name }) => name.toLowerCase()))
    assert.deepEqual(
      names.filter((name) => reserved.includes(name) || name.includes('_')),
      [],
    )
    assert.deepEqual(
      layers.map(({ name, type, attach_type }) => [name, type, attach_type?.name]),
      [
        ['webanno.custom.BiaozhuMention', 'span', undefined],
        ['webanno.custom.BiaozhuPiece', 'span', undefined],
        ['webanno.custom.BiaozhuRelation', 'relation', 'webanno.custom.BiaozhuMention'],
        ['webanno.custom.BiaozhuPage', 'document-metadata', undefined],
      ],
    )
    const tags = layers[0]?.features.find(({ name }) => name === 'label')?.tag_set?.tags
    assert.equal(tags?.[0]?.tag_name, 'Initiative')
  })

  it('says that characters which XML forbids are lost from the text, and keeps them in notes', () => {
    const page = exchangePage('甲\u000b乙', [
      mention('a', 'Person', [[0, 3]], { note: '\u0007', who: '\ud800' }),
    ])
    const { files, losses } = writeAll(xmi, [page])
    assert.deepEqual(losses[0], [{ kind: 'page', id: 'p.txt', lost: ['text'] }])
    const { pages } = readAll(xmi, files, new Map())
    assert.equal(pages[0]?.text, '甲\uFFFD乙')
    assert.equal(pages[0]?.mentions[0]?.note, '\u0007')
    assert.equal(pages[0]?.mentions[0]?.who, '\ud800')
  })
})

describe('UIMA XMI, read', () => {
  /** A CAS of another project. */
  const cas = (text: string, elements: string): string =>
    `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore" xmlns:n="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:s="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">${elements}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${text}"/></xmi:XMI>`

  it('takes named entities and layers of others, with links as relations', () => {
    const { page, problems } = read(
      cas(
        '吴浩在嘉兴',
        `<s:Token xmi:id="2" sofa="1" begin="0" end="2"/>
        <n:NamedEntity xmi:id="3" sofa="1" begin="0" end="2" value="PER" identifier="http://x/Q1"/>
        <c:Span xmi:id="4" sofa="1" begin="3" end="5" sort="市" links="6"/>
        <c:Link xmi:id="6" role="resident" target="3"/>
        <c:Rel xmi:id="5" sofa="1" begin="3" end="5" label="in" Governor="3" Dependent="4"/>`,
      ),
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(page?.mentions, [
      {
        entity: 'http://x/Q1',
        id: '3',
        type: 'PER',
        status: 'accepted',
        spans: [{ start: 0, end: 2 }],
      },
      {
        attributes: { sort: '市' },
        id: '4',
        type: 'Span',
        status: 'accepted',
        spans: [{ start: 3, end: 5 }],
      },
    ])
    assert.deepEqual(
      page?.relations.map(({ type, from, to }) => `${type} ${from} ${to}`),
      ['in 3 4', 'resident 4 3'],
    )
  })

  it('keeps all features of layers of others: numbers, several values, and those with our names', () => {
    const { page, problems } = read(
      cas(
        '陆平在桐乡市',
        `<c:Place xmi:id="4" sofa="1" begin="3" end="6" kind="Place" category="县级" code="330483" level="4" status="完成" confidence="高" source="报" note="一" years="2020 2021"><tags>重要</tags><tags>1 &amp; 2</tags></c:Place>
        <c:Place xmi:id="5" sofa="1" begin="0" end="2" kind="Person" level="3" names="6" codes="7" rest="8"/>
        <cas:StringArray xmi:id="6"><elements>甲</elements><elements>乙</elements></cas:StringArray>
        <cas:IntegerArray xmi:id="7" elements="1 2"/>
        <cas:NonEmptyStringList xmi:id="8" head="丙" tail="9"/><cas:NonEmptyStringList xmi:id="9" head="丁" tail="10"/><cas:EmptyStringList xmi:id="10"/>
        <c:Rel xmi:id="11" sofa="1" begin="0" end="2" Governor="5" Dependent="4" value="in" since="2021"/>`,
      ),
    )
    assert.deepEqual(problems, [])
    const [place, person] = page?.mentions ?? []
    assert.deepEqual([place?.type, place?.note, place?.status], ['Place', '一', 'accepted'])
    assert.deepEqual(place?.attributes, {
      ...{ category: '县级', code: '330483', level: '4', status: '完成', confidence: '高' },
      ...{ source: '报', years: '2020 2021', tags: '重要; 1 & 2' },
    })
    assert.deepEqual(person?.attributes, {
      ...{ level: '3', names: '甲; 乙', codes: '1; 2', rest: '丙; 丁' },
    })
    assert.deepEqual(page?.relations[0]?.attributes, { since: '2021' })
  })

  it('keeps features that a project gave to a layer of ours', () => {
    const attributes = '{&quot;a&quot;:1}'
    const { page, problems } = read(
      cas(
        '甲',
        `<c:BiaozhuMention xmi:id="2" sofa="1" begin="0" end="1" label="Person" level="3" attributes="${attributes}"/>`,
      ),
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(page?.mentions[0]?.attributes, { level: '3', a: 1 })
  })

  it('says each layer and feature that is not read, with its number', () => {
    const { problems } = read(
      cas(
        '甲乙',
        `<c:Info xmi:id="2" sofa="1" topic="工会"/><c:Info xmi:id="3" sofa="1" place="杭州"/>
        <s:Token xmi:id="4" sofa="1" begin="0" end="1"/><s:Lemma xmi:id="5" sofa="1" begin="0" end="1" value="甲"/>
        <c:Span xmi:id="6" sofa="1" begin="0" end="1" label="A" links="7"/><c:Link xmi:id="7" role="r" target="4"/>
        <c:CorefChain xmi:id="8" sofa="1" first="6"/>
        <cas:Sofa xmi:id="90" sofaNum="2" sofaID="other" sofaString="丙"/><c:Span xmi:id="91" sofa="90" begin="0" end="1"/>`,
      ),
    )
    assert.deepEqual(problems, [
      'webanno.custom.Info is not read: 2 (topic, place).',
      'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma is not read: 1 (value).',
      'webanno.custom.CorefChain is not read: 1 (first).',
      'links of webanno.custom.Span is not read: 1.',
      'Annotations of other views are not read: 1.',
    ])
  })

  it('counts UTF-16, CRLF as two', () => {
    const { page } = read(
      cas('😀&#13;&#10;甲', '<c:Span xmi:id="2" sofa="1" begin="4" end="5" value="A"/>'),
    )
    assert.equal(page?.text, '😀\n甲')
    assert.deepEqual(page?.mentions[0]?.spans, [{ start: 3, end: 4 }])
  })

  it('says what is at no place, and what is no XMI', () => {
    assert.deepEqual(read(cas('甲', '<c:Span xmi:id="2" sofa="1" begin="0" end="9"/>')).problems, [
      '2 is at no place of the text.',
    ])
    assert.deepEqual(read('<a/>').problems, ['This XMI has no text.'])
    assert.match(read('<a>').problems[0] ?? '', /no XML/)
  })
})
