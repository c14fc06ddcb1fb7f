/** Why a mention was found, in the words of its recogniser and the language of the interface. */
import { t } from './messages.ts'

/** `source` as recognisers give it: `byline`, `name with the head 总工会`, `learned 0.87`. */
export function reasonLabel(source: string): string {
  const [, name] = /^name with the head (.+)$/u.exec(source) ?? []
  if (name !== undefined) return t('name with the head {0}', name)
  const [, site] = /^site with the head (.+)$/u.exec(source) ?? []
  if (site !== undefined) return t('site with the head {0}', site)
  const [, probability] = /^learned (.+)$/u.exec(source) ?? []
  return probability === undefined ? t(source) : t('learned, {0}', probability)
}
