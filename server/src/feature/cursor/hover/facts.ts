/** Of an initiative's card: its facts, said by people or found in the text. */
import type { Corpus } from '../../../corpus/snapshot/model.ts'
import type { Entity } from '../../../entity/model.ts'
import { factNames, isInitiative } from '../../lists/initiatives.ts'
import { t } from '../../wording/messages.ts'
import type { Show } from './style.ts'

/** Values of one fact that are listed; the others are summed up. */
const most = 5

/** One line, none where nothing is known. */
export function factLines(corpus: Corpus, entity: Entity, show: Show): readonly string[] {
  if (!isInitiative(corpus, entity)) return []
  const { owner, place, since, targets = [], figures = [] } = factNames(corpus, entity)
  const some = (values: readonly string[]): string =>
    values.slice(0, most).map(show).join('、') + (values.length > most ? '…' : '')
  const facts = [
    owner === undefined ? [] : [t('Owner: {0}', show(owner))],
    place === undefined ? [] : [t('Place: {0}', show(place))],
    since === undefined ? [] : [t('Since: {0}', show(since))],
    targets.length === 0 ? [] : [t('Targets: {0}', some(targets))],
    figures.length === 0 ? [] : [t('Figures: {0}', some(figures))],
  ].flat()
  return facts.length === 0 ? [] : [facts.join(' · ')]
}
