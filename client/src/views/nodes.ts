/** The nodes of a tree of entities and how each looks. */
import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode'
import type { EntityItem, MentionItem, MentionStatus } from '../../../server/src/protocol.ts'
import { showControls } from '../editor/controls.ts'
import { toLocation } from '../editor/convert.ts'
import { colorId } from '../marks/kinds.ts'
import { excerpt } from './excerpt.ts'
import type { Group, Member } from './grouping.ts'

export type Node<T extends EntityItem = EntityItem> =
  | { readonly kind: 'group'; readonly id: string; readonly group: Group<T> }
  | EntityNode<T>
  | MentionNode<T>

export interface EntityNode<T extends EntityItem = EntityItem> {
  readonly kind: 'entity'
  readonly id: string
  readonly member: Member<T>
  readonly parent: Node<T>
  /** Only mentions of this page are its children. */
  readonly page: string | undefined
}

export interface MentionNode<T extends EntityItem = EntityItem> {
  readonly kind: 'mention'
  readonly id: string
  readonly mention: MentionItem
  readonly parent: EntityNode<T>
}

export function groupItem(
  id: string,
  group: Group<EntityItem>,
  look: {
    readonly icon: ThemeIcon
    readonly open: boolean
    /** `undefined` where nothing in it can be ticked. */
    readonly isChecked: boolean | undefined
  },
): TreeItem {
  const { Expanded, Collapsed } = TreeItemCollapsibleState
  const item = new TreeItem(group.label, look.open ? Expanded : Collapsed)
  item.id = id
  item.iconPath = look.icon
  item.description = String(group.members.length)
  item.contextValue = group.uri === undefined ? 'biaozhu.group' : 'biaozhu.page'
  item.tooltip = group.label
  item.accessibilityInformation = {
    label: `${group.label}, ${entries(group.members.length)}`,
  }
  if (look.isChecked !== undefined) item.checkboxState = checkbox(look.isChecked, group.label)
  // With a command of its own a group is opened by its arrow only, so that walking over it with
  // the arrow keys, which select what they come to, does not open and close it.
  item.command = { command: 'biaozhu.openPage', title: '', arguments: [group.uri] }
  return item
}

/** What is known of an entity besides its name. */
export interface Facts {
  /** Behind the number of mentions. */
  readonly short: readonly string[]
  /** Each with what it says, a line for each. */
  readonly lines: readonly string[]
}

export function entityItem(
  node: EntityNode,
  facts: Facts & { readonly isChecked: boolean | undefined },
  typeLabel: string,
): TreeItem {
  const { item, count } = node.member
  const tree = new TreeItem(item.name, TreeItemCollapsibleState.Collapsed)
  tree.id = node.id
  tree.iconPath = new ThemeIcon('circle-filled', new ThemeColor(colorId(item.type)))
  tree.description = [String(count), ...facts.short].join(' · ')
  tree.contextValue = 'biaozhu.entity'
  tree.command = { command: 'biaozhu.openEntity', title: '', arguments: [node] }
  tree.tooltip = entityTooltip(item, facts.lines, typeLabel)
  tree.accessibilityInformation = {
    label: [item.name, typeLabel, mentions(count), ...facts.lines].join(', '),
  }
  if (facts.isChecked !== undefined) tree.checkboxState = checkbox(facts.isChecked, item.name)
  return tree
}

export function mentionItem(node: MentionNode, typeLabel: string): TreeItem {
  const tree = mentionLine(node.mention, typeLabel)
  tree.id = node.id
  tree.contextValue = 'biaozhu.mention'
  return tree
}

/** A mention as a line of its own: its sentence, and the page behind it. Its type is said where it is known. */
export function mentionLine(mention: MentionItem, typeLabel?: string): TreeItem {
  const { text, highlight } = excerpt(mention.sentence, mention.highlight)
  const { uri, range } = toLocation(mention.location)
  const tree = new TreeItem(
    { label: text, highlights: [[highlight[0], highlight[1]]] },
    TreeItemCollapsibleState.None,
  )
  tree.description = mention.pageLabel
  // The editor's own command: a click previews and keeps the focus, Enter and a double click move it.
  tree.command = { command: 'vscode.open', title: '', arguments: [uri, { selection: range }] }
  tree.tooltip = new MarkdownString()
    .appendText(showControls(mention.sentence))
    .appendMarkdown('\n\n')
    .appendText(
      showControls([mention.pageLabel, mention.article].filter((part) => part).join(' · ')),
    )
    .appendMarkdown('\n\n')
    .appendText(showControls(mention.why))
  const parts = [mention.text, typeLabel, statusLabel(mention.status), mention.pageLabel]
  tree.accessibilityInformation = {
    label: [...parts, mention.sentence].filter((part) => part !== undefined).join(', '),
  }
  return tree
}

function entityTooltip(
  item: EntityItem,
  facts: readonly string[],
  typeLabel: string,
): MarkdownString {
  const tooltip = new MarkdownString()
    .appendMarkdown('**')
    .appendText(showControls(item.name))
    .appendMarkdown('** · ')
    .appendText(typeLabel)
  const lines = [
    item.aliases.length === 0 ? '' : l10n.t('Also: {0}', item.aliases.join('、')),
    ...facts,
    item.address ?? '',
    ...item.pages.map((page) => `${page.label}: ${page.count}`),
  ]
  for (const line of lines.filter((text) => text !== '')) {
    tooltip.appendMarkdown('\n\n').appendText(showControls(line))
  }
  return tooltip
}

function checkbox(isChecked: boolean, label: string): NonNullable<TreeItem['checkboxState']> {
  return {
    state: isChecked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: l10n.t('Check to confirm many at once'),
    accessibilityInformation: { label, role: 'checkbox' },
  }
}

function mentions(count: number): string {
  return count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count)
}

function entries(count: number): string {
  return count === 1 ? l10n.t('1 entry') : l10n.t('{0} entries', count)
}

function statusLabel(status: MentionStatus): string {
  const labels = {
    suggested: l10n.t('suggested'),
    accepted: l10n.t('accepted'),
    rejected: l10n.t('rejected'),
  }
  return labels[status]
}
