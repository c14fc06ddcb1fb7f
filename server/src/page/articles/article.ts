/** A draft made an article of the model: blocks with their kinds, joints, names, logical text. */
import { hull, sliceSpan } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { flat, type Part } from '../lines/parts.ts'
import { mainTitle } from '../lines/titles.ts'
import { logicalText } from '../logical.ts'
import type { Article, Block, BlockKind, BylineName, Joint } from '../model.ts'
import { type DecidedJoins, jointOf } from './decided-joins.ts'
import type { Draft } from './drafts.ts'
import type { Proposal } from './joins.ts'

/** The blocks of parts. Written while articles are made, since only they know the kind of a title line. */
export type Blocks = Map<Part, Block>

/** Kind of a part that no article has given another one. */
export function kindOf(part: Part): BlockKind {
  if (part.decided !== undefined) return part.decided
  if (part.role === 'title') return 'headline'
  return part.role === 'text' ? 'paragraph' : part.role
}

/** An article's parts in reading order: captions behind the body, which they may have cut. */
export function partsOfDraft(draft: Draft): readonly Part[] {
  return [...draft.titles, ...draft.body, ...draft.captions]
}

/** Writes the kinds of title lines and crossheads of a draft into `blocks`. */
export function settleKinds(draft: Draft, blocks: Blocks, lexicon: Lexicon): void {
  const main = mainTitle(draft.titles, lexicon)
  for (const [i, part] of draft.titles.entries()) {
    const kind = i < main ? 'kicker' : i === main ? 'headline' : 'subhead'
    blocks.set(part, { kind: part.decided ?? kind, span: part.span })
  }
  for (const part of draft.body) {
    const kind = part.decided ?? 'crosshead'
    if (part.role === 'title') blocks.set(part, { kind, span: part.span })
  }
}

interface ArticleParts {
  readonly blockOf: Blocks
  /** The continuations made out of place, by their second part. */
  readonly moved: ReadonlyMap<Part, Proposal>
  readonly joins: DecidedJoins
  readonly lexicon: Lexicon
}

export function articleOf(
  text: string,
  draft: Draft,
  { blockOf, moved, joins, lexicon }: ArticleParts,
): Article {
  const parts = partsOfDraft(draft)
  const blocks = parts.flatMap((part) => blockOf.get(part) ?? [])
  const joints = parts.map((part, i): Joint => {
    const before = parts[i - 1]
    if (before === undefined) return 'break'
    const made = moved.get(part)
    return made?.from === before ? made.joint : jointOf(joins, before, part, lexicon)
  })
  const titleLines = draft.titles.map((part) => flat(sliceSpan(text, part.span), ' '))
  return {
    kind: draft.kind,
    blocks,
    joints,
    span: hull(blocks.map(({ span }) => span)) ?? { start: 0, end: 0 },
    titleLines,
    headline: titleLines[mainTitle(draft.titles, lexicon)],
    byline: draft.names ?? parts.flatMap(namesOf),
    logical: logicalText(text, blocks, joints),
  }
}

function namesOf(part: Part): BylineName[] {
  return part.names.map(({ name, start, end }) => ({ name, span: { start, end } }))
}
