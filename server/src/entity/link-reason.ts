/** Why a mention belongs to its entity, step by step. */
import type { Mention } from '../annotation/record/mention.ts'
import { defined } from '../values/defined.ts'
import type { Lexicon } from '../values/lexicon.ts'
import type { WayUp } from './name-tree.ts'
import { typedKey } from './names.ts'

export type LinkReason =
  /** A person linked this mention. */
  | { readonly kind: 'linked'; readonly who?: string; readonly when?: string }
  /** A person said that a name is one of another. */
  | {
      readonly kind: 'merged'
      readonly name: string
      readonly full: string
      readonly who?: string
      readonly when?: string
    }
  /** The text introduces it as short for a fuller name, by 以下简称. */
  | { readonly kind: 'introduced'; readonly full: string }
  /** It is short for a fuller name on its page. */
  | { readonly kind: 'shortForm'; readonly full: string }
  /** Another page has it and a fuller name for the same thing. */
  | {
      readonly kind: 'fullerElsewhere'
      readonly name: string
      readonly full: string
      readonly page?: string
    }
  /** It is the name itself, which means one thing so far. */
  | { readonly kind: 'sameName'; readonly within: 'corpus' | 'newspaper' | 'page' }

/** At least one, the nearest first. */
export function linkReasons(
  mention: Mention,
  { row, steps }: WayUp,
  lexicon: Lexicon,
): readonly LinkReason[] {
  return [
    firstReason(mention, row, lexicon),
    ...steps.map(({ name, full, link, page }): LinkReason => {
      const names = { name: shownName(name), full: shownName(full) }
      if (link === undefined) return { kind: 'fullerElsewhere', ...names, ...defined({ page }) }
      return { kind: 'merged', ...names, ...defined({ who: link.who, when: link.when }) }
    }),
  ]
}

/** What of an id people read. */
function shownName(id: string): string {
  return /[:@]([^:@#]*)$/u.exec(id)?.[1] ?? id
}

function firstReason(
  { type, text, record }: Mention,
  { id, page, shortNames }: WayUp['row'],
  lexicon: Lexicon,
): LinkReason {
  if (record?.entity !== undefined) {
    return { kind: 'linked', ...defined({ who: record.who, when: record.when }) }
  }
  const key = typedKey(type, text, lexicon)
  const short = shortNames.find((each) => each.key === key)
  if (short !== undefined) return { kind: short.how, full: short.full }
  const within = id.startsWith(`${page}#`)
    ? 'page'
    : id.startsWith(`${type}:`)
      ? 'corpus'
      : 'newspaper'
  return { kind: 'sameName', within }
}
