/** Dragging: an entity that is dropped onto another one is that one; a mention that is dropped onto one is linked to it. */
import { DataTransferItem, type TreeDragAndDropController } from 'vscode'
import type { EntityItem, OfMention } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Node } from '../views/nodes.ts'
import { mergeInto } from './change.ts'
import { itemOf, mentionOf } from './chosen.ts'

const mime = 'application/vnd.biaozhu.entity'

interface Dragged {
  readonly items: readonly EntityItem[]
  readonly mentions: readonly OfMention[]
}

export function dragging(send: Send): TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [mime],
    dropMimeTypes: [mime],
    handleDrag(nodes, data) {
      const dragged: Dragged = {
        items: nodes.flatMap((node) => (node.kind === 'entity' ? node.member.item : [])),
        mentions: nodes.flatMap((node) => (node.kind === 'mention' ? (mentionOf(node) ?? []) : [])),
      }
      data.set(mime, new DataTransferItem(dragged))
    },
    async handleDrop(node, data) {
      const into = itemOf(node)
      const dragged: Dragged | undefined = data.get(mime)?.value
      if (into === undefined || dragged === undefined) return
      for (const mention of dragged.mentions) {
        await send('setEntity', { ...mention, entity: into.id })
      }
      await mergeInto(send, dragged.items, into)
    },
  }
}
