/** The nodes of the view *Review* and what is seen of each. */
import { l10n } from 'vscode'
import type {
  ReviewFilter,
  ReviewGroup,
  ReviewGrouping,
  ReviewPage,
  ReviewRow,
} from '../../../server/src/protocol.ts'
import { excerpt } from '../views/excerpt.ts'
import { type Box, type Face, joined } from '../views/face.ts'
import type { Sign } from '../views/nodes.ts'
import { isCheckable } from './ticked.ts'

export type ReviewNode = PageNode | GroupNode | RowNode | MoreNode

export interface PageNode {
  readonly kind: 'page'
  readonly id: string
  readonly page: ReviewPage
  readonly parent?: undefined
}

export interface GroupNode {
  readonly kind: 'group'
  readonly id: string
  readonly group: ReviewGroup
  /** `undefined` for a group of all pages. */
  readonly parent: PageNode | undefined
  /** What it is a group of, and by what. */
  readonly of: { readonly filter: ReviewFilter; readonly uri?: string }
  readonly by: ReviewGrouping
  readonly isOfSuggestions: boolean
}

/** Stands for what of a list is not shown yet. */
export interface MoreNode {
  readonly kind: 'more'
  readonly id: string
  /** Id of the list. */
  readonly of: string
  readonly left: number
  readonly parent: PageNode | GroupNode | undefined
}

export interface RowNode {
  readonly kind: 'row'
  readonly id: string
  readonly row: ReviewRow
  readonly parent: PageNode | GroupNode
}

export function pageFace(page: ReviewPage, isChecked: boolean): Face {
  const { label, open, unsure, doubts, joins, uri } = page
  const words = [
    l10n.t('Suggestions: {0}', open),
    ...(unsure > 0 ? [l10n.t('Flagged as unsure: {0}', unsure)] : []),
    ...(doubts > 0 ? [l10n.t('In doubt since the text changed: {0}', doubts)] : []),
    ...(joins > 0 ? [l10n.t('Joins to be confirmed: {0}', joins)] : []),
  ]
  return {
    label,
    open: false,
    icon: 'file',
    description: words.length === 1 ? [String(open)] : words,
    tooltip: [label, ...words],
    spoken: [label, ...words],
    context: open > 0 ? 'biaozhu.reviewPage.open' : 'biaozhu.reviewPage',
    command: ['biaozhu.openPage', uri],
    box: open > 0 ? box(isChecked, label) : undefined,
  }
}

export function groupFace(
  { group, isOfSuggestions }: GroupNode,
  {
    label,
    type,
    isChecked,
  }: { readonly label: string; readonly type: string | undefined; readonly isChecked: boolean },
): Face {
  const { count, pages } = group
  const words = [
    label,
    type,
    isOfSuggestions ? l10n.t('Suggestions: {0}', count) : String(count),
    l10n.t('Pages: {0}', pages),
  ]
  return {
    ...groupSign(group),
    label,
    open: false,
    description: [type, String(count)],
    tooltip: words,
    spoken: words,
    context: isOfSuggestions ? 'biaozhu.reviewGroup.open' : 'biaozhu.reviewGroup',
    box: isOfSuggestions ? box(isChecked, label) : undefined,
  }
}

export function rowFace(
  row: ReviewRow,
  { typeLabel, isChecked }: { readonly typeLabel: string; readonly isChecked: boolean },
): Face {
  const { kind, text, type, confidence, note, article, sentence } = row
  const label = text.replace(/\s+/g, ' ')
  const sure = confidence === undefined ? undefined : percentText(confidence)
  const facts = [typeLabel, sure, note]
  const context = excerpt(sentence, row.highlight).text
  return {
    label,
    icon: kind === 'suggestion' ? 'circle-outline' : icons[kind],
    type: kind === 'suggestion' ? type : undefined,
    description: [...facts, context === label ? undefined : context],
    place: row.location,
    tooltip: [sentence, joined([...facts, article])],
    spoken: [text, kindLabel(kind), ...facts, article, sentence],
    context: `biaozhu.review.${kind}`,
    box: isCheckable(row) ? box(isChecked, text) : undefined,
  }
}

export function kindLabel(kind: ReviewRow['kind']): string {
  const labels = {
    suggestion: l10n.t('suggested'),
    unsure: l10n.t('Flagged as unsure'),
    doubt: l10n.t('In doubt since the text changed'),
    join: l10n.t('Joins to be confirmed'),
    gap: l10n.t('nothing is marked here'),
    rejected: l10n.t('Rejected'),
  }
  return labels[kind]
}

function box(isOn: boolean, name: string): Box {
  return { isOn, name, tooltip: l10n.t('Check to accept or reject many at once') }
}

function percentText(confidence: number): string {
  return l10n.t('{0} %', Math.round(confidence * 100))
}

function groupSign({ kind, type = '' }: ReviewGroup): Sign {
  if (kind === 'type' || kind === 'name') return { icon: 'circle-outline', type }
  return { icon: kind === 'confidence' || kind === 'place' ? 'graph' : icons[kind] }
}

const icons = {
  unsure: 'question',
  doubt: 'warning',
  join: 'arrow-swap',
  gap: 'circle-slash',
  rejected: 'close',
} as const
