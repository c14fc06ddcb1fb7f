/** The nodes of the view *Review* and how each looks, and sounds. */
import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode'
import type {
  ReviewFilter,
  ReviewGroup,
  ReviewGrouping,
  ReviewPage,
  ReviewRow,
} from '../../../server/src/protocol.ts'
import { showControls } from '../editor/controls.ts'
import { toLocation } from '../editor/convert.ts'
import { colorId } from '../marks/kinds.ts'
import { excerpt } from '../views/excerpt.ts'
import { isCheckable } from './ticked.ts'

export type ReviewNode = PageNode | GroupNode | RowNode | MoreNode

export interface PageNode {
  readonly kind: 'page'
  readonly id: string
  readonly page: ReviewPage
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

export function pageItem({ id, page }: PageNode, isChecked: boolean): TreeItem {
  const item = new TreeItem(page.label, TreeItemCollapsibleState.Collapsed)
  item.id = id
  item.iconPath = new ThemeIcon('file')
  const words = [
    l10n.t('Suggestions: {0}', page.open),
    ...(page.unsure > 0 ? [l10n.t('Flagged as unsure: {0}', page.unsure)] : []),
    ...(page.doubts > 0 ? [l10n.t('In doubt since the text changed: {0}', page.doubts)] : []),
    ...(page.joins > 0 ? [l10n.t('Joins to be confirmed: {0}', page.joins)] : []),
  ]
  item.description = words.length === 1 ? String(page.open) : words.join(' · ')
  item.tooltip = [page.label, ...words].join('\n')
  item.accessibilityInformation = { label: [page.label, ...words].join(', ') }
  item.contextValue = page.open > 0 ? 'biaozhu.reviewPage.open' : 'biaozhu.reviewPage'
  item.command = { command: 'biaozhu.openPage', title: '', arguments: [page.uri] }
  if (page.open > 0) item.checkboxState = checkbox(isChecked, page.label)
  return item
}

export function groupItem(
  { id, group, isOfSuggestions }: GroupNode,
  {
    label,
    type,
    isChecked,
  }: { readonly label: string; readonly type?: string; readonly isChecked: boolean },
): TreeItem {
  const { count, pages } = group
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed)
  item.id = id
  item.iconPath = groupIcon(group)
  item.description = [type, String(count)].filter((part) => part !== undefined).join(' · ')
  const words = [
    ...(type === undefined ? [] : [type]),
    isOfSuggestions ? l10n.t('Suggestions: {0}', count) : String(count),
    l10n.t('Pages: {0}', pages),
  ]
  item.tooltip = [label, ...words].join('\n')
  item.accessibilityInformation = { label: [label, ...words].join(', ') }
  item.contextValue = isOfSuggestions ? 'biaozhu.reviewGroup.open' : 'biaozhu.reviewGroup'
  if (isOfSuggestions) item.checkboxState = checkbox(isChecked, label)
  return item
}

export function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t('Show More…'), TreeItemCollapsibleState.None)
  item.id = node.id
  item.iconPath = new ThemeIcon('ellipsis')
  item.description = l10n.t('{0} more', node.left)
  item.command = { command: 'biaozhu.showMoreOfReview', title: '', arguments: [node] }
  return item
}

export function rowItem(
  { id, row }: RowNode,
  { typeLabel, isChecked }: { readonly typeLabel: string; readonly isChecked: boolean },
): TreeItem {
  const { uri, range } = toLocation(row.location)
  const item = new TreeItem(row.text.replace(/\s+/g, ' '), TreeItemCollapsibleState.None)
  item.id = id
  item.iconPath = rowIcon(row)
  const sure = row.confidence === undefined ? undefined : percentText(row.confidence)
  const facts = [typeLabel, sure, row.note].filter((fact) => fact !== undefined && fact !== '')
  const context = excerpt(row.sentence, row.highlight).text
  item.description = [...facts, ...(context === item.label ? [] : [context])].join(' · ')
  item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection: range }] }
  item.tooltip = new MarkdownString()
    .appendText(showControls(row.sentence))
    .appendMarkdown('\n\n')
    .appendText(showControls([...facts, row.article].filter((part) => part).join(' · ')))
  item.accessibilityInformation = {
    label: [row.text, kindLabel(row.kind), ...facts, row.article, row.sentence]
      .filter((part) => part !== undefined)
      .join(', '),
  }
  item.contextValue = `biaozhu.review.${row.kind}`
  if (isCheckable(row)) item.checkboxState = checkbox(isChecked, row.text)
  return item
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

function checkbox(isChecked: boolean, label: string): NonNullable<TreeItem['checkboxState']> {
  return {
    state: isChecked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: l10n.t('Check to accept or reject many at once'),
    accessibilityInformation: { label, role: 'checkbox' },
  }
}

function percentText(confidence: number): string {
  return l10n.t('{0} %', Math.round(confidence * 100))
}

function rowIcon({ kind, type }: ReviewRow): ThemeIcon {
  const colour = type === undefined ? undefined : new ThemeColor(colorId(type))
  return kind === 'suggestion'
    ? new ThemeIcon('circle-outline', colour)
    : new ThemeIcon(icons[kind])
}

function groupIcon({ kind, type = '' }: ReviewGroup): ThemeIcon {
  if (kind === 'type' || kind === 'name') {
    return new ThemeIcon('circle-outline', new ThemeColor(colorId(type)))
  }
  return new ThemeIcon(kind === 'confidence' || kind === 'place' ? 'graph' : icons[kind])
}

const icons = {
  unsure: 'question',
  doubt: 'warning',
  join: 'arrow-swap',
  gap: 'circle-slash',
  rejected: 'close',
} as const
