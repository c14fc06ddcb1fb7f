/** The lexicon of the training, and marked lines as units with their names. */
import { type MarkedSpan, parseMarked } from '../../../test/marked.ts'
import { segment } from '../../../test/words/segmenter.ts'
import { loadLexicon } from '../../src/corpus/analysis/lexicon.ts'
import type { Unit } from '../../src/recognition/reading/recogniser.ts'

export interface MarkedUnit {
  readonly unit: Unit
  /** With offsets in the unit. */
  readonly names: readonly MarkedSpan[]
}

export const lexicon = loadLexicon(new URL('../../lexicon', import.meta.url).pathname)

/** One unit a marked line. */
export function samplesOf(lines: readonly string[]): readonly MarkedUnit[] {
  return lines.map((line) => {
    const { text, spans } = parseMarked(line)
    const blocks = [{ kind: 'paragraph', span: { start: 0, end: text.length } }] as const
    return { unit: { text, words: segment(text), blocks, byline: [] }, names: spans }
  })
}
