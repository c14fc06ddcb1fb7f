/** A chart with its table and the list of what was clicked. */

import type {
  OverviewChart,
  OverviewChartName,
  OverviewNumber,
  OverviewRow,
  OverviewSpan,
} from '../../server/src/protocol.ts'
import type { NumberOf, OverviewWords } from '../src/panels/messages.ts'
import { ChartPlace, type Clicked, type Options } from './charts.ts'
import { button, filled, make } from './dom.ts'
import { remember, remembered, tell } from './host.ts'
import type { Look } from './look.ts'
import { numberTable, type Wanted } from './number-table.ts'
import { inParts } from './paging.ts'
import { SpanList } from './span-list.ts'
import { currentLook } from './theme.ts'

export interface Picture {
  readonly options: Options
  /** Pixels. */
  readonly height: number
  /** The rows whose names stand beside the bars, in their order. */
  readonly drawn: readonly OverviewRow[]
}

export interface SectionTraits {
  readonly name: OverviewChartName
  readonly draw: (chart: OverviewChart, rows: readonly OverviewRow[], look: Look) => Picture
  /** Rows that are drawn at once, where it is not the usual number. */
  readonly lines?: number
  /** Shown beside the title. */
  readonly tools?: readonly HTMLElement[]
}

/** Spans that are asked for at once. */
const inOnePart = 50

export class Section {
  readonly element: HTMLElement
  readonly #traits: SectionTraits
  readonly #words: OverviewWords
  readonly #place: ChartPlace
  readonly #picture = make('div', { class: 'chart', attributes: { role: 'img' } })
  readonly #tables = make('div')
  readonly #pager = make('div', { class: 'pager' })
  readonly #lists = make('div')
  readonly #empty: HTMLElement
  #corpus = ''
  #chart: OverviewChart | undefined
  #part = 0
  #drawn: readonly OverviewRow[] = []
  #open: { readonly wanted: Wanted; readonly list: SpanList } | undefined

