/** What groupings, orders, statuses and keys of search are called, in the interface language. */
import { l10n } from 'vscode'
import type {
  MentionStatus,
  SearchFault,
  SearchGrouping,
  SearchSort,
} from '../../../server/src/protocol.ts'

export function groupingWords(): Readonly<Record<SearchGrouping, string>> {
  return {
    page: l10n.t('By page'),
    type: l10n.t('By type'),
    entity: l10n.t('By entity'),
    owner: l10n.t('By owner'),
    year: l10n.t('By year'),
    none: l10n.t('Without groups'),
  }
}

export function sortWords(): Readonly<Record<SearchSort, string>> {
  return {
    page: l10n.t('In the order of the pages'),
    left: l10n.t('By what stands before'),
    right: l10n.t('By what stands behind'),
  }
}

/** Of a group for what has none. */
export function noneWords(): Readonly<Record<SearchGrouping, string>> {
  return {
    page: '',
    type: l10n.t('In no mention'),
    entity: l10n.t('Of no entity'),
    owner: l10n.t('Of no known owner'),
    year: l10n.t('Without a date'),
    none: '',
  }
}

export function statusWord(status: MentionStatus): string {
  const words = {
    accepted: l10n.t('accepted'),
    suggested: l10n.t('suggested'),
    rejected: l10n.t('Rejected'),
  }
  return words[status]
}

/** What is wrong with a query, and where, unless it is all of it. */
export function faultWords(query: string, { message, at: [start, end] }: SearchFault): string {
  const part = query.slice(start, end).trim()
  if (part === query.trim()) return message
  const place = [...query.slice(0, start)].length + 1
  return part === ''
    ? l10n.t('{0} (at character {1})', message, place)
    : l10n.t('{0} (at character {1}: {2})', message, place, part)
}

/** An example of everything that a query can say, and what it finds. */
export function helpLines(): readonly (readonly [example: string, meaning: string])[] {
  return [
    ['驿站', l10n.t('the word; one character is enough; widths and capitals do not matter')],
    ['司机 驿站', l10n.t('both on the page')],
    ['"爱心 驿站"', l10n.t('a phrase with spaces or colons in it')],
    ['/第[一二三]届.{1,9}赛/', l10n.t('a regular expression; /…/i for any capitals')],
    ['near:10 司机 驿站', l10n.t('two words with at most 10 characters between them')],
    ['type:Initiative', l10n.t('mentions of this type; words stand in the mention then')],
    ['entity:总工会', l10n.t('mentions of what has a name with these words')],
    ['owner:"嘉兴市总工会"', l10n.t('mentions of initiatives that it runs')],
    ['status:accepted', l10n.t('mentions that are accepted, suggested or rejected')],
    ['attribute:level=2', l10n.t('mentions with this attribute; without = with any value')],
    ['in:headline', l10n.t('where it stands: in a headline; in:article for articles')],
    ['article:培训', l10n.t('in an article that has this word in its headline')],
    ['page:2021*.txt', l10n.t('pages with such a name; page:浙江/** in this folder')],
    ['date:2021..2022', l10n.t('pages of these years; also 2021-11, 2021-11-22, 2021..')],
    ['status:done', l10n.t('pages that are done; status:open for all others')],
  ]
}
