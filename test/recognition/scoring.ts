/** Precision, recall and F1 of the recogniser on the gold pages: exact span and type. */
import { readdirSync, readFileSync } from 'node:fs'
import { mentionSpan } from '../../server/src/annotation/model.ts'
import type { Page } from '../../server/src/page/model.ts'
import { type MarkedSpan, parseMarked } from '../marked.ts'
import { recognise } from './recognised.ts'

export interface Score {
  readonly right: number
  readonly found: number
  readonly gold: number
}

export interface Difference {
  readonly page: string
  readonly kind: 'missed' | 'wrong'
  readonly text: string
  readonly type: string
  readonly context: string
}

export interface Scoring {
  /** By type, and `micro` over all types. */
  readonly scores: ReadonlyMap<string, Score>
  readonly differences: readonly Difference[]
}

const gold = new URL('../gold/', import.meta.url)

export function scoreGold(analyse: (text: string) => Page): Scoring {
  const counts = new Map<string, { right: number; found: number; gold: number }>()
  const count = (type: string, key: 'right' | 'found' | 'gold'): void => {
    for (const name of [type, 'micro']) {
      const known = counts.get(name) ?? { right: 0, found: 0, gold: 0 }
      known[key]++
      counts.set(name, known)
    }
  }
  const differences: Difference[] = []
  for (const file of readdirSync(gold).filter((name) => name.endsWith('.gold.txt'))) {
    const { text, spans } = parseMarked(readFileSync(new URL(file, gold), 'utf8'))
    const page = file.slice(0, 3)
    const found = recognise(text, analyse(text)).map((mention): MarkedSpan => {
      return { ...mentionSpan(mention), type: mention.type }
    })
    const foundKeys = new Set(found.map(key))
    const goldKeys = new Set(spans.map(key))
    const differ = (kind: Difference['kind'], span: MarkedSpan): void => {
      differences.push({
        page,
        kind,
        text: text.slice(span.start, span.end).replace(/\n+/g, '⏎'),
        type: span.type,
        context: text.slice(Math.max(0, span.start - 10), span.end + 10).replace(/\n+/g, '⏎'),
      })
    }
    for (const span of spans) {
      count(span.type, 'gold')
      if (foundKeys.has(key(span))) count(span.type, 'right')
      else differ('missed', span)
    }
    for (const span of found) {
      count(span.type, 'found')
      if (!goldKeys.has(key(span))) differ('wrong', span)
    }
  }
  return { scores: counts, differences }
}

export function precision({ right, found }: Score): number {
  return found === 0 ? 0 : right / found
}

export function recall({ right, gold: all }: Score): number {
  return all === 0 ? 0 : right / all
}

export function f1({ right, found, gold: all }: Score): number {
  return found + all === 0 ? 0 : (2 * right) / (found + all)
}

function key({ start, end, type }: MarkedSpan): string {
  return `${start} ${end} ${type}`
}
