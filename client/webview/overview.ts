/** The overview: the corpus in numbers. */
import type { CorpusInfo, Overview, OverviewChart, OverviewRow } from '../../server/src/protocol.ts'
import type { OverviewWords, ToOverview } from '../src/panels/messages.ts'
import { filled, make } from './dom.ts'
import { hear, remember, remembered, tell } from './host.ts'
import type { Look } from './look.ts'
import { barHeight, type Drawn, lyingBars, standingBars } from './options/bars.ts'
import { leafHeight, placeTree } from './options/tree.ts'
import { leaves } from './paging.ts'
import { type Picture, Section } from './section.ts'
import { onLookChange } from './theme.ts'
import { withoutGaps } from './time-line.ts'

export function showOverview(root: HTMLElement): void {
  let page: OverviewPage | undefined
  hear((message: ToOverview) => {
    if (message.kind === 'words') {
      page ??= new OverviewPage(root, message.words)
    } else if (message.kind === 'overview') page?.update(message.overview, message.corpora)
    else page?.section(message.number.chart)?.take(message.number, message.total, message.spans)
  })
  onLookChange(() => page?.paint())
  tell({ kind: 'ready' })
}

class OverviewPage {
  readonly #words: OverviewWords
  readonly #heading: HTMLElement
  readonly #about = make('p', { class: 'about' })
  readonly #corpora = make('select')
  readonly #sections: ReadonlyMap<string, Section>

  constructor(root: HTMLElement, words: OverviewWords) {
    this.#words = words
    this.#heading = make('h1', { text: words.title })
    this.#corpora.setAttribute('aria-label', words.corpus)
    this.#corpora.addEventListener('change', () =>
      tell({ kind: 'corpus', root: this.#corpora.value }),
    )
    this.#sections = sectionsOf(words)
    const head = make('header', {}, this.#heading, this.#corpora, this.#about)
    const all = [...this.#sections.values()].map(({ element }) => element)
    root.replaceChildren(head, make('div', { class: 'sections' }, ...all))
  }

  section(chart: string): Section | undefined {
    return this.#sections.get(chart)
  }

  update(overview: Overview, corpora: readonly CorpusInfo[]): void {
    const { corpus, name, hash, commit, version, pages, charts } = overview
    const { title, counted, state, stateHelp, commit: held, commitHelp } = this.#words
    this.#heading.textContent = `${title} · ${name}`
    this.#corpora.hidden = corpora.length < 2
    this.#corpora.replaceChildren(
      ...corpora.map((each) =>
        make('option', { text: each.name, attributes: { value: each.root } }),
      ),
    )
    this.#corpora.value = corpus
    this.#about.replaceChildren(
      `${filled(counted, pages.counted, pages.all)} · `,
      commit === undefined
        ? make('span', { text: filled(state, hash.slice(0, 12)), title: filled(stateHelp, hash) })
        : make('span', {
            text: filled(held, commit.slice(0, 12)),
            title: filled(commitHelp, commit, hash),
          }),
      ` · Biaozhu ${version}`,
    )
    for (const chart of charts) this.#sections.get(chart.name)?.update(corpus, chart)
  }

  paint(): void {
    for (const section of this.#sections.values()) section.paint()
  }
}

/** Years or months in one part of a time line. */
const time = 60

/** By the name of the chart, in the order in which they are shown. */
function sectionsOf(words: OverviewWords): ReadonlyMap<string, Section> {
  const [years, months] = timeTools(words, (which) => {
    for (const name of ['year', 'month']) {
      const element = sections.get(name)?.element
      if (element !== undefined) element.hidden = name !== which
      sections.get(name)?.paint()
    }
  })
  const sections: ReadonlyMap<string, Section> = new Map([
    ['status', new Section({ name: 'status', draw: statusBars }, words)],
    ['type', new Section({ name: 'type', draw: typeBars }, words)],
    ['kind', new Section({ name: 'kind', draw: initiativeBars('Initiative') }, words)],
    ['owner', new Section({ name: 'owner', draw: initiativeBars('Organization') }, words)],
    ['page', new Section({ name: 'page', draw: pageBars }, words)],
    ['place', new Section({ name: 'place', draw: tree(words.all) }, words)],
    ['year', new Section({ name: 'year', draw: timeBars, lines: time, tools: [years] }, words)],
    ['month', new Section({ name: 'month', draw: timeBars, lines: time, tools: [months] }, words)],
  ])
  const shown = remembered()['time'] === 'month' ? 'year' : 'month'
  const hidden = sections.get(shown)?.element
  if (hidden !== undefined) hidden.hidden = true
  return sections
}

/** In the title of each time line the way to the other one. */
function timeTools(
  { years, months }: OverviewWords,
  show: (name: 'year' | 'month') => void,
): readonly [HTMLElement, HTMLElement] {
  const tool = (now: 'year' | 'month'): HTMLElement => {
    const choice = make('select', { attributes: { 'aria-label': `${years} / ${months}` } })
    for (const [value, text] of [
      ['year', years],
      ['month', months],
    ] as const) {
      choice.append(make('option', { text, attributes: { value } }))
    }
    choice.value = now
    choice.addEventListener('change', () => {
      const wanted = choice.value === 'month' ? 'month' : 'year'
      choice.value = now
      remember({ time: wanted })
      show(wanted)
    })
    return choice
  }
  return [tool('year'), tool('month')]
}

function lying(drawn: Drawn, look: Look): Picture {
  const { rows } = drawn
  return { options: lyingBars(drawn, look), height: rows.length * barHeight, drawn: rows }
}

type Rows = readonly OverviewRow[]

const statusBars = ({ series }: OverviewChart, rows: Rows, look: Look): Picture =>
  lying({ series, rows, stacked: [0], typeOf: () => '', statusOf: ({ key }) => key }, look)

const typeBars = ({ series }: OverviewChart, rows: Rows, look: Look): Picture =>
  lying({ series, rows, stacked: [0, 1, 2], typeOf: ({ key }) => key }, look)

const pageBars = ({ series }: OverviewChart, rows: Rows, look: Look): Picture =>
  lying({ series, rows, stacked: [0, 1, 2], typeOf: () => '' }, look)

const initiativeBars =
  (type: string) =>
  ({ series }: OverviewChart, rows: Rows, look: Look): Picture =>
    lying({ series, rows, stacked: [0], typeOf: () => type }, look)

const timeBars = ({ series }: OverviewChart, rows: Rows, look: Look): Picture => {
  const drawn = withoutGaps(rows)
  const bars = { series, rows: drawn, stacked: [0, 1], typeOf: () => 'Date' }
  return { options: standingBars(bars, look), height: 200, drawn }
}

const tree =
  (all: string) =>
  (_: OverviewChart, rows: Rows, look: Look): Picture => ({
    options: placeTree(rows, all, look),
    height: rows.reduce((sum, row) => sum + leaves(row), 0) * leafHeight,
    drawn: [],
  })
