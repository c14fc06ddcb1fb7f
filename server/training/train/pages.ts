/** Marked pages as the recogniser sees them: units with their names, and these line by line. */
import { analysePage } from '../../../test/page/analyse-page.ts'
import { segment } from '../../../test/words/segmenter.ts'
import { printedText } from '../../src/recognition/reading/recogniser.ts'
import { unitsOf } from '../../src/recognition/reading/units.ts'
import { linesOfUnit } from '../../src/recognition/spans/lines.ts'
import { proposalsIn } from '../../src/recognition/spans/proposals.ts'
import type { MarkedSpan } from '../../src/text/marked.ts'
import { sourceToLogical } from '../../src/text/offset-map.ts'
import { defined } from '../../src/values/defined.ts'
import { lastOf } from '../../src/values/steps.ts'
import { lexicon, type MarkedUnit } from './samples.ts'
import type { MarkedLine } from './span-data.ts'

export interface Marked {
  readonly text: string
  readonly spans: readonly MarkedSpan[]
}

export function markedUnits({ text, spans }: Marked): readonly MarkedUnit[] {
  return unitsOf(analysePage(text)).map(({ draft, map }) => {
    const unit = { ...draft, words: segment(draft.text) }
    const printed = printedText(draft)
    const names = spans.flatMap((span) => {
      const start = sourceToLogical(map, span.start)
      const last = sourceToLogical(map, span.end - 1)
      if (start === undefined || last === undefined || last < start) return []
      // An offset right behind a piece counts as in it: the name itself must stand there.
      if (printed[start] !== text[span.start]) return []
      return [{ start, end: last + 1, type: span.type }]
    })
    return { unit, names }
  })
}

export function markedLines(
  { unit, names }: MarkedUnit,
  weight: number,
  {
    known,
    without,
  }: { readonly known?: ReadonlySet<string>; readonly without?: ReadonlySet<string> } = {},
): readonly MarkedLine[] {
  return linesOfUnit(unit, lastOf(proposalsIn(unit, lexicon, without))).map(({ start, line }) => {
    const end = start + line.text.length
    const own = names
      .filter((name) => name.start >= start && name.end <= end)
      .map((name) => ({ ...name, start: name.start - start, end: name.end - start }))
    return { line, names: own, weight, ...defined({ known }) }
  })
}
