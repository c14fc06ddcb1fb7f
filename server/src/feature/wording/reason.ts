/** Why a mention was found, in words and in the language of the interface. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { t } from './messages.ts'

/** `rule: byline · confidence 0.90`, `learned 0.93`, `learned, also from your pages 0.83`, `same name, line 12`, `your mark`. */
export function reasonOf(mention: Mention, document: Pick<Document, 'lines'>): string {
  const { source, sameAs, confidence } = mention
  const [, probability] = /^learned (.+)$/u.exec(source) ?? []
  if (probability !== undefined) return t('learned {0}', probability)
  const [, own] = /^personal (.+)$/u.exec(source) ?? []
  if (own !== undefined) return t('learned, also from your pages {0}', own)
  if (source === 'your mark') return t('your mark')
  const reason =
    sameAs === undefined
      ? t('rule: {0}', ruleLabel(source))
      : t('same name, line {0}', document.lines.position(sameAs).line + 1)
  return `${reason} · ${t('confidence {0}', confidence.toFixed(2))}`
}

/** `source` as recognisers give it: `byline`, `name with the head 总工会`. */
export function ruleLabel(source: string): string {
  const [, name] = /^name with the head (.+)$/u.exec(source) ?? []
  if (name !== undefined) return t('name with the head {0}', name)
  const [, site] = /^site with the head (.+)$/u.exec(source) ?? []
  return site === undefined ? t(source) : t('site with the head {0}', site)
}
