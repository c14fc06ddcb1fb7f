/** The spans of a number: each a line with its sentence, which opens the page there. */

import type { Location, OverviewSpan } from '../../server/src/protocol.ts'
import type { OverviewWords } from '../src/panels/messages.ts'
import { button, filled, make } from './dom.ts'

export interface ListActions {
  readonly open: (location: Location) => void
  readonly more: (from: number) => void
  readonly export: () => void
  readonly close: () => void
}

export class SpanList {
  readonly element: HTMLElement
  readonly #words: OverviewWords
  readonly #actions: ListActions
  readonly #title: string
  readonly #heading: HTMLElement
  readonly #lines = make('ol', { class: 'spans' })
  readonly #more: HTMLButtonElement
  #isNew = true

  /** `title` says of what the spans are. */
  constructor(title: string, words: OverviewWords, actions: ListActions) {
    this.#title = title
    this.#words = words
    this.#actions = actions
    this.#heading = make('h3', { text: title, attributes: { tabindex: '-1' } })
    this.#more = button('', 'link', () => actions.more(this.#lines.childElementCount))
    this.#more.hidden = true
    const close = button('✕', 'plain', actions.close)
    close.title = words.close
    close.setAttribute('aria-label', words.close)
    const save = button(words.export, 'plain', actions.export)
    const bar = make('div', { class: 'bar' }, this.#heading, save, close)
    this.element = make('div', { class: 'list' }, bar, this.#lines, this.#more)
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') actions.close()
    })
  }

  focus(): void {
    this.#heading.focus({ preventScroll: true })
    this.element.scrollIntoView({ block: 'nearest' })
  }

  /** Of `total` those from the index `from` on. */
  show(from: number, total: number, spans: readonly OverviewSpan[]): void {
    if (from === 0) this.#lines.replaceChildren()
    if (from !== this.#lines.childElementCount) return
    for (const span of spans) this.#lines.append(this.#line(span))
    this.#heading.textContent = filled(this.#words.number, this.#title, total)
    const left = total - this.#lines.childElementCount
    this.#more.hidden = left <= 0
    this.#more.textContent = filled(this.#words.more, left)
    if (this.#isNew) this.element.scrollIntoView({ block: 'nearest' })
    this.#isNew = false
  }

  #line({ location, sentence, highlight: [start, end], pageLabel, type }: OverviewSpan): Node {
    const text = make('span', { class: 'sentence' })
    // Of a long sentence the part before the mention is cut, so that the mention is in sight.
    const before = sentence.slice(0, start)
    text.append(before.length > 10 ? `…${before.slice(-9)}` : before)
    text.append(make('mark', { text: sentence.slice(start, end) }), sentence.slice(end))
    const line = make(
      'button',
      {
        class: 'span',
        title: `${type} · ${pageLabel}\n${sentence}`,
        attributes: { type: 'button' },
        onClick: () => this.#actions.open(location),
      },
      text,
      make('span', { class: 'page', text: pageLabel }),
    )
    return make('li', {}, line)
  }
}