  constructor(traits: SectionTraits, words: OverviewWords) {
    this.#traits = traits
    this.#words = words
    const { name, tools = [] } = traits
    const title = words.charts[name]
    this.#picture.setAttribute('aria-label', filled(words.chart, title))
    this.#empty = make('p', { class: 'empty', text: words.none, hidden: true })
    const table = button(words.table, 'plain', () => this.#showTable(!this.#isTableShown))
    table.setAttribute('aria-pressed', 'false')
    const save = button(words.export, 'plain', () =>
      tell({ kind: 'export', number: this.#number({}) }),
    )
    const head = make('div', { class: 'bar' }, make('h2', { text: title }), ...tools, table, save)
    const { element, parts } = { element: make('section'), parts: [head, this.#empty] }
    element.append(...parts, this.#picture, this.#tables, this.#pager, this.#lists)
    element.dataset['chart'] = name
    this.element = element
    this.#place = new ChartPlace(this.#picture, (clicked) => this.#click(clicked))
    this.#toggle = table
    this.#showTable(remembered()[`table ${name}`] === true)
  }

  readonly #toggle: HTMLButtonElement

  get #isTableShown(): boolean {
    return this.#toggle.getAttribute('aria-pressed') === 'true'
  }

  /** New numbers; the list that is open is asked for again. */
  update(corpus: string, chart: OverviewChart): void {
    if (this.#corpus !== corpus) this.#close()
    this.#corpus = corpus
    this.#chart = chart
    this.paint()
    if (this.#open !== undefined) this.#ask(this.#open.wanted, 0)
  }

  /** In the colours of this moment. */
  paint(): void {
    const chart = this.#chart
    if (chart === undefined) return
    const parts = this.#parts()
    this.#part = Math.min(this.#part, Math.max(0, parts.length - 1))
    const rows = parts[this.#part] ?? []
    this.#empty.hidden = rows.length > 0
    this.#picture.hidden = rows.length === 0
    const { options, height, drawn } = this.#traits.draw(chart, rows, currentLook())
    this.#drawn = drawn
    this.#place.draw(options, height)
    this.#tables.replaceChildren(
      numberTable(chart, rows, this.#words, (wanted) => this.#list(wanted)),
    )
    this.#paintPager(parts)
  }

  /** Spans that the extension has found. */
  take(number: OverviewNumber, total: number, spans: readonly OverviewSpan[]): void {
    const { wanted, list } = this.#open ?? {}
    const isOpen = number.row === wanted?.row && number.series === wanted?.series
    if (isOpen && number.corpus === this.#corpus) list?.show(number.from, total, spans)
  }

  #paintPager(parts: readonly (readonly OverviewRow[])[]): void {
    const { part, earlier, later } = this.#words
    const first = parts.slice(0, this.#part).flat().length
    const here = parts[this.#part]?.length ?? 0
    const go = (by: number, label: string, sign: string): HTMLElement => {
      const to = this.#part + by
      const step = button(sign, 'plain', () => {
        this.#part = to
        this.paint()
      })
      step.disabled = to < 0 || to >= parts.length
      step.title = label
      step.setAttribute('aria-label', label)
      return step
    }
    const where = filled(part, first + 1, first + here, this.#chart?.rows.length ?? 0)
    this.#pager.hidden = parts.length < 2
    this.#pager.replaceChildren(go(-1, earlier, '‹'), where, go(1, later, '›'))
  }

  #parts(): readonly (readonly OverviewRow[])[] {
    return inParts(this.#chart?.rows ?? [], this.#traits.lines)
  }

  #showTable(isShown: boolean): void {
    this.#toggle.setAttribute('aria-pressed', String(isShown))
    this.#tables.className = isShown ? 'table' : 'table unseen'
    remember({ [`table ${this.#traits.name}`]: isShown })
  }

  #click(clicked: Clicked): void {
    if (clicked.kind === 'datum') this.#list(wantedOf(clicked.data))
    else this.#clickName(this.#drawn[clicked.index])
  }

  #clickName(row: OverviewRow | undefined): void {
    if (row === undefined) return
    const [first] = this.#chart?.series ?? []
    // Of initiatives the bar is meant, not their mentions with them.
    this.#list(
      first?.key === 'initiatives' ? { row: row.key, series: first.key } : { row: row.key },
    )
  }

  #list(wanted: Wanted): void {
    const list = new SpanList(this.#titleOf(wanted), this.#words, {
      open: (location) => tell({ kind: 'open', location }),
      more: (from) => this.#ask(wanted, from),
      export: () => tell({ kind: 'export', number: this.#number(wanted) }),
      close: () => this.#close(),
    })
    this.#open = { wanted, list }
    this.#lists.replaceChildren(list.element)
    list.focus()
    this.#ask(wanted, 0)
  }

  #close(): void {
    this.#open = undefined
    this.#lists.replaceChildren()
  }

  #ask(wanted: Wanted, from: number): void {
    tell({ kind: 'list', number: { ...this.#number(wanted), from, most: inOnePart } })
  }

  #number(wanted: Wanted): NumberOf {
    return { corpus: this.#corpus, chart: this.#traits.name, ...wanted }
  }

  #titleOf({ row, series }: Wanted): string {
    const found = row === undefined ? undefined : findRow(this.#chart?.rows ?? [], row)
    const name = this.#chart?.series.find(({ key }) => key === series)?.label
    const parts = [found?.label ?? this.#words.all, name]
    return parts.filter((part) => part !== undefined).join(' · ')
  }
}

function findRow(rows: readonly OverviewRow[], key: string): OverviewRow | undefined {
  for (const row of rows) {
    const found = row.key === key ? row : findRow(row.children ?? [], key)
    if (found !== undefined) return found
  }
  return undefined
}

/** What stands behind a bar or node. */
function wantedOf(data: unknown): Wanted {
  if (typeof data !== 'object' || data === null) return {}
  const { row, series }: { row?: unknown; series?: unknown } = data
  return {
    ...(typeof row === 'string' ? { row } : {}),
    ...(typeof series === 'string' ? { series } : {}),
  }
}
