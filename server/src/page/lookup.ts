/** Which block of a page stands at an offset. */

import { touchesOffset } from '../text/span.ts'
import { firstIndex } from '../values/sorted.ts'
import type { Block, Page } from './model.ts'

/**
 * The block at a UTF-16 offset of the source. An offset right behind a block is still in it, so
 * that a cursor at the end of a paragraph is; where two blocks meet, it is in the second.
 */
export function blockAt(page: Page, offset: number): Block | undefined {
  const { blocks } = page
  const low = firstIndex(blocks.length, (middle) => {
    const block = blocks[middle]
    return block === undefined || block.span.start > offset
  })
  const block = blocks[low - 1]
  return block !== undefined && touchesOffset(block.span, offset) ? block : undefined
}
