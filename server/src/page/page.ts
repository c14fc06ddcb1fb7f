/** From a text to a page: lines → parts → roles → articles → joins → logical text. */
import { byPosition } from '../text/span.ts'
import { articleOf, kindOf } from './article.ts'
import { bigGap, settleRoles } from './context.ts'
import { settleDisplaced } from './displaced.ts'
import { draftsOf } from './drafts.ts'
import { logicalText } from './logical.ts'
import type { Block, LooseBlock, Page } from './model.ts'
import { pageDataOf } from './page-data.ts'
import { mergeTitleLines, type Part, partsOf } from './parts.ts'
import { plainForm } from './plain.ts'

/**
 * What a page consists of. Total: any text gives a page. Offsets are UTF-16 units of `text`; the
 * time is linear in its length.
 */
export function analysePage(text: string): Page {
  const plain = plainForm(text)
  const settled = partsOf(plain)
  settleRoles(settled, plain)
  const parts = mergeTitleLines(settled)
  const drafts = draftsOf(parts, bigGap(parts))
  const proposals = settleDisplaced(drafts)

  const blockOf = new Map<Part, Block>()
  for (const part of parts) blockOf.set(part, { kind: kindOf(part), span: part.span })
  const built = drafts.map((draft) => articleOf(text, draft, blockOf, proposals))
  const used = new Set<Part>(built.flatMap((article) => article.parts))
  return {
    blocks: [...blockOf.values()].sort((a, b) => byPosition(a.span, b.span)),
    articles: built.map((article) => article.article),
    loose: parts.flatMap((part) => (used.has(part) ? [] : loose(text, blockOf.get(part)))),
    unsureJoins: built.flatMap((article) => article.unsureJoins),
    data: pageDataOf(parts),
  }
}

function loose(text: string, block: Block | undefined): LooseBlock[] {
  return block === undefined ? [] : [{ block, logical: logicalText(text, [block], ['break']) }]
}
