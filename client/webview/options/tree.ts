/** Places as a tree: provinces, their cities, the counties of these. */
import type { OverviewRow } from '../../../server/src/protocol.ts'
import type { Look } from '../look.ts'
import { barStyle, lineStyle } from './bar-style.ts'

export interface TreeDatum {
  readonly name: string
  readonly value: number
  /** Key of the row; none for the root, which is the whole chart. */
  readonly row?: string
  readonly symbolSize: number
  readonly itemStyle: object
  readonly children: readonly TreeDatum[]
}

/** Pixels of a leaf with the space around it. */
export const leafHeight = 22

/** Options of ECharts; `all` is the name of the root. */
export function placeTree(rows: readonly OverviewRow[], all: string, look: Look) {
  const font = { fontFamily: look.font, fontSize: look.fontSize, color: look.text }
  const label = {
    ...font,
    position: 'right' as const,
    distance: 6,
    formatter: ({ name, value }: { name: string; value: number }) => `${name} ${value}`,
  }
  return {
    animation: false,
    textStyle: { fontFamily: look.font },
    series: [
      {
        type: 'tree' as const,
        data: [root(rows, all, look)],
        left: 10,
        right: 130,
        top: 0,
        bottom: 0,
        edgeShape: 'polyline' as const,
        edgeForkPosition: '90%',
        expandAndCollapse: false,
        initialTreeDepth: -1,
        symbol: 'circle',
        cursor: 'pointer',
        lineStyle: lineStyle(look),
        label: { ...label, backgroundColor: look.background, padding: [0, 4, 0, 2] },
        leaves: { label },
        emphasis: { disabled: true },
      },
    ],
  }
}

function root(rows: readonly OverviewRow[], all: string, look: Look): TreeDatum {
  const value = rows.reduce((sum, row) => sum + total(row), 0)
  const datum = (row: OverviewRow): TreeDatum => ({
    ...node(row.label, total(row), value, look),
    row: row.key,
    children: (row.children ?? []).map(datum),
  })
  return { ...node(all, value, value, look), children: rows.map(datum) }
}

function node(name: string, value: number, all: number, look: Look) {
  const size = 6 + 8 * Math.sqrt(value / Math.max(1, all))
  const itemStyle = barStyle('accepted', look.colourOf('Place'), look)
  return { name, value, symbolSize: Math.round(size), itemStyle }
}

function total({ counts }: OverviewRow): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
