/** The card of a mention: what it is, how often and where it is said, what stands beside it, why. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Entity } from '../../entity/model.ts'
import type { Span } from '../../text/span.ts'
import { isInitiative } from '../lists/initiatives.ts'
import { mentionsInOrder, rejectedAt } from '../looking/mention-at.ts'
import { countByPage, entityAt, placesOf } from '../looking/places.ts'
import { isShown, type Shown } from '../looking/shown.ts'
import { articleNameAt } from '../wording/article-name.ts'
import { linkWords } from '../wording/link-reason.ts'
import { escapeMarkdown, oneLine } from '../wording/markdown.ts'
import { labelOf, t } from '../wording/messages.ts'
import { pageName } from '../wording/page-name.ts'
import { actLine, initiativeLine } from './hover/acts.ts'
import { doubtLines, saidLines, statusLine } from './hover/decided.ts'
import { factLines } from './hover/facts.ts'
import { relationLines } from './hover/relations.ts'
import { type CardStyle, markdownCard, plainCard } from './hover/style.ts'
import { valueLines } from './hover/value.ts'

export interface Hover {
  readonly span: Span
  readonly markdown: string
  /** The same for clients that show no Markdown. */
  readonly plain: string
}

/** Pages listed with their counts; the others are summed up. */
const pagesShown = 5

/** `offset` in UTF-16 units; `undefined` where no mention stands. */
export function hover(place: PageOfCorpus, offset: number, shown: Shown = {}): Hover | undefined {
  const at = entityAt(place, offset)
  if (at === undefined)
    return shown.rejected === true ? rejectedCard(place, offset, shown) : undefined
  if (!isShown(at.mention, shown)) return undefined
  const isOurs = shown.ownCommands === true
  const card = (style: CardStyle): readonly string[] => [
    ...counts(place.corpus, at.entity, style),
    ...linkLines(place, at, style.show),
    ...(at.entity.uri === undefined ? [] : [t('Address: {0}', style.show(at.entity.uri))]),
    ...valueLines(place, at.mention, style.show),
    ...factLines(place, at.entity, at.mention, style),
    ...surroundings(place, at.mention, style),
    ...saidLines(place, at.mention, style.show),
    ...relationLines(place, at.mention, style),
    // Our editor shows the problem with the card.
    ...(isOurs && style === markdownCard ? [] : doubtLines(place, at.mention, style.show)),
    statusLine(place, at.mention, style.show),
  ]
  const type = typeLabel(place.corpus, at.entity.type)
  const isShownWhole = isOurs && isInitiative(place.corpus, at.entity)
  const acts = [
    ...(isShownWhole ? [initiativeLine(place, at.mention)] : []),
    ...(isOurs ? [actLine(place, at.mention, at.entity.count > 1)] : []),
  ]
  return {
    span: at.span,
    markdown: [
      `**${escapeMarkdown(at.entity.name)}** · ${escapeMarkdown(type)}`,
      // One paragraph: editors cut a card that is high, and what can be done about the mention stands at its end.
      card(markdownCard).join(hardBreak),
      ...(acts.length === 0 ? [] : [acts.join(hardBreak)]),
    ].join('\n\n'),
    plain: [`${oneLine(at.entity.name)} · ${type}`].concat(card(plainCard)).join('\n'),
  }
}

/** A line break within a paragraph of Markdown. */
const hardBreak = '  \n'

/** Of a suggestion that was rejected: what it is, who rejected it, and the way back. */
function rejectedCard(place: PageOfCorpus, offset: number, shown: Shown): Hover | undefined {
  const mention = rejectedAt(place.document, offset)
  if (mention === undefined) return undefined
  const type = typeLabel(place.corpus, mention.type)
  const acts = shown.ownCommands === true ? [actLine(place, mention, false)] : []
  return {
    span: mentionSpan(mention),
    markdown: [
      `**${escapeMarkdown(mention.text)}** · ${escapeMarkdown(type)}`,
      statusLine(place, mention, markdownCard.show),
      ...acts,
    ].join('\n\n'),
    plain: [`${oneLine(mention.text)} · ${type}`, statusLine(place, mention, plainCard.show)].join(
      '\n',
    ),
  }
}

function counts(corpus: Corpus, entity: Entity, { show, link }: CardStyle): readonly string[] {
  const { count: total, pages } = entity
  const listed = countByPage(corpus, entity, pagesShown).map(({ document, count }) => {
    const name = pageName(corpus, document)
    const [first] = placesOf(corpus, entity, document.path)
    const page = first === undefined ? show(name) : link(name, document, mentionSpan(first.mention))
    return `${page} (${count})`
  })
  if (pages > pagesShown) {
    const more = pages - pagesShown
    listed.push(more === 1 ? t('1 more page') : t('{0} more pages', more))
  }
  const mentions = total === 1 ? t('1 mention') : t('{0} mentions', total)
  const lines = [t('{0}: {1}', mentions, listed.join(' · '))]
  const aliases = entity.aliases.filter((alias) => alias !== entity.name).slice(0, pagesShown)
  if (aliases.length > 0) lines.push(t('Also: {0}', aliases.map((name) => show(name)).join(' · ')))
  return lines
}

/** One mention alone is linked to nothing. */
function linkLines(
  place: PageOfCorpus,
  { mention, entity }: { readonly mention: Mention; readonly entity: Entity },
  show: CardStyle['show'],
): readonly string[] {
  if (entity.count < 2) return []
  return [t('Why this entity: {0}', show(linkWords(place, mention)))]
}

function surroundings(
  place: PageOfCorpus,
  mention: Mention,
  { show, link }: CardStyle,
): readonly string[] {
  const { page } = place.document
  const lines: string[] = []
  const article = articleNameAt(page, mention.article)
  if (article !== undefined) lines.push(t('Article: {0}', show(article)))
  const beside = mentionsInOrder(place.document).filter(
    (other) => other.article === mention.article,
  )
  const index = beside.indexOf(mention)
  const describe = (other: Mention): string =>
    `${link(other.text, place.document, mentionSpan(other))} (${show(typeLabel(place.corpus, other.type))})`
  const [before, after] = [beside[index - 1], beside[index + 1]]
  const neighbours = [
    before === undefined ? [] : [t('Before: {0}', describe(before))],
    after === undefined ? [] : [t('After: {0}', describe(after))],
  ].flat()
  if (neighbours.length > 0) lines.push(neighbours.join(' · '))
  return lines
}

function typeLabel(corpus: Corpus, name: string): string {
  const type = corpus.schema.types.find((candidate) => candidate.name === name)
  return type === undefined ? name : labelOf(type)
}
