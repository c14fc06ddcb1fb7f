/** The nodes of the view *Search* and what is seen of each. */
import { l10n } from 'vscode'
import type { SearchGroup, SearchGrouping, SearchRow } from '../../../server/src/protocol.ts'
import { showControls } from '../editor/controls.ts'
import { type Box, type Face, joined } from '../views/face.ts'
import { noneWords, statusWord } from './words.ts'

export type SearchNode = GroupNode | RowNode | MoreNode

export interface GroupNode {
  readonly kind: 'group'
  readonly id: string
  readonly group: SearchGroup
  readonly parent?: undefined
}

export interface RowNode {
  readonly kind: 'row'
  readonly id: string
  readonly row: SearchRow
  readonly parent: GroupNode | undefined
}

/** *Show More…*, behind the rows that are shown. */
export interface MoreNode {
  readonly kind: 'more'
  readonly id: string
  readonly left: number
  readonly parent: GroupNode | undefined
}

/** One place that was found; several types may be there. */
export function rowKey({ location: { uri, range }, mention }: SearchRow): string {
  const { start, end } = range
  return [uri, start.line, start.character, end.line, end.character, mention?.type].join(' ')
}

export function groupFace(
  { key, label, count }: SearchGroup,
  { by, isOpen, isTicked }: { by: SearchGrouping; isOpen: boolean; isTicked: boolean },
): Face {
  const name = label === '' ? noneWords()[by] : label
  const isType = by === 'type' && key !== ''
  return {
    label: name,
    open: isOpen,
    icon: isType ? 'circle-outline' : icons[by],
    type: isType ? key : undefined,
    description: [String(count)],
    tooltip: [name],
    spoken: [name, String(count)],
    context: 'biaozhu.searchGroup',
    box: box(isTicked, name),
  }
}

export function rowFace(
  row: SearchRow,
  { by, typeLabel, isTicked }: { by: SearchGrouping; typeLabel: string; isTicked: boolean },
): Face {
  const { mention, page, article, location } = row
  const left = padded(row.left)
  const text = oneLine(row.text)
  const line = l10n.t('line {0}', location.range.start.line + 1)
  const facts = mention === undefined ? [] : [typeLabel, statusWord(mention.status)]
  const about = [...facts, mention?.entity?.name, article, page, line]
  const whole = `${row.left}${row.text}${row.right}`
  return {
    label: `${left}${text}${oneLine(row.right)}`,
    highlight: [left.length, left.length + text.length],
    description: [by === 'type' ? undefined : facts[0], by === 'page' ? undefined : page],
    place: location,
    tooltip: [whole, joined(about)],
    spoken: [text, oneLine(whole), ...about],
    context: mention === undefined ? 'biaozhu.found.text' : 'biaozhu.found.mention',
    box: box(isTicked, text),
  }
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

function box(isOn: boolean, name: string): Box {
  return { isOn, name, tooltip: l10n.t('Check to annotate many at once') }
}

const icons = {
  none: 'list-unordered',
  page: 'file',
  type: 'circle-slash',
  entity: 'symbol-interface',
  owner: 'organization',
  year: 'calendar',
} as const
