/** What the recogniser hears of names: what people's decisions say in a corpus, and what was learned from them. */
import { type NameDecisions, noDecisions } from '../../index/decided-names.ts'
import type { Overlay } from '../../recognition/personal/overlay.ts'

export interface Names extends NameDecisions {
  /** What was learned from the pages that are done. */
  readonly personal?: Overlay
}

export const noNames: Names = noDecisions

export function namesWith(decisions: NameDecisions, personal: Overlay | undefined): Names {
  return personal === undefined ? decisions : { ...decisions, personal }
}
