/** What panels draw: bars, parts of long charts, time lines, the tree of places. */
import assert from 'node:assert/strict'
import type { Look } from '../../client/webview/look.ts'
import { barStyle } from '../../client/webview/options/bar-style.ts'
import { lyingBars, standingBars } from '../../client/webview/options/bars.ts'
import { connections, things } from '../../client/webview/options/connections.ts'
import { placeTree } from '../../client/webview/options/tree.ts'
import { inParts } from '../../client/webview/paging.ts'
import { withoutGaps } from '../../client/webview/time-line.ts'
import type { InitiativeDetail, OverviewRow } from '../../server/src/protocol.ts'

const look: Look = {
  font: 'sans',
  fontSize: 13,
  text: '#111',
  muted: '#777',
  background: '#fff',
  surface: '#eee',
  border: '#ddd',
  isHighContrast: false,
  colourOf: (type) => `colour of ${type}`,
}

const row = (key: string, ...counts: number[]): OverviewRow => ({ key, label: key, counts })
const series = ['accepted', 'suggested'].map((key) => ({ key, label: key }))

describe('bars of the overview', () => {
  const rows = [row('Person', 2, 3), { ...row('Own', 0, 4), colour: '#123456' }]
  const drawn = { series, rows, stacked: [0, 1], typeOf: ({ key }: OverviewRow) => key }

  it('know their row and series, so that a click leads to the spans', () => {
    for (const options of [lyingBars(drawn, look), standingBars(drawn, look)]) {
      const data = options.series.flatMap((each) =>
        each.data.flatMap((datum) => (typeof datum === 'number' ? [] : [datum])),
      )
      assert.deepEqual(
        data.map(({ row, series, value }) => `${row} ${series} ${value}`),
        ['Person accepted 2', 'Own accepted -', 'Person suggested 3', 'Own suggested 4'],
      )
    }
  })

  it('have the colour of their type, a paler one for what is suggested', () => {
    const [accepted, suggested] = lyingBars(drawn, look).series.map(({ data }) => data)
    const styles = [accepted, suggested].flatMap((data) =>
      (data ?? []).flatMap((datum) => (typeof datum === 'number' ? [] : [datum.itemStyle])),
    )
    assert.deepEqual(
      styles.map(({ color }) => color),
      ['colour of Person', '#123456', 'colour of Person', '#123456'],
    )
    assert.ok(styles[2] && styles[0] && styles[2].opacity < styles[0].opacity)
  })

  it('are told apart by outlines in high contrast', () => {
    const contrast = { ...look, isHighContrast: true }
    assert.equal(barStyle('accepted', '#fff', contrast).color, '#fff')
    const { color, borderColor } = barStyle('suggested', '#fff', contrast)
    assert.deepEqual([color, borderColor], ['transparent', '#fff'])
  })

  it('that are no parts of one sum stand beside each other, each with its number', () => {
    const apart = standingBars({ ...drawn, isApart: true }, look).series
    const printed = apart.map((each) => {
      const number = 'label' in each ? each.label.formatter({ value: 3, dataIndex: 0 }) : ''
      return `${each.name} ${'stack' in each} ${number}`
    })
    assert.deepEqual(printed, ['accepted false 3', 'suggested false 3'])
  })

  it('have no number where there is nothing', () => {
    const sum = standingBars(
      { ...drawn, rows: [row('1952', 0, 0), row('1953', 1, 0)] },
      look,
    ).series.at(-1)
    assert.ok(sum && 'label' in sum)
    assert.deepEqual(
      [0, 1].map((dataIndex) => sum.label.formatter({ dataIndex })),
      ['', '1'],
    )
  })

  it('carry their sum at the end', () => {
    const sum = lyingBars(drawn, look).series.at(-1)
    assert.ok(sum && 'label' in sum)
    assert.deepEqual(
      [0, 1].map((dataIndex) => sum.label.formatter({ dataIndex })),
      ['5', '4'],
    )
  })
})

describe('long charts', () => {
  it('come in parts of twenty rows, or of as many as are given', () => {
    const rows = Array.from({ length: 45 }, (_, i) => row(`${i}`, 1))
    const lengths = (...lines: number[]) => inParts(rows, ...lines).map((part) => part.length)
    assert.deepEqual(lengths(), [20, 20, 5])
    assert.deepEqual(lengths(60), [45])
    assert.deepEqual(inParts([]), [])
  })

  it('are never torn inside a branch of a tree', () => {
    const branch = (key: string, leaves: number): OverviewRow => ({
      ...row(key, leaves),
      children: Array.from({ length: leaves }, (_, i) => row(`${key} ${i}`, 1)),
    })
    const parts = inParts([branch('a', 30), branch('b', 20), branch('c', 90), row('d', 1)])
    assert.deepEqual(
      parts.map((part) => part.map(({ key }) => key).join()),
      ['a', 'b', 'c', 'd'],
    )
  })
})

