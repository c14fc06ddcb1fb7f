/** The texts of panels in the interface language. */
import { l10n } from 'vscode'
import type { DetailWords, OverviewWords } from './messages.ts'

export function overviewWords(): OverviewWords {
  return {
    title: l10n.t('Overview'),
    corpus: l10n.t('Corpus'),
    charts: {
      status: l10n.t('Mentions by status'),
      type: l10n.t('Mentions by type'),
      page: l10n.t('Mentions by page'),
      kind: l10n.t('Initiatives by kind'),
      owner: l10n.t('Initiatives by owner'),
      place: l10n.t('Places'),
      year: l10n.t('Dates by year'),
      month: l10n.t('Dates by month'),
    },
    // What stands for a value here is put in by the panel.
    counted: l10n.t('{0} of {1} pages counted', '{0}', '{1}'),
    state: l10n.t('State {0}', '{0}'),
    stateHelp: l10n.t('SHA-256 of texts and annotations: {0}', '{0}'),
    commit: l10n.t('Commit {0}', '{0}'),
    commitHelp: l10n.t(
      'Texts and annotations are as in this commit: {0}. Their SHA-256: {1}',
      '{0}',
      '{1}',
    ),
    table: l10n.t('Table'),
    export: l10n.t('Export CSV…'),
    chart: l10n.t('{0}, as a chart. The table behind it has the same numbers.', '{0}'),
    total: l10n.t('Total'),
    all: l10n.t('All'),
    none: l10n.t('Nothing to count yet'),
    years: l10n.t('Years'),
    months: l10n.t('Months'),
    part: l10n.t('{0} to {1} of {2}', '{0}', '{1}', '{2}'),
    earlier: l10n.t('Previous rows'),
    later: l10n.t('Next rows'),
    number: l10n.t('{0}: {1}', '{0}', '{1}'),
    more: l10n.t('Show more ({0} left)', '{0}'),
    close: l10n.t('Close list'),
  }
}

export function detailWords(): DetailWords {
  return {
    copyMarkdown: l10n.t('Copy as Markdown'),
    copyJson: l10n.t('Copy as JSON'),
    aliases: l10n.t('Also: {0}', '{0}'),
    address: l10n.t('Address: {0}', '{0}'),
    facts: l10n.t('Facts'),
    differs: l10n.t('The articles differ'),
    accepted: l10n.t('accepted'),
    none: l10n.t('No facts are known yet.'),
    gone: l10n.t('There is no such initiative any more.'),
    graph: l10n.t('Who and what is connected'),
    graphHelp: l10n.t(
      'The initiative, the articles, and what they say. The facts above say the same.',
    ),
    life: l10n.t('Over the years'),
    lifeHelp: l10n.t('How often it is named, and the dates that are said of it, by year.'),
    named: l10n.t('Mentions'),
    dated: l10n.t('Dates said of it'),
    mentions: l10n.t('Mentions'),
  }
}
