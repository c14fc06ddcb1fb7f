/** The server's own texts in the interface language; the only file that knows `@vscode/l10n`. */
import l10n from '@vscode/l10n'

let chinese = false

/**
 * Chooses the interface language for the whole process. `locale` is a BCP 47 tag; `bundle` is the
 * content of `bundle.l10n.<locale>.json`, without it texts are English.
 */
export function setLanguage(locale: string | undefined, bundle: string | undefined): void {
  chinese = bundle !== undefined && /^zh\b/i.test(locale ?? '')
  l10n.config({ contents: bundle ?? '{}' })
}

/** The text for the English `message`, its `{0}`, `{1}`, … replaced by `values`. */
export function t(message: string, ...values: readonly (string | number)[]): string {
  return l10n.t(message, ...values.map((value, i) => inQuotes(message, i, value)))
}

/** A name with quotation marks of its own, inside those of the message: “‘十匠’行动”. */
function inQuotes(message: string, index: number, value: string | number): string | number {
  const isQuoted = typeof value === 'string' && message.includes(`“{${index}}”`)
  return isQuoted ? value.replace(/“/g, '‘').replace(/”/g, '’') : value
}

/** The name of a type, relation, attribute or choice for people: `举措` or `Initiative`. */
export function labelOf(named: Labelled): string {
  return chinese ? named.labelZh : (named.label ?? named.name)
}

interface Labelled {
  readonly name: string
  readonly label?: string
  readonly labelZh: string
}
