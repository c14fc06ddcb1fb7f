/** All that is known of one initiative: facts with the words that say them, mentions, and its life over the years. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus } from '../../corpus/snapshot/model.ts'
import { type SaidFact, saidKeys } from '../../entity/initiative-facts.ts'
import type { InitiativeDetail, OverviewRow } from '../../protocol.ts'
import { defined } from '../../values/defined.ts'
import { emptyLexicon } from '../../values/lexicon.ts'
import { sentenceOf } from '../lists/entity-mentions.ts'
import { factReader } from '../lists/initiative-list.ts'
import { isInitiative, kindLabel } from '../lists/initiatives.ts'
import { type MentionPlace, type PlacedSpan, placedSpan, placesOf } from '../looking/places.ts'
import { articleNameAt } from '../wording/article-name.ts'
import { labelOf, t } from '../wording/messages.ts'
import { pageName } from '../wording/page-name.ts'
import { partChoices } from '../wording/part-choices.ts'
import { articlesDiffer } from './differs.ts'

type Placed<T extends { readonly location: unknown }> = Omit<T, 'location'> & {
  readonly place: PlacedSpan
}
type Facts = InitiativeDetail['facts'][number]

export interface Detail extends Omit<InitiativeDetail, 'facts' | 'mentions'> {
  readonly facts: readonly (Omit<Facts, 'said'> & {
    readonly said: readonly Placed<Facts['said'][number]>[]
  })[]
  readonly mentions: readonly Placed<InitiativeDetail['mentions'][number]>[]
}

/** `undefined` for an id that is gone, or of something else. */
export function initiativeDetail(corpus: Corpus, id: string): Detail | undefined {
  const entity = corpus.index.entity(id)
  const facts = corpus.index.factsOf(id)
  if (entity === undefined || facts === undefined || !isInitiative(corpus, entity)) return undefined
  const articles = new Articles(corpus, placesOf(corpus, entity))
  const groups = saidKeys.flatMap((key) =>
    labelledBy(corpus, key).flatMap(({ label, part }) => {
      const said = facts.all.filter((fact) => fact.key === key && fact.part === part)
      return said.length === 0 ? [] : [factGroup(corpus, { key, label }, said, articles)]
    }),
  )
  const mentions = articles.places.map((place) => line(place, articles.indexOf(place)))
  return {
    corpus: corpus.root,
    id,
    name: entity.name,
    aliases: entity.aliases,
    kindLabel: kindLabel(facts.kind),
    ...defined({ address: entity.uri }),
    articles: articles.list,
    facts: groups,
    mentions,
    life: lifeOf(articles, groups),
  }
}

/** The articles in which something stands, in order of the dates of their issues. */
class Articles {
  readonly list: InitiativeDetail['articles'][number][] = []
  /** The mentions, article by article. */
  readonly places: readonly MentionPlace[]
  readonly #corpus: Corpus
  readonly #indices = new Map<string, number>()

  constructor(corpus: Corpus, places: readonly MentionPlace[]) {
    this.#corpus = corpus
    const date = ({ document }: MentionPlace) => corpus.pageData(document).date ?? '\uffff'
    const inTime = places.toSorted((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0))
    for (const place of inTime) this.indexOf(place)
    this.places = inTime.toSorted((a, b) => this.indexOf(a) - this.indexOf(b))
  }

  indexOf({ document, mention }: MentionPlace): number {
    const key = `${document.path} ${mention.article ?? ''}`
    const known = this.#indices.get(key)
    if (known !== undefined) return known
    const index = this.list.length
    this.#indices.set(key, index)
    const { date } = this.#corpus.pageData(document)
    const title = articleNameAt(document.page, mention.article)
    this.list.push({ pageLabel: pageName(this.#corpus, document), ...defined({ title, date }) })
    return index
  }
}

function factGroup(
  corpus: Corpus,
  { key, label }: Pick<Facts, 'key' | 'label'>,
  all: readonly SaidFact[],
  articles: Articles,
): Detail['facts'][number] {
  const reader = factReader(corpus)
  const said = all.flatMap((fact) => {
    const document = corpus.byPath(fact.page)
    if (document === undefined) return []
    const place = { document, mention: fact.mention }
    const value = reader.valueIn(fact) ?? undefined
    const { text, status } = fact
    const isMore = value !== undefined && value !== text
    const article = articles.indexOf(place)
    return [{ article, text, ...(isMore ? { value } : {}), status, place: placedSpan(place) }]
  })
  const sayings = said.map(({ article, text, value = text }) => ({ article, value }))
  const lexicon = said[0]?.place.document.lexicon ?? emptyLexicon
  return { key, label, differs: articlesDiffer(key, sayings, lexicon), said }
}

function line({ document, mention }: MentionPlace, article: number): Detail['mentions'][number] {
  const { sentence, highlight } = sentenceOf(document, mention)
  return {
    article,
    left: sentence.slice(0, highlight.start),
    text: sentence.slice(highlight.start, highlight.end),
    right: sentence.slice(highlight.end),
    status: mention.status,
    place: { document, span: mentionSpan(mention) },
  }
}

/** By year; of papers without a date, and of dates that nothing settles, it says nothing. */
function lifeOf(articles: Articles, groups: Detail['facts']): readonly OverviewRow[] {
  const years = new Map<string, [number, number]>()
  const count = (date: string | undefined, i: 0 | 1): void => {
    const year = /^\d{4}/.exec(date ?? '')?.[0]
    if (year === undefined) return
    const counts = years.get(year) ?? [0, 0]
    years.set(year, counts)
    counts[i]++
  }
  for (const place of articles.places) count(articles.list[articles.indexOf(place)]?.date, 0)
  const dates = groups.find(({ key }) => key === 'since')?.said ?? []
  for (const { text, value = text } of dates) count(value, 1)
  return [...years]
    .map(([key, counts]) => ({ key, label: key, counts }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Actors have a label for each part, as the schema names it. */
function labelledBy(
  { schema }: Corpus,
  key: Facts['key'],
): readonly { readonly label: string; readonly part?: string }[] {
  if (key !== 'actors') return [{ label: factLabel(key) }]
  return partChoices(schema).map((choice) => ({ label: labelOf(choice), part: choice.name }))
}

/** Each is written out, so that a test finds every text that needs a translation. */
function factLabel(key: Exclude<Facts['key'], 'actors'>): string {
  const labels = {
    owner: t('Owner'),
    place: t('Place'),
    since: t('Since'),
    targets: t('Targets'),
    figures: t('Figures'),
    edition: t('Edition'),
    partOf: t('Part of'),
  }
  return labels[key]
}
