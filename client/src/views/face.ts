/** What is seen and heard of a line of a view, as plain data, and the editor's own form of it. */
import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode'
import type { Location } from '../../../server/src/protocol.ts'
import { showControls } from '../editor/controls.ts'
import { toLocation } from '../editor/convert.ts'
import { colorId } from '../marks/kinds.ts'

/** Words that are left out are `undefined` or empty. */
export type Words = readonly (string | undefined)[]

export interface Face {
  readonly label: string
  /** `[start, end)` of what stands out in the label. */
  readonly highlight?: readonly [number, number]
  readonly description?: Words
  /** A sign of the editor, in the colour of a type. */
  readonly icon?: string
  readonly type?: string | undefined
  /** Stands out in front of the first paragraph of the tooltip. */
  readonly heading?: string
  /** Paragraphs. */
  readonly tooltip: Words
  /** What a screen reader says. */
  readonly spoken: Words
  /** Where lines can stand below it, whether they are shown at first. */
  readonly open?: boolean
  /** What menus go by. */
  readonly context?: string
  /** The place that a click shows. */
  readonly place?: Location
  /** Else the command that a click runs, with this argument or with the line itself. */
  readonly command?: readonly [command: string, argument?: string]
  readonly box?: Box | undefined
}

export interface Box {
  readonly isOn: boolean
  /** What is ticked, for a screen reader. */
  readonly name: string
  readonly tooltip: string
}

export function itemOf(line: { readonly id?: string }, face: Face): TreeItem {
  const { label, highlight, open, icon, type, context, box } = face
  const item = new TreeItem(
    highlight === undefined ? label : { label, highlights: [[highlight[0], highlight[1]]] },
    stateOf(open),
  )
  if (line.id !== undefined) item.id = line.id
  item.description = joined(face.description ?? [])
  if (icon !== undefined) item.iconPath = signOf(icon, type)
  item.tooltip = tooltipOf(face)
  item.accessibilityInformation = { label: said(face.spoken).join(', ') }
  if (context !== undefined) item.contextValue = context
  const command = commandOf(line, face)
  if (command !== undefined) item.command = command
  if (box !== undefined) item.checkboxState = checkboxOf(box)
  return item
}

/** Words as they stand beside one another. */
export function joined(words: Words): string {
  return said(words).join(' · ')
}

/** The line behind those that are shown, which brings more of `left` ones. */
export function moreFace(left: number, command: string): Face {
  const label = l10n.t('Show More…')
  const words = l10n.t('{0} more', left)
  return {
    label,
    description: [words],
    icon: 'ellipsis',
    tooltip: [label],
    spoken: [label, words],
    command: [command],
  }
}

function stateOf(open: boolean | undefined): TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState
  if (open === undefined) return None
  return open ? Expanded : Collapsed
}

function signOf(icon: string, type: string | undefined): ThemeIcon {
  return type === undefined
    ? new ThemeIcon(icon)
    : new ThemeIcon(icon, new ThemeColor(colorId(type)))
}

function tooltipOf({ heading, tooltip: paragraphs }: Face): MarkdownString {
  const tooltip = new MarkdownString()
  if (heading !== undefined) {
    tooltip.appendMarkdown('**').appendText(showControls(heading)).appendMarkdown('** · ')
  }
  for (const [i, text] of said(paragraphs).entries()) {
    if (i > 0) tooltip.appendMarkdown('\n\n')
    tooltip.appendText(showControls(text))
  }
  return tooltip
}

/** The editor's own command: a click previews and keeps the focus, Enter and a double click move it. */
function commandOf(line: unknown, { place, command }: Face): TreeItem['command'] {
  if (place !== undefined) {
    const { uri, range } = toLocation(place)
    return { command: 'vscode.open', title: '', arguments: [uri, { selection: range }] }
  }
  if (command === undefined) return undefined
  const [name, argument = line] = command
  return { command: name, title: '', arguments: [argument] }
}

function checkboxOf({ isOn, name, tooltip }: Box): NonNullable<TreeItem['checkboxState']> {
  return {
    state: isOn ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip,
    accessibilityInformation: { label: name, role: 'checkbox' },
  }
}

function said(words: Words): readonly string[] {
  return words.filter((word): word is string => word !== undefined && word !== '')
}
