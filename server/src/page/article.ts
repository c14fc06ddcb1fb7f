/** A draft made an article of the model: blocks with their kinds, joints, names, logical text. */
import { hull, sliceSpan } from '../text/span.ts'
import type { Proposal } from './displaced.ts'
import type { Draft } from './drafts.ts'
import { jointBetween } from './joins.ts'
import { logicalText } from './logical.ts'
import type { Article, Block, BlockKind, BylineName, Joint, UnsureJoin } from './model.ts'
import { flat, type Part } from './parts.ts'
import { headlineIndex } from './titles.ts'

export interface Built {
  readonly article: Article
  /** The parts that the article holds. */
  readonly parts: readonly Part[]
  readonly unsureJoins: readonly UnsureJoin[]
}

/** Kind of a part that no article has given another one. */
export function kindOf(part: Part): BlockKind {
  if (part.role === 'title') return 'headline'
  return part.role === 'text' ? 'paragraph' : part.role
}

/** Builds the article and writes the kinds of its title lines and crossheads into `blockOf`. */
export function articleOf(
  text: string,
  draft: Draft,
  blockOf: Map<Part, Block>,
  proposals: readonly Proposal[],
): Built {
  const lines = draft.titles.map((part) => flat(sliceSpan(text, part.span), ' '))
  const main = headlineIndex(draft.titles.map((part) => part.text))
  for (const [i, part] of draft.titles.entries()) {
    const kind = i < main ? 'kicker' : i === main ? 'headline' : 'subhead'
    blockOf.set(part, { kind, span: part.span })
  }
  for (const part of draft.body) {
    if (part.role === 'title') blockOf.set(part, { kind: 'crosshead', span: part.span })
  }

  const parts = [...draft.titles, ...draft.body, ...draft.captions]
  const joints: Joint[] = []
  const unsureJoins: UnsureJoin[] = []
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1]
    const joint = before === undefined ? 'break' : jointOf(before, part, proposals)
    joints.push(joint)
    const [from, to] = [before && blockOf.get(before), blockOf.get(part)]
    if (joint === 'unsure' && from !== undefined && to !== undefined) unsureJoins.push({ from, to })
  }
  const blocks = parts.flatMap((part) => blockOf.get(part) ?? [])
  for (const { from, to, joint } of proposals) {
    // A continuation in another article is a hint that no joint can carry.
    const [a, b] = [blockOf.get(from), blockOf.get(to)]
    const here = parts.includes(from) && !parts.includes(to)
    if (here && joint === 'unsure' && a !== undefined && b !== undefined) {
      unsureJoins.push({ from: a, to: b })
    }
  }
  const article: Article = {
    kind: draft.kind,
    blocks,
    joints,
    span: hull(blocks.map((block) => block.span)) ?? { start: 0, end: 0 },
    titleLines: lines,
    headline: lines[main],
    byline: parts.flatMap((part) => namesOf(part)),
    logical: logicalText(text, blocks, joints),
  }
  return { article, parts, unsureJoins }
}

function jointOf(before: Part, next: Part, proposals: readonly Proposal[]): Joint {
  const proposed = proposals.find(({ from, to }) => from === before && to === next)
  return proposed?.joint ?? jointBetween(before, next)
}

function namesOf(part: Part): BylineName[] {
  return part.names.map(({ name, start, end }) => ({ name, span: { start, end } }))
}
