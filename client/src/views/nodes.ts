/** The nodes of a tree of entities and what is seen of each. */
import { l10n } from 'vscode'
import type { EntityItem, MentionItem, MentionStatus } from '../../../server/src/protocol.ts'
import { excerpt } from './excerpt.ts'
import { type Box, type Face, joined } from './face.ts'
import type { Group, Member } from './grouping.ts'

export type Node<T extends EntityItem = EntityItem> = GroupNode<T> | EntityNode<T> | MentionNode<T>

export interface GroupNode<T extends EntityItem = EntityItem> {
  readonly kind: 'group'
  readonly id: string
  readonly group: Group<T>
  readonly parent?: undefined
}

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

/** The sign of a group, and the type in whose colour it is. */
export type Sign = Pick<Face, 'icon' | 'type'>

export function groupFace(
  { label, uri, members }: Group<EntityItem>,
  /** `isChecked` is `undefined` where nothing in it can be ticked. */
  look: Sign & { readonly open: boolean; readonly isChecked: boolean | undefined },
): Face {
  const { isChecked, ...sign } = look
  return {
    ...sign,
    label,
    description: [String(members.length)],
    tooltip: [label],
    spoken: [label, entries(members.length)],
    context: uri === undefined ? 'biaozhu.group' : 'biaozhu.page',
    // With a command of its own a group is opened by its arrow only, so that walking over it with
    // the arrow keys, which select what they come to, does not open and close it.
    command: ['biaozhu.openPage', uri ?? ''],
    box: box(isChecked, label),
  }
}

/** What is known of an entity besides its name. */
export interface Facts {
  /** Behind the number of mentions. */
  readonly short: readonly string[]
  /** Each with what it says, a line for each. */
  readonly lines: readonly string[]
}

export function entityFace(
  { item, count }: Member<EntityItem>,
  { short, lines, isChecked }: Facts & { readonly isChecked: boolean | undefined },
  typeLabel: string,
): Face {
  const { name, type, aliases, address, pages } = item
  return {
    label: name,
    heading: name,
    open: false,
    icon: 'circle-filled',
    type,
    description: [String(count), ...short],
    context: 'biaozhu.entity',
    command: ['biaozhu.openEntity'],
    tooltip: [
      typeLabel,
      aliases.length === 0 ? '' : l10n.t('Also: {0}', aliases.join('、')),
      ...lines,
      address,
      ...pages.map((page) => `${page.label}: ${page.count}`),
    ],
    spoken: [name, typeLabel, mentions(count), ...lines],
    box: box(isChecked, name),
  }
}

/** A mention as a line of its own: its sentence, and the page behind it. Its type is said where it is known. */
export function mentionFace(mention: MentionItem, typeLabel?: string): Face {
  const { pageLabel, article, sentence, status } = mention
  const { text: label, highlight } = excerpt(sentence, mention.highlight)
  return {
    label,
    highlight,
    description: [pageLabel],
    place: mention.location,
    tooltip: [sentence, joined([pageLabel, article]), mention.why],
    spoken: [mention.text, typeLabel, statusLabel(status), pageLabel, sentence],
  }
}

function box(isOn: boolean | undefined, name: string): Box | undefined {
  if (isOn === undefined) return undefined
  return { isOn, name, tooltip: l10n.t('Check to confirm many at once') }
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
