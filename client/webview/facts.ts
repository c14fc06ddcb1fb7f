/** The facts of an initiative, each with the words that say it; where articles differ, side by side. */

import type { InitiativeDetail, Location } from '../../server/src/protocol.ts'
import type { DetailWords } from '../src/panels/messages.ts'
import { button, make } from './dom.ts'

type Group = InitiativeDetail['facts'][number]
type Fact = Group['said'][number]

export type Open = (location: Location) => void

export function factList(
  { facts, articles }: InitiativeDetail,
  words: DetailWords,
  open: Open,
): HTMLElement {
  if (facts.length === 0) return make('p', { class: 'empty', text: words.none })
  const list = make('dl', { class: 'facts' })
  for (const group of facts) {
    const term = make('dt', { text: group.label })
    if (group.differs) term.append(make('span', { class: 'differs', text: words.differs }))
    list.append(term, make('dd', {}, ...said(group, articles, words, open)))
  }
  return list
}

/** Article by article. */
function said(
  { said: facts, differs }: Group,
  articles: InitiativeDetail['articles'],
  words: DetailWords,
  open: Open,
): readonly HTMLElement[] {
  const byArticle = new Map<number, Fact[]>()
  for (const fact of facts) {
    const known = byArticle.get(fact.article)
    if (known === undefined) byArticle.set(fact.article, [fact])
    else known.push(fact)
  }
  const boxes = [...byArticle].map(([article, own]) => {
    const lines = own.map((fact) => factLine(fact, words, open))
    const where = make('div', { class: 'where', text: articleLabel(articles[article]) })
    return make('div', { class: 'said' }, ...lines, where)
  })
  return [make('div', { class: differs ? 'sides' : 'row' }, ...boxes)]
}

function factLine({ text, value, status, location }: Fact, words: DetailWords, open: Open) {
  const line = make(
    'div',
    {},
    button(text, 'link', () => open(location)),
  )
  if (value !== undefined) line.append(make('span', { class: 'value', text: value }))
  if (status === 'accepted')
    line.append(make('span', { class: 'value', text: `✓ ${words.accepted}` }))
  return line
}

/** Page, with its date where that is known, and headline. */
export function articleLabel(article: InitiativeDetail['articles'][number] | undefined): string {
  const { pageLabel = '', title } = article ?? {}
  return title === undefined ? pageLabel : `${pageLabel} · ${title}`
}
