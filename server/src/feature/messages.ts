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
  return l10n.t(message, ...values)
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
