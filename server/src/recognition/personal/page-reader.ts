/** What a model finds on a page that is marked already: to judge it. */
import type { MarkedSpan } from '../../text/marked.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { trim } from '../reading/trim.ts'
import { lineReader } from '../spans/line-reading.ts'
import { pageNames } from '../spans/page-names.ts'
import { secondReader } from '../spans/second-reader.ts'
import { type ModelParts, taggerModelOf } from '../spans/tagger-model.ts'
import type { MarkedPage } from './marked-lines.ts'

export interface FoundName extends MarkedSpan {
  /** 0 to 1, as the model has it: a calibration makes a confidence of it. */
  readonly raw: number
}

/** By line. */
type ReadPage = (page: MarkedPage) => readonly (readonly FoundName[])[]

export function pageReader(parts: ModelParts, lexicon: Lexicon): ReadPage {
  const model = taggerModelOf(parts)
  const { types } = model
  const read = lineReader(model, lexicon)
  const readAgain = secondReader(model)
  return ({ lines }) => {
    const found = lines.map(({ line }) => read(line))
    const names = pageNames(found, types.length)
    return found.map((line, index) =>
      readAgain(line, index, names).map(({ start, end, type, probability }) => ({
        ...trim(line.text, { start, end }),
        type: types[type] ?? '',
        raw: probability,
      })),
    )
  }
}
