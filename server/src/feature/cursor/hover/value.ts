/** Of the card of a date or a figure: what it means. */
import type { Mention } from '../../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import { figureValue } from '../../../entity/values/figure-value.ts'
import { dateMeaning } from '../../looking/date-meaning.ts'
import { t } from '../../wording/messages.ts'
import type { Show } from './style.ts'

/** One line, none for other types and for what is not known. */
export function valueLines(place: PageOfCorpus, mention: Mention, show: Show): readonly string[] {
  const { corpus, document } = place
  const value =
    mention.type === 'Date' ? dateMeaning(corpus, document, mention) : figureLine(place, mention)
  return value === undefined ? [] : [t('Value: {0}', show(value))]
}

const signs = { '=': '', '≈': '≈ ', '<': '< ', '>': '> ' } as const

/** `> 100,000`, `1,000–4,000 元`, `45 %` */
function figureLine({ document }: PageOfCorpus, { type, text }: Mention): string | undefined {
  const value = type === 'Figure' ? figureValue(text, document.lexicon) : undefined
  if (value === undefined) return undefined
  const { number, to, unit, bound } = value
  const [first, last] = [number, to].map((each) =>
    each?.toLocaleString('en-US', { maximumFractionDigits: 6 }),
  )
  const range = last === undefined ? first : `${first}–${last}`
  return `${signs[bound]}${range} ${unit}`.trimEnd()
}
