import assert from 'node:assert/strict'
import jsonld from 'jsonld'
import type { Mention } from '../../server/src/annotation/record/mention.ts'
import { headerOf, spansOfRanges, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import type { ExchangePage, ReadPage } from '../../server/src/exchange/format/model.ts'
import { recordsOfPage } from '../../server/src/exchange/our-page/page-records.ts'
import { sourcePage } from '../../server/src/exchange/our-page/source-page.ts'
import { webAnnotation } from '../../server/src/exchange/webannotation/webannotation.ts'
import { analysePage } from '../page/analyse-page.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { hardInputs } from './matrix.ts'
import { readAll, writeAll } from './round-trip.ts'
import { standardContext } from './webannotation-context.ts'

function write(page: ExchangePage): string {
  return (writeAll(webAnnotation, [page]).files.get('p.jsonld') ?? '').toString()
}

function read(
  json: unknown,
  text: string,
): { page: ReadPage | undefined; problems: readonly string[] } {
  const content = typeof json === 'string' ? json : JSON.stringify(json)
  const files = new Map([['p.jsonld', Buffer.from(content)]])
  const { pages, problems } = readAll(webAnnotation, files, new Map([['p.txt', text]]))
  return { page: pages[0], problems }
}

const documentLoader = async (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not wanted`)
  return { contextUrl: undefined, document: standardContext, documentUrl: url }
}

describe('Web Annotation, written', () => {
  it('has position and quote, in code points', () => {
    const { items } = JSON.parse(write(markedPage('𠮷⟦𠮷田茂|Person⟧说')))
    assert.deepEqual(items, [
      {
        id: 'urn:biaozhu:annotation:m1',
        type: 'Annotation',
        motivation: 'classifying',
        body: [{ type: 'TextualBody', purpose: 'classifying', value: 'Person' }],
        target: {
          type: 'SpecificResource',
          source: 'urn:biaozhu:page:p.txt',
          selector: [
            { type: 'TextPositionSelector', start: 1, end: 4 },
            { type: 'TextQuoteSelector', exact: '𠮷田茂', prefix: '𠮷', suffix: '说' },
          ],
        },
        status: 'accepted',
      },
    ])
  })

  it('has one annotation a line', () => {
    assert.equal(write(markedPage('⟦甲|Person⟧、⟦乙|Person⟧')).split('\n').length, 5)
    assert.deepEqual(JSON.parse(write(exchangePage(''))).items, [])
  })

  it('loses nothing as linked data: no key is unknown, and no IRI relative', async () => {
    for (const { page } of hardInputs.filter((input) => input.page.mentions.length < 100)) {
      const document = JSON.parse(write(page))
      const [expanded] = await jsonld.expand(document, { documentLoader, safe: true })
      const items = expanded?.['http://www.w3.org/ns/activitystreams#items']
      assert.ok(page.mentions.length === 0 || items !== undefined)
      await jsonld.toRDF(document, { documentLoader, safe: true })
    }
    const unknown = { ...JSON.parse(write(markedPage('甲'))), unknown: 1 }
    await assert.rejects(jsonld.expand(unknown, { documentLoader, safe: true }))
  })
})

describe('Web Annotation, read', () => {
  const target = (...selector: readonly unknown[]) => ({ source: 'http://x/p.txt', selector })
  const annotation = (target: unknown, rest: object = {}) => ({
    id: 'http://x/1',
    type: 'Annotation',
    body: { type: 'TextualBody', purpose: 'tagging', value: 'Person' },
    target,
    ...rest,
  })

  it('takes what others write: one annotation, a list, a collection, a page', () => {
    const one = annotation(target({ type: 'TextPositionSelector', start: 1, end: 3 }))
    for (const json of [one, [one], { first: { items: [one] } }, { items: one }]) {
      const { page, problems } = read(json, '在吴浩')
      assert.deepEqual(problems, [])
      assert.deepEqual(page?.mentions, [
        { id: 'http://x/1', type: 'Person', status: 'accepted', spans: [{ start: 1, end: 3 }] },
      ])
    }
  })

  it('finds a quote with its context where there is no position', () => {
    const quote = (exact: string, prefix = '', suffix = '') =>
      annotation(target({ type: 'TextQuoteSelector', exact, prefix, suffix }))
    const spans = (json: unknown) => read(json, '吴浩和吴浩说').page?.mentions[0]?.spans
    assert.deepEqual(spans(quote('吴浩', '和')), [{ start: 3, end: 5 }])
    assert.equal(spans(quote('吴浩')), undefined)
    assert.deepEqual(read(quote('王丽'), '吴浩').problems, [
      'http://x/1 is at no place of the text.',
    ])
  })

  it('has a mention for each label of an annotation, and says bodies that it does not read', () => {
    const body = [
      { purpose: 'tagging', value: 'Person' },
      { purpose: 'tagging', value: 'Model' },
      { purpose: 'commenting', value: '一' },
      { purpose: 'replying', value: '二' },
    ]
    const selector = { type: 'TextPositionSelector', start: 0, end: 1 }
    const content = Buffer.from(JSON.stringify([{ id: 'urn:a', body, target: { selector } }]))
    const texts = new Map([['p', '甲乙']])
    const { pages, problems } = readAll(webAnnotation, new Map([['p.jsonld', content]]), texts)
    assert.deepEqual(
      pages[0]?.mentions.map(({ id, type, note }) => [id, type, note]),
      [
        ['urn:a', 'Person', '一'],
        ['urn:a 2', 'Model', '一'],
      ],
    )
    assert.deepEqual(problems, ['urn:a has 1 bodies that are not read.'])
  })

  const quoted = (exact: string, prefix = '', suffix = '', ...positions: readonly object[]) =>
    annotation(target({ type: 'TextQuoteSelector', exact, prefix, suffix }, ...positions))

  it('finds a quote whose context has changed a little, and says that it is not sure', () => {
    const text = '昨日,陆平在桐乡市总工会讲话。\n陆平走了,主席张敏也走了。\n'
    const found = (json: unknown): unknown => {
      const { page, problems } = read(json, text)
      const [first] = page?.mentions ?? []
      return first === undefined ? problems : [first.spans[0]?.start, first.doubt]
    }
    assert.deepEqual(found(quoted('张敏', '主席 ', '也走了')), [23, 'moved'])
    assert.deepEqual(found(quoted('陆平', '前日,', '在桐乡')), [3, 'moved'])
    assert.deepEqual(found(quoted('陆平', '讲话。 ', '走了，')), [16, 'moved'])
    assert.deepEqual(found(quoted('陆平', '', '在')), [3, undefined])
    assert.deepEqual(found(quoted('桐乡市总工会')), [6, undefined])
    assert.deepEqual(found(quoted('张敏', '会长', '来了')), [23, 'moved'])
    assert.deepEqual(found(quoted('陆平', '甲乙', '丙丁')), [
      'http://x/1 could be at 2 places of the text.',
    ])
    assert.deepEqual(found(quoted('陆乎', '昨日,', '在桐乡')), [
      'http://x/1 is at no place of the text.',
    ])
  })

  it('takes a position only where the words are that it says', () => {
    const at = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
    const text = '𠮷在嘉兴市说:\n嘉兴市好'
    const span = (json: unknown) => read(json, text).page?.mentions[0]?.spans[0]
    assert.deepEqual(span(quoted('嘉兴市', '在', '', at(2, 5))), { start: 3, end: 6 })
    assert.deepEqual(span(quoted('嘉兴市', '在', '', at(3, 6))), { start: 3, end: 6 })
    assert.deepEqual(span(quoted('嘉兴市', '在', '说', at(90, 93))), { start: 3, end: 6 })
    assert.deepEqual(span(quoted('嘉兴市', '', '好', at(0, 3))), { start: 9, end: 12 })
    const fragment = { type: 'FragmentSelector', value: 'char=2,5' }
    assert.deepEqual(span(annotation(target(fragment))), { start: 3, end: 6 })
    const exact = { type: 'TextQuoteSelector', exact: '嘉兴市', suffix: '好\r\n' }
    const refined = target({ type: 'XPathSelector', value: '/', refinedBy: exact })
    assert.deepEqual(read(annotation(refined), '嘉兴市好\n').page?.mentions[0]?.spans[0]?.end, 3)
  })

  it('takes the motivation for the purpose of a body that has none', () => {
    const position = target({ type: 'TextPositionSelector', start: 0, end: 1 })
    const body = { type: 'TextualBody', value: 'Place' }
    const { page } = read(annotation(position, { motivation: 'tagging', body }), '甲')
    assert.equal(page?.mentions[0]?.type, 'Place')
  })

  it('says what it cannot read', () => {
    assert.deepEqual(read('{', '甲').problems, ['This is no JSON.'])
    assert.deepEqual(read([annotation(target(), { body: [] })], '甲').problems, [
      'http://x/1 has no type.',
    ])
    for (const json of [null, 1, 'x', [], {}, [[]], { items: [null] }])
      read(JSON.stringify(json), '甲')
  })
})

describe('Web Annotation and sidecars', () => {
  const text = '\uFEFF嘉兴市总工会\r\n启动“十匠”行动\r\n快\r\n图为现场。\r\n递小哥𠮷入会'
  const view = textView(text)
  const span = (id: string, at: readonly (readonly [number, number])[], rest: object) =>
    JSON.stringify({
      kind: 'span',
      id,
      at,
      quote: at.map(() => '?'),
      prefix: '',
      suffix: '',
      type: 'Person',
      status: 'accepted',
      ...rest,
    })

  /** The sidecar's mentions as the corpus has them. */
  function decided(sidecar: string): readonly Mention[] {
    return readSidecar(sidecar).records.flatMap((record): Mention[] => {
      if (record.kind !== 'span' || record.anchor === 'orphan') return []
      const { type, status, source = '', confidence = 1 } = record
      const spans = spansOfRanges(view, record.at)
      return [{ spans, type, status, text: '', article: undefined, source, confidence, record }]
    })
  }

  it('are the same: what is written and read back is the same sidecar', () => {
    const rich = {
      attributes: { part: 'host', n: 2 },
      entity: 'Initiative:“十匠”行动',
      reading: '十\n匠',
      unsure: true,
      note: '首届?\n',
      who: '王丽',
      when: '2026-11-20T09:00:00Z',
      source: 'organization',
      confidence: 0.9,
      anchor: 'changed',
      marked: ['旧'],
      conflict: { type: 'Group' },
      later: { a: [1] },
    }
    const lines = [
      JSON.stringify(headerOf(view, 'p.txt')),
      JSON.stringify({ kind: 'page', id: 'p1', what: 'done', value: { schema: '1' }, who: '王丽' }),
      span('s1', [[0, 6]], rich),
      span('s2', [[9, 15]], { status: 'rejected', type: '举措', when: 'yesterday' }),
      span(
        's3',
        [
          [16, 17],
          [24, 28],
        ],
        { type: 'Group' },
      ),
      span('s4', [[1, 2]], { anchor: 'orphan' }),
      JSON.stringify({
        kind: 'relation',
        id: 'r1',
        type: 'actor',
        from: 's2',
        to: 's1',
        status: 'accepted',
        note: '甲',
      }),
      JSON.stringify({
        kind: 'relation',
        id: 'r2',
        type: 'actor',
        from: 's2',
        to: 's4',
        status: 'accepted',
      }),
    ]
    const sidecar = lines.join('\n')
    const { records } = readSidecar(sidecar)
    assert.equal(records.length, 7)
    const page = sourcePage({
      path: 'p.txt',
      view,
      page: analysePage(text),
      data: { date: '2021-11-22' },
      mentions: decided(sidecar),
      records,
      linked: () => undefined,
    })
    const { page: back, problems } = read(write(page), page.text)
    assert.deepEqual(problems, [])
    assert.ok(back)
    const described = (all: typeof records) =>
      printSidecar({
        header: headerOf(view, 'p.txt'),
        records: all.map((record) =>
          // Quotes and context are made anew, so that only their places are compared.
          record.kind === 'span' ? { ...record, quote: ['?'], prefix: '', suffix: '' } : record,
        ),
        broken: [],
      })
    assert.equal(described(recordsOfPage(back, view)), described(records))
  })

  it('keep spans of the text in their places', () => {
    const page = exchangePage('甲\n乙', [mention('a', 'Person', [[2, 3]])])
    const { page: back } = read(write(page), page.text)
    assert.ok(back)
    const [record] = recordsOfPage(back, textView('甲\r\n乙'))
    assert.deepEqual(record?.kind === 'span' ? [record.at, record.quote] : [], [[[2, 3]], ['乙']])
  })
})
