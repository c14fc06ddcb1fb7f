/** The logical text in which an offset of the page stands: that of its article or loose block. */

import type { Document } from '../../corpus/snapshot/model.ts'
import { blockAt } from '../../page/lookup.ts'
import type { Block, LogicalText, Page } from '../../page/model.ts'
import { sourceToLogical } from '../../text/offset-map.ts'
import { oncePer } from '../../values/once-per.ts'

export interface LogicalPlace {
  readonly block: Block
  readonly logical: LogicalText
  /** Offset in the logical text. */
  readonly offset: number
}

/** `undefined` between blocks. */
export function logicalAt({ page }: Document, offset: number): LogicalPlace | undefined {
  const block = blockAt(page, offset)
  const logical = block && logicalTexts(page).get(block)
  const at = logical && sourceToLogical(logical.map, offset)
  if (block === undefined || logical === undefined || at === undefined) return undefined
  return { block, logical, offset: at }
}

/** Pages are immutable, so that their texts hold as long as they live. */
const logicalTexts = oncePer((page: Page): ReadonlyMap<Block, LogicalText> => {
  const texts = new Map<Block, LogicalText>()
  for (const { block, logical } of page.loose) texts.set(block, logical)
  for (const { blocks, logical } of page.articles) {
    for (const block of blocks) texts.set(block, logical)
  }
  return texts
})
