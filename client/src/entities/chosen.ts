/** The entity that a command is about: of the line of a view, else of the mention at the cursor. */
import type { EntityItem, OfMention } from '../../../server/src/protocol.ts'
import { pageEditor, placeIn, targetIn } from '../change/place.ts'
import type { Server } from '../server/server.ts'
import type { Node } from '../views/nodes.ts'
import type { Selected } from '../views/selected.ts'

/** A key in a view hands over no line. */
export interface FromKey {
  readonly inView: string
}

/** What VS Code hands to a command of a view: the line it was called on, and all that are selected. */
export interface Lines {
  readonly line: Node | FromKey | undefined
  readonly lines: readonly Node[] | undefined
}

export function itemsOf({ line, lines = [] }: Lines, selected: Selected): readonly EntityItem[] {
  const nodes = isNode(line) ? [line, ...lines] : line === undefined ? [] : selected.in(line.inView)
  const items = nodes.flatMap((node) => itemOf(node) ?? [])
  const byId = new Map(items.map((item) => [`${item.corpus} ${item.id}`, item]))
  return [...byId.values()]
}

export function itemOf(node: Node | undefined): EntityItem | undefined {
  if (node?.kind === 'mention') return node.parent.member.item
  return node?.kind === 'entity' ? node.member.item : undefined
}

/** The mention of a line, as actions take it; else the one at the cursor. */
export function mentionOf(line: Node | undefined): OfMention | undefined {
  if (line?.kind === 'mention') {
    const { uri, range } = line.mention.location
    return { uri, range, type: line.parent.member.item.type }
  }
  const editor = pageEditor()
  return editor === undefined ? undefined : targetIn(placeIn(editor))
}

/** Of the mention at the cursor. */
export async function entityAtCursor(server: Server): Promise<EntityItem | undefined> {
  const editor = pageEditor()
  if (editor === undefined) return undefined
  const { uri, position, ranges } = placeIn(editor)
  const at = ranges[0]?.start ?? position
  const info = (await server.request('biaozhu/mentionAt', { uri, position: at })) ?? undefined
  if (info?.belongs === undefined) return undefined
  const { corpus, id } = info.belongs
  const all = (await server.request('biaozhu/entities', {})) ?? []
  return all.find((each) => each.corpus === corpus && each.id === id)
}

function isNode(line: Node | FromKey | undefined): line is Node {
  return line !== undefined && 'kind' in line
}
