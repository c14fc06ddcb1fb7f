/** What the recogniser hears of names: what people's decisions say in a corpus, and what was learned from them. */
import { type NameDecisions, noDecisions } from '../../index/decided-names.ts'
import type { Tagger } from '../../recognition/spans/tagger.ts'

export interface Names extends NameDecisions {
  /** The tagger that has learned from the pages that are done. */
  readonly personal?: Tagger
}

export const noNames: Names = noDecisions

export function namesWith(decisions: NameDecisions, personal: Tagger | undefined): Names {
  return personal === undefined ? decisions : { ...decisions, personal }
}
