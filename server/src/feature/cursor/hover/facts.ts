/** Of an initiative's card: its facts, said by people or found in the text, with ways to the words that say them. */
import { type Mention, mentionSpan } from '../../../annotation/record/mention.ts'
import type { Corpus, PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import type { InitiativeFacts, SaidFact } from '../../../entity/initiative-facts.ts'
import type { Entity, Fact } from '../../../entity/model.ts'
import { isInitiative } from '../../lists/initiatives.ts'
import { labelOf, t } from '../../wording/messages.ts'
import { partChoices } from '../../wording/part-choices.ts'
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
  const fullName = ({ page, mention: said, text }: Fact): string =>
    corpus.index.entityOf(page, said)?.name ?? text
  const named = (all: readonly Fact[]): string | undefined =>
    some(all.map((fact) => ({ ...fact, text: fullName(fact) })))
  const owner = said(facts.owner).map((fact) => t('Owner: {0}', link(fact, fullName(fact))))
  const [targets, figures] = [some(facts.targets), some(facts.figures)]
  const line = [
    ...owner,
    ...said(facts.place).map((fact) => t('Place: {0}', link(fact, fact.text))),
    ...said(facts.since).map((fact) => t('Since: {0}', link(fact, fact.text))),
    ...(targets === undefined ? [] : [t('Targets: {0}', targets)]),
    ...(figures === undefined ? [] : [t('Figures: {0}', figures)]),
    ...partWords(corpus, facts, named),
  ]
  return line.length === 0 ? [] : [line.join(' · ')]
}

/** Who takes which part in it, its edition, and of what it is a part. */
function partWords(
  { schema }: Corpus,
  { all }: InitiativeFacts,
  named: (facts: readonly Fact[]) => string | undefined,
): readonly string[] {
  const line = (facts: readonly Fact[], say: (words: string) => string): readonly string[] => {
    const words = named(facts)
    return words === undefined ? [] : [say(words)]
  }
  const of = (key: SaidFact['key']) => all.filter((fact) => fact.key === key)
  return [
    ...partChoices(schema).flatMap((choice) =>
      line(
        of('actors').filter(({ part }) => part === choice.name),
        (words) => t('{0}: {1}', labelOf(choice), words),
      ),
    ),
    ...line(of('edition'), (words) => t('Edition: {0}', words)),
    ...line(of('partOf'), (words) => t('Part of: {0}', words)),
  ]
}
