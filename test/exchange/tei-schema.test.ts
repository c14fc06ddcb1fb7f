import assert from 'node:assert/strict'
import type { WriteContext } from '../../server/src/exchange/format/format.ts'
import type { ExchangePage } from '../../server/src/exchange/format/model.ts'
import { tei } from '../../server/src/exchange/tei/tei.ts'
import { context, exchangePage, mention } from './exchange-page.ts'
import { goldenContext, goldenPages } from './golden-pages.ts'
import { hardInputs } from './matrix.ts'
import { writeAll } from './round-trip.ts'
import { checkTei, teiSchema } from './tei-schema.ts'

const styles = ['inline', 'standoff'] as const
type Style = (typeof styles)[number]

function written(
  page: ExchangePage,
  style: Style,
  about: Omit<WriteContext, 'options'> = context,
): string {
  const { files } = writeAll(tei, [page], { style }, about)
  assert.equal(files.size, 1)
  return Buffer.concat([...files.values()]).toString()
}

const pages = [
  ...hardInputs.map(({ name, page }) => ({ name, page, about: context })),
  ...goldenPages('source').map((page) => ({
    name: `the golden page ${page.path}`,
    page,
    about: goldenContext,
  })),
]

for (const style of styles) {
  describe(`TEI, ${style}, keeps to the schema`, () => {
    for (const { name, page, about } of pages) {
      it(name, () => assert.deepEqual(checkTei(written(page, style, about)).faults, []))
    }
  })
}

describe('the schema of TEI', () => {
  it('has no element that no page is written with', () => {
    const seen = styles.flatMap((style) =>
      pages.flatMap(({ page, about }) => [...checkTei(written(page, style, about)).elements]),
    )
    assert.deepEqual([...new Set(seen)].sort(), Object.keys(teiSchema).sort())
  })

  const page = exchangePage(
    '😀吴浩在\n嘉兴',
    [
      mention('a', 'Person', [[2, 4]], { status: 'suggested', confidence: 0.5, who: '王丽' }),
      mention('b', 'Place', [[6, 8]], { note: '市' }),
    ],
    [{ id: 'r', type: 'in', from: 'a', to: 'b', status: 'accepted' }],
  )

  /** What is said when one place of the valid file is another. */
  const changes: readonly (readonly [
    what: string,
    style: Style,
    from: string,
    to: string,
    fault: string,
  ])[] = [
    ['an unknown element', 'inline', '<lb/>', '<br/>', 'br is unknown'],
    ['an element of no namespace', 'inline', '<lb/>', '<lb xmlns=""/>', 'lb is not of TEI'],
    ['a wrong root', 'inline', 'TEI', 'text', 'text is no root'],
    ['a wrong attribute', 'inline', '<lb/>', '<lb id="x"/>', 'lb/@id is not allowed'],
    ['a wrong value', 'inline', '"0.5"', '"1.5"', 'persName/@cert cannot be 1.5'],
    [
      'a blank in a word',
      'inline',
      ' name="in"',
      ' name="in it"',
      'relation/@name cannot be in it',
    ],
    ['a missing attribute', 'inline', ' name="in"', '', 'relation/@name is missing'],
    ['a wrong child', 'inline', '<lb/>', '<p/>', 'p has a p where none may stand'],
    [
      'a wrong order',
      'inline',
      '<resp>annotation</resp><name>王丽</name>',
      '<name>王丽</name><resp>annotation</resp>',
      'respStmt has no resp in its place',
    ],
    [
      'a missing child',
      'inline',
      '<label>Biaozhu</label>',
      '',
      'application has no label in its place',
    ],
    ['text where none may stand', 'inline', '<body>', '<body>甲', 'body has text'],
    ['an id twice', 'inline', 'xml:id="m-b"', 'xml:id="m-a"', 'm-a is an id twice'],
    ['an id that is none', 'inline', 'xml:id="r-r"', 'xml:id="1"', 'relation/@xml:id cannot be 1'],
    [
      'a pointer to nothing',
      'inline',
      'passive="#m-b"',
      'passive="#m-c"',
      'relation/@passive points to nothing: #m-c',
    ],
    [
      'a pointer to another kind',
      'inline',
      'resp="#who-1"',
      'resp="#m-b"',
      'persName/@resp points to a placeName',
    ],
    [
      'a range of nothing',
      'standoff',
      'string-range(page,1,2)',
      'string-range(pag,1,2)',
      'annotation/@target points to nothing: #string-range(pag,1,2)',
    ],
    [
      'a range behind the text',
      'standoff',
      'string-range(page,5,2)',
      'string-range(page,5,3)',
      'annotation/@target ends behind the text: #string-range(page,5,3)',
    ],
    [
      'what is no XML',
      'inline',
      '</standOff>',
      '',
      'This is no XML that can be read: unexpected close tag',
    ],
  ]

  for (const [what, style, from, to, fault] of changes) {
    it(`refuses ${what}`, () => {
      const content = written(page, style)
      assert.deepEqual(checkTei(content).faults, [])
      assert.ok(content.includes(from), from)
      const { faults } = checkTei(content.replaceAll(from, to))
      assert.ok(
        faults.some((each) => each.startsWith(fault)),
        faults.join('\n'),
      )
    })
  }
})
