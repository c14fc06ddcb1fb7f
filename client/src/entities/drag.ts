/** Dragging: an entity that is dropped onto another one is that one. */
import { DataTransferItem, type TreeDragAndDropController } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Node } from '../views/nodes.ts'
import { mergeInto } from './change.ts'
import { itemOf } from './chosen.ts'

const mime = 'application/vnd.biaozhu.entity'

export function dragging(send: Send): TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [mime],
    dropMimeTypes: [mime],
    handleDrag(nodes, data) {
      const items = nodes.flatMap((node) => (node.kind === 'entity' ? node.member.item : []))
      if (items.length > 0) data.set(mime, new DataTransferItem(items))
    },
    async handleDrop(node, data) {
      const items: readonly EntityItem[] | undefined = data.get(mime)?.value
      const into = itemOf(node)
      if (into !== undefined && Array.isArray(items)) await mergeInto(send, items, into)
    },
  }
}
