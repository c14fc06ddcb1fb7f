/** The one analysis of each text: everything derived from it, when it is first asked for. */
import type { Mention } from '../annotation/model.ts'
import { type TextView, textView } from '../annotation/selectors.ts'
import type { Correction } from '../page/correction.ts'
import type { Page } from '../page/model.ts'
import type { Marks } from '../recognition/marks.ts'
import { type LineIndex, lineIndex } from '../text/lines.ts'
import type { Analyser } from './analysis.ts'

/** Everything derived from one text, computed when first asked for, at most once. */
export interface Analysis {
  readonly text: string
  readonly lines: LineIndex
  readonly view: TextView
  /** The page as its corrections say; the answer for the last ones is remembered. */
  page(corrections: readonly Correction[]): Page
  /** Suggestions on that page; the answer for the last page and marks is remembered. */
  suggestions(page: Page, marks: Marks | undefined): readonly Mention[]
}

/** For texts that are not analysed (garbled, too large): the page has no articles, no mentions. */
export const noAnalyser: Analyser = {
  page: () => ({ blocks: [], articles: [], loose: [], unsureJoins: [], data: {} }),
  mentions: () => [],
}

export function lazyAnalysis(text: string, analyser: Analyser): Analysis {
  let lines: LineIndex | undefined
  let view: TextView | undefined
  let pageFor: { readonly key: string; readonly page: Page } | undefined
  let found:
    | { readonly page: Page; readonly marks: Marks | undefined; readonly all: readonly Mention[] }
    | undefined
  return {
    text,
    get lines() {
      lines ??= lineIndex(text)
      return lines
    },
    get view() {
      view ??= textView(text)
      return view
    },
    page(corrections) {
      const key = JSON.stringify(corrections)
      if (pageFor?.key !== key) pageFor = { key, page: analyser.page(text, corrections) }
      return pageFor.page
    },
    suggestions(page, marks) {
      if (found?.page !== page || found.marks !== marks) {
        found = { page, marks, all: analyser.mentions(text, page, marks) }
      }
      return found.all
    },
  }
}
