/** The numbers of a chart as a table, each a way to its spans. */

import type { OverviewChart, OverviewRow } from '../../server/src/protocol.ts'
import type { OverviewWords } from '../src/panels/messages.ts'
import { button, make } from './dom.ts'

export interface Wanted {
  readonly row?: string
  readonly series?: string
}

/** `open` shows the spans of a number. */
export function numberTable(
  { name, series }: Pick<OverviewChart, 'name' | 'series'>,
  rows: readonly OverviewRow[],
  words: OverviewWords,
  open: (wanted: Wanted) => void,
): HTMLTableElement {
  // Initiatives and their mentions are no parts of one sum.
  const hasTotal = series.length > 1 && !series.some(({ key }) => key === 'initiatives')
  const heads = [...series.map(({ label }) => label), ...(hasTotal ? [words.total] : [])]
  const number = (count: number, wanted: Wanted): HTMLElement => {
    const cell = make('td', { class: 'number' })
    cell.append(count === 0 ? '0' : button(String(count), 'link', () => open(wanted)))
    return cell
  }
  const lines = (row: OverviewRow, depth: number): readonly HTMLElement[] => {
    const { key, label, counts, children = [] } = row
    const sum = counts.reduce((total, count) => total + count, 0)
    const head = make('th', { text: label, class: `depth-${depth}`, attributes: { scope: 'row' } })
    const cells = counts.map((count, i) =>
      number(count, { row: key, series: series[i]?.key ?? '' }),
    )
    const line = make('tr', {}, head, ...cells)
    if (hasTotal) line.append(number(sum, { row: key }))
    return [line, ...children.flatMap((child) => lines(child, depth + 1))]
  }
  const head = make(
    'tr',
    {},
    make('td'),
    ...heads.map((text) => make('th', { text, class: 'number', attributes: { scope: 'col' } })),
  )
  const body = make('tbody', {}, ...rows.flatMap((row) => lines(row, 0)))
  const caption = make('caption', { text: words.charts[name] })
  return make('table', {}, caption, make('thead', {}, head), body)
}
