/** How one part of an article goes on from the one before it. */
import type { Lexicon } from '../../values/lexicon.ts'
import { goesOn, opensAnew, stopOf } from '../lines/evidence.ts'
import type { Part } from '../lines/parts.ts'
import type { Joint } from '../model.ts'

/** A continuation that does not stand where it is read. */
export interface Proposal {
  readonly from: Part
  readonly to: Part
  readonly joint: Joint
}

/** How `next` goes on from `before`, which stands directly in front of it in the article's body. */
export function jointBetween(before: Part, next: Part, lexicon: Lexicon): Joint {
  if (before.role !== next.role || (before.role !== 'text' && before.role !== 'caption')) {
    return 'break'
  }
  const stop = stopOf(before.text, lexicon)
  if (stop === undefined) return 'break'
  if (stop === 'clear' || goesOn(next.text, lexicon)) return 'join'
  // `…健康发` and then `据了解,…`: the rest of the first is lost or elsewhere.
  if (opensAnew(next.text, lexicon) || next.indent > before.indent) return 'unsure'
  return 'join'
}