describe('a time line', () => {
  it('has the years and months between, so that distances mean time', () => {
    const keys = (...of: string[]) => withoutGaps(of.map((key) => row(key, 1, 2))).map(print)
    assert.deepEqual(keys('2019', '2021'), ['2019 1/2', '2020 0/0', '2021 1/2'])
    assert.deepEqual(keys('2020-12', '2021-02'), ['2020-12 1/2', '2021-01 0/0', '2021-02 1/2'])
  })

  it('of centuries shows only what is there', () => {
    const rows = ['1368', '2021'].map((key) => row(key, 1))
    assert.deepEqual(withoutGaps(rows), rows)
    assert.deepEqual(withoutGaps([]), [])
  })

  const print = ({ key, counts }: OverviewRow): string => `${key} ${counts.join('/')}`
})

describe('the tree of places', () => {
  it('has a node for each division, which leads to its spans, below one for all', () => {
    const rows = [{ ...row('浙江省', 1, 2), children: [row('浙江省 嘉兴市', 0, 2)] }, row('', 1, 0)]
    const [root] = placeTree(rows, 'All', look).series[0]?.data ?? []
    assert.ok(root)
    assert.deepEqual([root.name, root.value, root.row], ['All', 4, undefined])
    assert.deepEqual(
      root.children.map(({ row, value, children }) => [row, value, children.length]),
      [
        ['浙江省', 3, 1],
        ['', 1, 0],
      ],
    )
  })
})

describe('lines between nodes', () => {
  it('are as plain as words beside the text, and whole in high contrast', () => {
    const style = (isHighContrast: boolean) =>
      placeTree([row('浙江省', 1)], 'All', { ...look, isHighContrast }).series[0]?.lineStyle
    assert.deepEqual(style(false), { color: look.muted, width: 1, opacity: 0.75 })
    assert.deepEqual(style(true), { color: look.muted, width: 1, opacity: 1 })
  })
})

describe('what is connected with an initiative', () => {
  const start = { line: 0, character: 0 }
  const location = { uri: 'file:///c/1.txt', range: { start, end: start } }
  const said = (article: number, text: string, value?: string) =>
    ({
      article,
      text,
      status: 'suggested',
      location,
      ...(value === undefined ? {} : { value }),
    }) as const
  const detail: InitiativeDetail = {
    corpus: 'file:///c',
    id: 'Initiative:小哥行动',
    name: '小哥行动',
    aliases: [],
    kindLabel: '行动',
    articles: [{ pageLabel: '1.txt' }, { pageLabel: '2.txt', title: '小哥有了家' }],
    facts: [
      {
        key: 'owner',
        label: '主办',
        differs: false,
        said: [said(0, '市总工会', '嘉兴市总工会'), said(1, '嘉兴市总工会')],
      },
      { key: 'figures', label: '数据', differs: false, said: [said(0, '30人')] },
      { key: 'place', label: '地点', differs: false, said: [said(1, '南湖区')] },
    ],
    mentions: [],
    life: [],
  }

  it('is one node for what several articles say, and nothing for figures', () => {
    assert.deepEqual(
      things(detail).map(({ label, articles }) => `${label} ${[...articles].join()}`),
      ['嘉兴市总工会 · 主办 0,1', '南湖区 · 地点 1'],
    )
  })

  it('hangs on the articles that say it, each node with the way to its words', () => {
    const [graph] = connections(detail, { width: 600, height: 100 }, look).series
    assert.deepEqual(
      graph?.data.slice(2).map(({ name, fact, article }) => [name, fact ?? article]),
      [
        ['小哥行动', undefined],
        ['1.txt', 0],
        ['小哥有了家', 1],
        ['嘉兴市总工会 · 主办', [0, 0]],
        ['南湖区 · 地点', [2, 0]],
      ],
    )
    assert.deepEqual(
      graph?.links.map(({ source, target }) => `${source} → ${target}`),
      [
        'it → article 0',
        'it → article 1',
        'article 0 → thing 0',
        'article 1 → thing 0',
        'article 1 → thing 1',
      ],
    )
  })
})
