/** Numbers as bars: lying beside their names, or standing along a line of time. */
import type { OverviewChart, OverviewRow } from '../../../server/src/protocol.ts'
import type { Look } from '../look.ts'
import { type BarStyle, barStyle } from './bar-style.ts'

/** What of a chart is drawn, and in which colour. */
export interface Drawn {
  readonly series: OverviewChart['series']
  readonly rows: readonly OverviewRow[]
  /** Indices of the series that are drawn, one on the other. */
  readonly stacked: readonly number[]
  /** Type whose colour a row has. */
  readonly typeOf: (row: OverviewRow) => string
  /** Bars that are no parts of one sum stand beside each other, each with its number. */
  readonly isApart?: boolean
  /** Status that a bar shows, where that is not its series. */
  readonly statusOf?: (row: OverviewRow) => string
}

/** What a click on a bar is about. */
export interface BarDatum {
  readonly value: number | '-'
  readonly row: string
  readonly series: string
  readonly itemStyle: BarStyle
}

/** Pixels of a bar with the space around it. */
export const barHeight = 24

/** Options of ECharts for bars that lie, the first one on top. */
export function lyingBars(drawn: Drawn, look: Look) {
  const { rows } = drawn
  const font = { fontFamily: look.font, fontSize: look.fontSize, color: look.text }
  return {
    ...frame(look),
    grid: { left: 0, right: 48, top: 0, bottom: 0, outerBoundsMode: 'same' as const },
    xAxis: { type: 'value' as const, show: false },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      triggerEvent: true,
      data: rows.map(({ label }) => label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...font, width: 180, overflow: 'truncate' as const, interval: 0 },
    },
    series: bars(drawn, look, 'right'),
  }
}

/** Options of ECharts for bars that stand, in the order of time. */
export function standingBars(drawn: Drawn, look: Look) {
  const font = { fontFamily: look.font, fontSize: look.fontSize, color: look.text }
  return {
    ...frame(look),
    grid: { left: 0, right: 0, top: 20, bottom: 0, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category' as const,
      triggerEvent: true,
      data: drawn.rows.map(({ label }) => label),
      axisLine: { lineStyle: { color: look.muted } },
      axisTick: { show: false },
      axisLabel: { ...font, hideOverlap: true },
    },
    yAxis: { type: 'value' as const, show: false },
    series: bars(drawn, look, 'top'),
  }
}

function frame(look: Look) {
  return {
    animation: false,
    textStyle: { fontFamily: look.font },
    tooltip: {
      trigger: 'item' as const,
      // Drawn: HTML with styles of its own is against the policy of the page.
      renderMode: 'richText' as const,
      backgroundColor: look.surface,
      borderColor: look.border,
      borderWidth: 1,
      textStyle: { color: look.text, fontFamily: look.font, fontSize: look.fontSize },
      formatter: ({ name, seriesName, value }: Shown) => `${name}\n${seriesName}: ${value}`,
    },
  }
}

interface Shown {
  readonly name?: string
  readonly seriesName?: string
  readonly value?: unknown
}

/** One on the other with the sum at the end, or beside each other with their numbers. */
function bars(drawing: Drawn, look: Look, end: 'right' | 'top') {
  const { series, rows, stacked, typeOf, statusOf, isApart = false } = drawing
  const sums = rows.map(({ counts }) => stacked.reduce((sum, i) => sum + (counts[i] ?? 0), 0))
  const number = {
    show: true,
    position: end,
    color: look.muted,
    fontFamily: look.font,
    fontSize: look.fontSize,
  }
  const own = ({ value }: { value?: unknown }) => numberText(value)
  const drawn = stacked.map((i) => {
    const { key, label } = series[i] ?? { key: '', label: '' }
    return {
      type: 'bar' as const,
      name: label,
      ...(isApart ? { label: { ...number, formatter: own } } : { stack: 'all', barWidth: '62%' }),
      barMaxWidth: 24,
      barMinHeight: 2,
      cursor: 'pointer',
      // A bar for nothing would still be as high as the least.
      data: rows.map((row): BarDatum => {
        const colour = row.colour ?? look.colourOf(typeOf(row))
        const value = row.counts[i] || '-'
        const itemStyle = barStyle(statusOf?.(row) ?? key, colour, look)
        return { value, row: row.key, series: key, itemStyle }
      }),
    }
  })
  // An empty bar on top carries the sum, whichever of the others are empty.
  const formatter = ({ dataIndex }: { dataIndex: number }) => numberText(sums[dataIndex])
  const shared = { type: 'bar' as const, name: '', stack: 'all', silent: true }
  const sum = { ...shared, label: { ...number, formatter }, data: rows.map(() => 0) }
  return isApart ? drawn : [...drawn, sum]
}

/** Nothing where nothing is: along a line of time most years would have a zero. */
function numberText(value: unknown): string {
  return typeof value === 'number' && value > 0 ? String(value) : ''
}
