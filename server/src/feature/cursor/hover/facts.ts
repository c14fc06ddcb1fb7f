/** Of an initiative's card: its facts, said by people or found in the text, with ways to the words that say them. */
import { type Mention, mentionSpan } from '../../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import type { Entity, Fact } from '../../../entity/model.ts'
import { isInitiative } from '../../lists/initiatives.ts'
import { t } from '../../wording/messages.ts'
import { relationsOfMention } from '../relations.ts'
import type { CardStyle } from './style.ts'

/** Values of one fact that are listed; the others are summed up. */
const most = 5

/** One line, none where nothing is known. What the card says as relations of the mention is left out. */
export function factLines(
  place: PageOfCorpus,
  entity: Entity,
  mention: Mention,
  style: CardStyle,
): readonly string[] {
  const { corpus } = place
  const facts = isInitiative(corpus, entity) ? corpus.index.factsOf(entity.id) : undefined
  if (facts === undefined) return []
  const related = new Set(relationsOfMention(place, mention).map(({ other }) => other.record?.id))
  const isNew = (fact: Fact): boolean =>
    fact.mention.record === undefined || !related.has(fact.mention.record.id)
  const said = (fact: Fact | undefined): readonly Fact[] =>
    fact === undefined || !isNew(fact) ? [] : [fact]
  const link = ({ page, mention: said }: Fact, text: string): string => {
    const document = corpus.byPath(page)
    return document === undefined ? style.show(text) : style.link(text, document, mentionSpan(said))
  }
  const some = (all: readonly Fact[]): string | undefined => {
    const byText = new Map(all.filter(isNew).map((fact) => [fact.text, fact]))
    if (byText.size === 0) return undefined
    const listed = [...byText].slice(0, most).map(([text, fact]) => link(fact, text))
    return listed.join('、') + (byText.size > most ? '…' : '')
  }
  // The full name: `诸暨市总工会` where the sentence has `市总工会`.
  const owner = said(facts.owner).map((fact) =>
    t('Owner: {0}', link(fact, corpus.index.entityOf(fact.page, fact.mention)?.name ?? fact.text)),
  )
  const [targets, figures] = [some(facts.targets), some(facts.figures)]
  const line = [
    ...owner,
    ...said(facts.place).map((fact) => t('Place: {0}', link(fact, fact.text))),
    ...said(facts.since).map((fact) => t('Since: {0}', link(fact, fact.text))),
    ...(targets === undefined ? [] : [t('Targets: {0}', targets)]),
    ...(figures === undefined ? [] : [t('Figures: {0}', figures)]),
  ]
  return line.length === 0 ? [] : [line.join(' · ')]
}
