/** The interface language of the server's own texts, and the names of what a schema labels. */
import { showControls } from '../../text/controls.ts'
import { setTexts } from '../../text/wording.ts'

export { t } from '../../text/wording.ts'

let chinese = false

/**
 * Chooses the interface language for the whole process. `locale` is a BCP 47 tag; `bundle` is the
 * content of `bundle.l10n.<locale>.json`, without it texts are English.
 */
export function setLanguage(locale: string | undefined, bundle: string | undefined): void {
  chinese = bundle !== undefined && /^zh\b/i.test(locale ?? '')
  setTexts(bundle)
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
