/** The nodes of the view *Search* and how each looks, and sounds. */
import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode'
import type { SearchGroup, SearchGrouping, SearchRow } from '../../../server/src/protocol.ts'
import { showControls } from '../editor/controls.ts'
import { toLocation } from '../editor/convert.ts'
import { colorId } from '../marks/kinds.ts'
import { noneWords, statusWord } from './words.ts'

export type SearchNode = GroupNode | RowNode | MoreNode

export interface GroupNode {
  readonly kind: 'group'
  readonly group: SearchGroup
}

export interface RowNode {
  readonly kind: 'row'
  readonly row: SearchRow
  readonly parent: GroupNode | undefined
}

/** *Show More…*, behind the rows that are shown. */
export interface MoreNode {
  readonly kind: 'more'
  readonly left: number
  readonly parent: GroupNode | undefined
}

/** One place that was found; several types may be there. */
export function rowKey({ location: { uri, range }, mention }: SearchRow): string {
  const { start, end } = range
  return [uri, start.line, start.character, end.line, end.character, mention?.type].join(' ')
}

export function groupItem(
  { group: { key, label, count } }: GroupNode,
  { by, isOpen, isTicked }: { by: SearchGrouping; isOpen: boolean; isTicked: boolean },
): TreeItem {
  const { Collapsed, Expanded } = TreeItemCollapsibleState
  const name = label === '' ? noneWords()[by] : label
  const item = new TreeItem(name, isOpen ? Expanded : Collapsed)
  item.id = `group ${by} ${key}`
  item.description = String(count)
  item.iconPath =
    by === 'type' && key !== ''
      ? new ThemeIcon('circle-outline', new ThemeColor(colorId(key)))
      : new ThemeIcon(icons[by])
  item.accessibilityInformation = { label: `${name}, ${count}` }
  item.contextValue = 'biaozhu.searchGroup'
  item.checkboxState = checkbox(isTicked, name)
  return item
}

export function rowItem(
  { row, parent }: RowNode,
  { by, typeLabel, isTicked }: { by: SearchGrouping; typeLabel: string; isTicked: boolean },
): TreeItem {
  const { uri, range } = toLocation(row.location)
  const left = padded(row.left)
  const text = oneLine(row.text)
  const label = `${left}${text}${oneLine(row.right)}`
  const item = new TreeItem(
    { label, highlights: [[left.length, left.length + text.length]] },
    TreeItemCollapsibleState.None,
  )
  const { mention, page, article } = row
  const line = l10n.t('line {0}', range.start.line + 1)
  const facts = mention === undefined ? [] : [typeLabel, statusWord(mention.status)]
  item.id = `${parent?.group.key ?? ''} ${rowKey(row)}`
  item.description = [
    ...(by === 'type' ? [] : facts.slice(0, 1)),
    ...(by === 'page' ? [] : [page]),
  ].join(' · ')
  item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection: range }] }
  const about = [...facts, mention?.entity?.name, article, page, line].filter((each) => each)
  item.tooltip = new MarkdownString()
    .appendText(showControls(`${row.left}${row.text}${row.right}`))
    .appendMarkdown('\n\n')
    .appendText(showControls(about.join(' · ')))
  item.accessibilityInformation = {
    label: [text, oneLine(`${row.left}${row.text}${row.right}`), ...about].join(', '),
  }
  item.contextValue = mention === undefined ? 'biaozhu.found.text' : 'biaozhu.found.mention'
  item.checkboxState = checkbox(isTicked, text)
  return item
}

export function moreItem({ left, parent }: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t('Show More…'), TreeItemCollapsibleState.None)
  item.id = `more ${parent?.group.key ?? ''}`
  item.description = String(left)
  item.iconPath = new ThemeIcon('ellipsis')
  item.command = { command: 'biaozhu.showMoreFound', title: '', arguments: [parent?.group.key] }
  return item
}

/** Columns in front of what was found: a Chinese character has two. */
const columns = 16

/** The end of what stands before, so long that what was found stands below what was found in other lines. */
function padded(left: string): string {
  let kept = ''
  let width = 0
  for (const character of [...oneLine(left)].reverse()) {
    const wide = widthOf(character)
    if (width + wide > columns) break
    kept = character + kept
    width += wide
  }
  const blank = columns - width
  return '\u3000'.repeat(blank >> 1) + '\u2002'.repeat(blank & 1) + kept
}

function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2
}

function oneLine(text: string): string {
  return showControls(text.replace(/\n/g, '⏎').replace(/\t/g, ' '))
}

function checkbox(isTicked: boolean, label: string): NonNullable<TreeItem['checkboxState']> {
  return {
    state: isTicked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: l10n.t('Check to annotate many at once'),
    accessibilityInformation: { label, role: 'checkbox' },
  }
}

const icons = {
  none: 'list-unordered',
  page: 'file',
  type: 'circle-slash',
  entity: 'symbol-interface',
  owner: 'organization',
  year: 'calendar',
} as const
