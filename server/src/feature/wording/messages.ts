/** The server's own texts in the interface language; the only file that knows `@vscode/l10n`. */
import l10n from '@vscode/l10n'
import { showControls } from '../../text/controls.ts'

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
  return l10n.t(message, ...values.map((value, i) => inMessage(message, i, value)))
}

/**
 * A name with quotation marks of its own, inside those of the message: “‘十匠’行动”. What would steer a terminal or
 * a log is shown.
 */
function inMessage(message: string, index: number, value: string | number): string | number {
  if (typeof value === 'number') return value
  const shown = showControls(value)
  const isQuoted = message.includes(`“{${index}}”`)
  return isQuoted ? shown.replace(/“/g, '‘').replace(/”/g, '’') : shown
}

/** The name of a type, relation, attribute or choice for people: `举措` or `Initiative`. */
export function labelOf(named: Labelled): string {
  return showControls(chinese ? named.labelZh : (named.label ?? named.name))
}

interface Labelled {
  readonly name: string
  readonly label?: string
  readonly labelZh: string
}
