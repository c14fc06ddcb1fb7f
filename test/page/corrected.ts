/** Pages with corrections, for tests: marks in the text name the places that corrections have. */
import type { Correction } from '../../server/src/page/corrected/correction.ts'
import type { Page } from '../../server/src/page/model.ts'
import type { Span } from '../../server/src/text/span.ts'
import { parseMarked, renderMarked } from '../marked.ts'
import { analysePage } from './analyse-page.ts'

export interface Corrected {
  readonly text: string
  readonly page: Page
  /** The text with every block marked by its kind. */
  readonly blocks: string
  /** The lines of each article's logical text. */
  readonly articles: readonly (readonly string[])[]
}

/** `corrections` get the places by the names that stand in the marks. */
export function corrected(
  marked: string,
  corrections: (place: (name: string) => Span) => readonly Correction[],
): Corrected {
  const { text, spans } = parseMarked(marked)
  const place = (name: string): Span => {
    const found = spans.find(({ type }) => type === name)
    if (found === undefined) throw new Error(`No mark ${name} in: ${marked}`)
    return { start: found.start, end: found.end }
  }
  return described(text, analysePage(text, corrections(place)))
}

export function described(text: string, page: Page): Corrected {
  return {
    text,
    page,
    blocks: renderMarked(
      text,
      page.blocks.map(({ kind, span }) => ({ ...span, type: kind })),
    ),
    articles: page.articles.map(({ logical }) => logical.text.split('\n')),
  }
}
