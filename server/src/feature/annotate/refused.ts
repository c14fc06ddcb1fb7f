/** Why an action cannot be done, in the interface language. */

import { t } from '../wording/messages.ts'

export interface Refused {
  readonly kind: 'refused'
  readonly message: string
}

export function refused(message: string): Refused {
  return { kind: 'refused', message }
}

export function noMention(): Refused {
  return refused(t('There is no mention here.'))
}

/** A parameter is missing or has a wrong value. */
export function wrong(parameter: string): Refused {
  return refused(t('The parameter “{0}” is missing or has a wrong value.', parameter))
}

export function noPage(): Refused {
  return refused(t('This file is no page of a corpus.'))
}
