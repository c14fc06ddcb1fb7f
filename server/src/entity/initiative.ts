/** The kind of an initiative by the head noun of its name. */
import type { Lexicon } from '../values/lexicon.ts'
import { expressions } from '../values/patterns.ts'
import { nameKey } from './names.ts'

/** By the head noun, which ends the name: `“红船精神”进企业主题教育实践活动` is an activity. */
export function initiativeKind(name: string, lexicon: Lexicon): InitiativeKind {
  const rules = patterns(lexicon)
  const head = nameKey(name).replace(rules.remark, '')
  const kind = initiativeKinds.find((each) => rules[each].test(head))
  return kind ?? (rules.wayOfWorking.test(head) ? 'mechanism' : 'activity')
}

/** In the order of the guidelines' table: the first that fits counts. The model of facts knows them by their place here. */
export const initiativeKinds = [
  'competition',
  'training',
  'station',
  'platform',
  'meeting',
  'scheme',
  'mechanism',
  'programme',
  'campaign',
  'activity',
] as const

export type InitiativeKind = (typeof initiativeKinds)[number]

const patterns = expressions('initiative-kinds', {
  competition: '',
  training: '',
  station: '',
  platform: '',
  meeting: '',
  scheme: '',
  mechanism: '',
  programme: '',
  campaign: '',
  activity: '',
  remark: '',
  wayOfWorking: '',
})
