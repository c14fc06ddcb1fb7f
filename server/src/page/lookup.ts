/** Which block of a page stands at an offset. */
import { touchesOffset } from '../text/span.ts'
import type { Block, Page } from './model.ts'

/**
 * The block at a UTF-16 offset of the source. An offset right behind a block is still in it, so
 * that a cursor at the end of a paragraph is; where two blocks meet, it is in the second.
 */
export function blockAt(page: Page, offset: number): Block | undefined {
  const { blocks } = page
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block !== undefined && block.span.start <= offset) low = middle + 1
    else high = middle
  }
  const block = blocks[low - 1]
  return block !== undefined && touchesOffset(block.span, offset) ? block : undefined
}
