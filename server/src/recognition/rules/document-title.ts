/** Documents: titles in 《》, titles of programmes and works in quotes, section names of the paper. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { matchesOf } from '../reading/match.ts'
import { findQuotes } from '../reading/quotes.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'

const rules = expressions('documents', { before: '', behind: '', column: 'dg' })

/** Longest title looked for, in UTF-16 units: beyond it a 》 was lost. */
const longestTitle = 120

/** 《六十条》, 央视“焦点访谈”, 以“…”为题, the section name 【主席之声】. */
export const documents: Recogniser = {
  name: 'document',
  recognise: (unit, lexicon) => [
    ...titles(unit.text),
    ...quotedTitles(unit.text, lexicon),
    ...sections(unit),
    ...columns(unit.text, lexicon),
  ],
}

/** 《…》 with marks; a title in a title (《关于印发〈办法〉的通知》, 《关于《办法》的通知》) is part of it. */
function titles(text: string): Candidate[] {
  const found: Candidate[] = []
  const open: number[] = []
  for (let i = text.indexOf('《'); i >= 0 && i < text.length; i++) {
    const last = open[0]
    if (last !== undefined && i - last > longestTitle) {
      // Its end is lost: what was opened inside may still be closed.
      open.shift()
    }
    if (text[i] === '《') open.push(i)
    else if (text[i] === '》') {
      const start = open.pop()
      if (start !== undefined && i > start + 1)
        found.push(document(start, i + 1, 0.99, 'title marks'))
    }
  }
  return found
}

/** Quotes that the words before or behind them call a title. */
function quotedTitles(text: string, lexicon: Lexicon): Candidate[] {
  const rule = rules(lexicon)
  return findQuotes(text).flatMap(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 7), start - 1)
    const behind = text.slice(end + 1, end + 5)
    if (!rule.before.test(before) && !rule.behind.test(behind)) return []
    return [document(start, end, 0.85, 'quoted title')]
  })
}

function sections({ text, blocks }: Unit): Candidate[] {
  return blocks.flatMap(({ kind, span }) => {
    if (kind !== 'section') return []
    const raw = text.slice(span.start, span.end)
    const inner = raw.replace(/^[【[〔\s]+|[】\]〕\s]+$/g, '')
    const start = span.start + raw.indexOf(inner)
    return inner === '' ? [] : [document(start, start + inner.length, 0.9, 'section name')]
  })
}

function columns(text: string, lexicon: Lexicon): Candidate[] {
  return matchesOf(rules(lexicon).column, text).map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    return document(start, end, 0.8, 'column of the paper')
  })
}

function document(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Document', confidence, reason }
}
