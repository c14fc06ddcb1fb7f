/** How far a page is, in words. */
import { l10n } from 'vscode'
import type { PageState } from '../../../server/src/protocol.ts'

export function stateText({ progress, orphans }: PageState): string {
  const words = {
    untouched: l10n.t('Not annotated yet'),
    inProgress: l10n.t('Annotation in progress'),
    done: l10n.t('Annotation done'),
    stale: l10n.t('Done, but with another schema or recogniser than now'),
  }
  if (orphans === 0) return words[progress]
  const lost =
    orphans === 1
      ? l10n.t('1 annotation has lost its place')
      : l10n.t('{0} annotations have lost their place', orphans)
  return `${words[progress]} · ${lost}`
}
