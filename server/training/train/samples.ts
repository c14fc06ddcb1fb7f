/** What the tagger learns from: units with their names, from marked lines and from the gold pages. */
import { readdirSync, readFileSync } from 'node:fs'
import { type MarkedSpan, parseMarked } from '../../../test/marked.ts'
import { analysePage } from '../../../test/page/analyse-page.ts'
import { segment } from '../../../test/words/segmenter.ts'
import { loadLexicon } from '../../src/corpus/analysis/lexicon.ts'
import type { Unit } from '../../src/recognition/reading/recogniser.ts'
import { unitsOf } from '../../src/recognition/reading/units.ts'
import { sourceToLogical } from '../../src/text/offset-map.ts'

export interface Sample {
  readonly unit: Unit
  readonly names: readonly MarkedSpan[]
  /** Where it is from: `uner`, `templates` or the number of a gold page. */
  readonly source: string
}

export const lexicon = loadLexicon(new URL('../../lexicon', import.meta.url).pathname)

/** One sample a marked line. */
export function samplesOf(lines: readonly string[], source: string): Sample[] {
  return lines.map((line) => {
    const { text, spans } = parseMarked(line)
    const blocks = [{ kind: 'paragraph', span: { start: 0, end: text.length } }] as const
    return { unit: { text, tokens: segment(text), blocks, byline: [] }, names: spans, source }
  })
}

const gold = new URL('../../../test/gold/', import.meta.url)

export interface GoldPage {
  /** Number of the page: `000`. */
  readonly name: string
  readonly samples: readonly Sample[]
  /** Names by type that stand in no unit whole: what no tagger can find. */
  readonly lost: readonly MarkedSpan[]
}

/** The gold pages as the recogniser sees them: one sample an article or loose block. */
export function goldPages(): GoldPage[] {
  const files = readdirSync(gold).filter((name) => name.endsWith('.gold.txt'))
  return files.sort().map((file) => {
    const { text, spans } = parseMarked(readFileSync(new URL(file, gold), 'utf8'))
    const source = file.slice(0, 3)
    const placed = new Set<MarkedSpan>()
    const samples = unitsOf(analysePage(text)).map(({ draft, map }) => {
      const unit = { ...draft, tokens: segment(draft.text) }
      const names = spans.flatMap((span) => {
        const start = sourceToLogical(map, span.start)
        const last = sourceToLogical(map, span.end - 1)
        if (start === undefined || last === undefined || last < start) return []
        // An offset right behind a piece counts as in it: the name itself must stand there.
        if (unit.text[start] !== text[span.start]) return []
        placed.add(span)
        return [{ start, end: last + 1, type: span.type }]
      })
      return { unit, names, source }
    })
    return { name: source, samples, lost: spans.filter((span) => !placed.has(span)) }
  })
}
