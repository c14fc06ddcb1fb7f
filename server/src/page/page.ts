/** From a text to a page: lines → parts → roles → articles → joins → logical text. */
import { byPosition } from '../text/span.ts'
import type { Lexicon } from '../values/lexicon.ts'
import { articleOf, type Blocks, kindOf, partsOfDraft, settleKinds } from './articles/article.ts'
import { isApart, isJoined } from './articles/decided-joins.ts'
import { settleDisplaced } from './articles/displaced.ts'
import { draftsOf } from './articles/drafts.ts'
import type { Proposal } from './articles/joins.ts'
import { correctArticles } from './corrected/articles.ts'
import { type Correction, soundCorrections } from './corrected/correction.ts'
import { correctParts } from './corrected/parts.ts'
import { bigGap, settleRoles } from './lines/context.ts'
import { mergeTitleLines, type Part, partsOf } from './lines/parts.ts'
import { plainForm } from './lines/plain.ts'
import { logicalText } from './logical.ts'
import type { Article, Block, LooseBlock, Page, UnsureJoin } from './model.ts'
import { pageDataOf } from './page-data.ts'

/**
 * What a page consists of. Total: any text gives a page. Offsets are UTF-16 units of `text`; the
 * time is linear in its length. People's corrections beat the rules, of two that contradict each
 * other the later one.
 */
export function analysePage(
  text: string,
  lexicon: Lexicon,
  corrections: readonly Correction[] = [],
): Page {
  const plain = plainForm(text)
  const sound = soundCorrections(text, corrections)
  const settled = partsOf(plain, lexicon)
  settleRoles(settled, plain, lexicon)
  const { parts, joins, aside } = correctParts(plain, mergeTitleLines(settled), sound, lexicon)
  const inPlace = aside.size === 0 ? parts : parts.filter((part) => !aside.has(part))
  const drafts = draftsOf(inPlace, bigGap(parts), lexicon)
  const found = settleDisplaced(drafts, lexicon, joins)
  const isParted = correctArticles(text, parts, drafts, { corrections: sound, joins, lexicon })
  const proposals = found.filter(
    ({ from, to }) =>
      !isJoined(joins, from, to) && !isApart(joins, from, to) && !isParted(from, to),
  )
  const kept = drafts.filter((draft) => partsOfDraft(draft).length > 0)

  const blocks: Blocks = new Map(
    parts.map((part): [Part, Block] => [part, { kind: kindOf(part), span: part.span }]),
  )
  for (const draft of kept) settleKinds(draft, blocks, lexicon)
  const moved = new Map(proposals.map((proposal): [Part, Proposal] => [proposal.to, proposal]))
  const articles = kept.map((draft) =>
    articleOf(text, draft, { blockOf: blocks, moved, joins, lexicon }),
  )
  const owned = new Set(kept.flatMap(partsOfDraft))
  return {
    blocks: [...blocks.values()].sort((a, b) => byPosition(a.span, b.span)),
    articles,
    loose: parts.flatMap((part) => (owned.has(part) ? [] : loose(text, blocks.get(part)))),
    unsureJoins: unsureJoins(articles, proposals, blocks),
    data: pageDataOf(parts, lexicon),
  }
}

function loose(text: string, block: Block | undefined): LooseBlock[] {
  return block === undefined ? [] : [{ block, logical: logicalText(text, [block], ['break']) }]
}

/** Unsure joints, and continuations in another article, which no joint can say. */
function unsureJoins(
  articles: readonly Article[],
  proposals: readonly Proposal[],
  blockOf: Blocks,
): readonly UnsureJoin[] {
  const joins = new Map<Block, UnsureJoin>()
  for (const { blocks, joints } of articles) {
    for (const [i, joint] of joints.entries()) {
      const [from, to] = [blocks[i - 1], blocks[i]]
      if (joint === 'unsure' && from !== undefined && to !== undefined) joins.set(to, { from, to })
    }
  }
  for (const { from, to, joint } of proposals) {
    const [before, next] = [blockOf.get(from), blockOf.get(to)]
    if (joint === 'unsure' && before !== undefined && next !== undefined) {
      joins.set(next, { from: before, to: next })
    }
  }
  return [...joins.values()]
}
