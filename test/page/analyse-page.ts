/** Pages as the server analyses them, with the shipped word lists. */
import type { Correction } from '../../server/src/page/corrected/correction.ts'
import type { Page } from '../../server/src/page/model.ts'
import * as page from '../../server/src/page/page.ts'
import { lexicon } from '../lexicon.ts'

export function analysePage(text: string, corrections?: readonly Correction[]): Page {
  return page.analysePage(text, lexicon, corrections)
}
