/** What groups of a view are called that have no name of their own, in the interface language. */
import { l10n } from 'vscode'
import type { GroupWords } from './grouping.ts'

export function groupWords(): GroupWords {
  return {
    unknown: {
      owner: l10n.t('Owner not known'),
      place: l10n.t('Place not known'),
      target: l10n.t('Target group not known'),
      year: l10n.t('Year not known'),
    },
    status: {
      suggested: l10n.t('Not confirmed'),
      partly: l10n.t('Confirmed in part'),
      confirmed: l10n.t('Confirmed'),
    },
  }
}
