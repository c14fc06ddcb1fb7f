/** The one analysis of each text: everything derived from it, when it is first asked for. */
import type { Mention } from '../../annotation/record/mention.ts'
import { type TextView, textView } from '../../annotation/record/selectors.ts'
import type { Correction } from '../../page/corrected/correction.ts'
import type { Page } from '../../page/model.ts'
import type { Marks } from '../../recognition/decided/decisions.ts'
import { type LineIndex, lineIndex } from '../../text/lines.ts'
import { emptyLexicon, type Lexicon } from '../../values/lexicon.ts'
import type { Analyser } from './analysis.ts'

/** Everything derived from one text, computed when first asked for, at most once. */
export interface Analysis {
  readonly text: string
  readonly lines: LineIndex
  readonly view: TextView
  readonly lexicon: Lexicon
  /** The page as its corrections say; the answer for the last ones is remembered. */
  page(corrections: readonly Correction[]): Page
  /** Suggestions on that page; the answer for the last page and marks is remembered. */
  suggestions(page: Page, marks: Marks | undefined): readonly Mention[]
  /** Whether asking for suggestions is quick: the text is small, or what is costly was done. */
  readonly isPrepared: boolean
  /** Whether little is left to do, as after a keystroke: doing it takes less time than saying what is known without it. */
  isNearlyPrepared(page: Page, personal?: Marks['personal']): boolean
  /** Does what is costly in steps of some milliseconds, what is near the offset `around` first. */
  prepare(page: Page, around: number, personal?: Marks['personal']): Generator<void, void>
  /** The suggestions in what is prepared already. */
  suggestionsSoFar(page: Page, marks: Marks | undefined): readonly Mention[]
}

/** UTF-16 units up to which a text is analysed in one go: some 100 ms at worst. */
const smallText = 20_000

/** UTF-16 units that are resolved at once: some 10 ms of work. */
const little = 3000

/** For texts that are not analysed (garbled, too large): the page has no articles, no mentions. */
export const noAnalyser: Analyser = {
  lexicon: emptyLexicon,
  page: () => ({ blocks: [], articles: [], loose: [], unsureJoins: [], data: {} }),
  mentions: () => [],
}

export function lazyAnalysis(text: string, analyser: Analyser): Analysis {
  let isDone = analyser.prepare === undefined
  const isSmall = text.length <= smallText || (analyser.prepare ?? analyser.soFar) === undefined
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
    get lexicon() {
      return analyser.lexicon
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
      isDone = true
      return found.all
    },
    get isPrepared() {
      return isDone || isSmall
    },
    isNearlyPrepared: (page, personal) =>
      isDone ||
      isSmall ||
      (analyser.pending?.(page, personal) ?? Number.POSITIVE_INFINITY) <= little,
    *prepare(page, around, personal) {
      if (!isDone) yield* analyser.prepare?.(text, page, around, personal) ?? []
      isDone = true
    },
    suggestionsSoFar: (page, marks) => analyser.soFar?.(text, page, marks) ?? [],
  }
}
