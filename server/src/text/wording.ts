/** Texts for people in the language of the interface; the only file that knows `@vscode/l10n`. */
import l10n from '@vscode/l10n'
import { showControls } from './controls.ts'

declare const worded: unique symbol

/** A text that went through `t`: where one is wanted, a plain English one does not compile. */
export type Wording = string & { readonly [worded]: true }

/** `bundle` is the content of `bundle.l10n.<locale>.json`; without it texts are English. */
export function setTexts(bundle: string | undefined): void {
  l10n.config({ contents: bundle ?? '{}' })
}

/** The text for the English `message`, its `{0}`, `{1}`, … replaced by `values`. */
export function t(message: string, ...values: readonly (string | number)[]): Wording {
  return l10n.t(message, ...values.map((value, i) => inMessage(message, i, value))) as Wording
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
