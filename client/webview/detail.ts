/** One initiative: facts, connections, its life over the years, and its mentions between their words. */

import type { InitiativeDetail, Location } from '../../server/src/protocol.ts'
import type { DetailWords, ToDetail } from '../src/panels/messages.ts'
import { ChartPlace } from './charts.ts'
import { button, filled, make } from './dom.ts'
import { articleLabel, factList } from './facts.ts'
import { hear, tell } from './host.ts'
import { standingBars } from './options/bars.ts'
import { connections, nodeHeight, things } from './options/connections.ts'
import { currentLook, onLookChange } from './theme.ts'
import { withoutGaps } from './time-line.ts'

export function showDetail(root: HTMLElement): void {
  let page: DetailPage | undefined
  hear((message: ToDetail) => {
    if (message.kind === 'detailWords') page ??= new DetailPage(root, message.words)
    else page?.update(message.detail)
  })
  onLookChange(() => page?.paint())
  tell({ kind: 'ready' })
}

const open = (location: Location): void => tell({ kind: 'open', location })

class DetailPage {
  readonly #words: DetailWords
  readonly #head = make('header')
  readonly #body = make('div')
  readonly #facts = make('div')
  readonly #mentions = make('div')
  readonly #graph: { readonly section: HTMLElement; readonly place: ChartPlace }
  readonly #life: { readonly section: HTMLElement; readonly place: ChartPlace }
  #detail: InitiativeDetail | undefined

  constructor(root: HTMLElement, words: DetailWords) {
    this.#words = words
    root.replaceChildren(this.#head, this.#body)
    this.#graph = chartSection(words.graph, words.graphHelp, (data) => this.#openNode(data))
    this.#life = chartSection(words.life, words.lifeHelp, (data) => this.#openYear(data))
    this.#life.section
      .querySelector('.bar')
      ?.after(make('p', { class: 'about', text: words.lifeHelp }))
    this.#body.append(
      section(words.facts, this.#facts),
      this.#graph.section,
      this.#life.section,
      section(words.mentions, this.#mentions),
    )
  }

  update(detail: InitiativeDetail | null): void {
    this.#body.hidden = detail === null
    if (detail === null) {
      this.#head.replaceChildren(make('p', { class: 'empty', text: this.#words.gone }))
      return
    }
    this.#detail = detail
    const { name, kindLabel, aliases, address, mentions } = detail
    const { aliases: also, address: at, mentions: number } = this.#words
    const about = [
      `${kindLabel} · ${number} ${mentions.length}`,
      ...(aliases.length === 0 ? [] : [filled(also, aliases.join('、'))]),
      ...(address === undefined ? [] : [filled(at, address)]),
    ]
    const lines = about.map((text) => make('p', { class: 'about', text }))
    const title = make('div', { class: 'title' }, make('h1', { text: name }), ...this.#copies())
    this.#head.replaceChildren(title, ...lines)
    this.#facts.replaceChildren(factList(detail, this.#words, open))
    this.#mentions.replaceChildren(...concordance(detail))
    this.paint()
  }

  #copies(): readonly HTMLElement[] {
    const { copyMarkdown, copyJson } = this.#words
    return [
      button(copyMarkdown, 'plain', () => tell({ kind: 'copy', format: 'markdown' })),
      button(copyJson, 'plain', () => tell({ kind: 'copy', format: 'json' })),
    ]
  }

  paint(): void {
    const detail = this.#detail
    if (detail === undefined) return
    const look = currentLook()
    const { section: graph, place } = this.#graph
    const lines = things(detail).length
    graph.hidden = lines === 0
    const size = { width: place.width, height: Math.max(2, lines) * nodeHeight }
    if (lines > 0) place.draw(connections(detail, size, look), size.height)
    const rows = withoutGaps(detail.life)
    this.#life.section.hidden = rows.length === 0
    const { named, dated } = this.#words
    const series = [
      { key: 'accepted', label: named },
      { key: 'suggested', label: dated },
    ]
    const bars = { series, rows, stacked: [0, 1], typeOf: () => 'Initiative', isApart: true }
    if (rows.length > 0) this.#life.place.draw(standingBars(bars, look), 140)
  }

  /** The words that say a fact, or the first mention in an article. */
  #openNode(data: unknown): void {
    const { facts = [], mentions = [] } = this.#detail ?? {}
    const { fact, article }: { fact?: readonly [number, number]; article?: number } = Object(data)
    const said = fact === undefined ? undefined : facts[fact[0]]?.said[fact[1]]
    const first = mentions.find((each) => article === undefined || each.article === article)
    const location = said?.location ?? first?.location
    if (location !== undefined) open(location)
  }

  /** The first mention in a paper of that year, or the words that say the date. */
  #openYear(data: unknown): void {
    const { facts = [], mentions = [], articles = [] } = this.#detail ?? {}
    const { row = '', series }: { row?: string; series?: string } = Object(data)
    const dates = facts.find(({ key }) => key === 'since')?.said ?? []
    const said = dates.find(({ text, value = text }) => value.startsWith(row))
    const first = mentions.find(({ article }) => articles[article]?.date?.startsWith(row))
    const location = (series === 'suggested' ? said : first)?.location
    if (location !== undefined) open(location)
  }
}

function section(title: string, ...content: readonly HTMLElement[]): HTMLElement {
  const head = make('div', { class: 'bar' }, make('h2', { text: title }))
  return make('section', {}, head, ...content)
}

function chartSection(title: string, help: string, click: (data: unknown) => void) {
  const attributes = { role: 'img', 'aria-label': `${title}: ${help}` }
  const element = make('div', { class: 'chart', attributes })
  const place = new ChartPlace(element, (clicked) => {
    if (clicked.kind === 'datum') click(clicked.data)
  })
  return { section: section(title, element), place }
}

/** Article by article: the words before a mention, itself, and the words behind it. */
function concordance({ articles, mentions }: InitiativeDetail): readonly HTMLElement[] {
  return articles.flatMap((article, i) => {
    const own = mentions.filter((each) => each.article === i)
    if (own.length === 0) return []
    const lines = own.map(({ left, text, right, location }) => {
      const attributes = { type: 'button' }
      const line = make(
        'button',
        { class: 'span line', attributes, onClick: () => open(location) },
        make('span', { class: 'left' }, make('bdi', { text: left })),
        make('mark', { text }),
        make('span', { class: 'right', text: right }),
      )
      return make('li', {}, line)
    })
    const heading = make('h3', { class: 'where', text: articleLabel(article) })
    return [heading, make('ol', { class: 'spans whole' }, ...lines)]
  })
}
