/** The one analysis of each text: everything derived from it, when it is first asked for. */
import type { Mention } from '../annotation/model.ts'
import type { Page } from '../page/model.ts'
import { type LineIndex, lineIndex } from '../text/lines.ts'
import type { Analyser } from './analysis.ts'

/** Everything derived from one text, computed when first asked for, at most once. */
export interface Analysis {
  readonly text: string
  readonly lines: LineIndex
  readonly page: Page
  readonly mentions: readonly Mention[]
}

/** For texts that are not analysed (garbled, too large): the page has no articles, no mentions. */
export const noAnalyser: Analyser = {
  page: () => ({ blocks: [], articles: [], loose: [], unsureJoins: [], data: {} }),
  mentions: () => [],
}

export function lazyAnalysis(text: string, analyser: Analyser): Analysis {
  let lines: LineIndex | undefined
  let page: Page | undefined
  let mentions: readonly Mention[] | undefined
  return {
    text,
    get lines() {
      lines ??= lineIndex(text)
      return lines
    },
    get page() {
      page ??= analyser.page(text)
      return page
    },
    get mentions() {
      mentions ??= analyser.mentions(text, this.page)
      return mentions
    },
  }
}
