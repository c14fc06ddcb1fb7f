/** What stands below the line of an entity. */
import type { MentionItem } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import type { EntityNode } from './nodes.ts'

/** The mentions below the line of an entity, in their order. */
export async function mentionsOf(
  server: Server,
  node: EntityNode,
): Promise<readonly MentionItem[]> {
  const { corpus, id } = node.member.item
  const { page: uri } = node
  const of = { corpus, id, ...(uri === undefined ? {} : { uri }) }
  return (await server.request('biaozhu/mentions', of)) ?? []
}
