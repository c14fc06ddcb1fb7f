/** What `blocksAt` and `articlesOf` answer. */
import type { Range } from '../../../server/src/protocol.ts'

export interface Blocks {
  readonly blocks: readonly {
    readonly kind: string
    readonly label: string
    readonly range: Range
    /** Its first words. */
    readonly text: string
    /** What people said of it. */
    readonly said: readonly { readonly id: string; readonly what: string }[]
  }[]
  readonly kinds: readonly { readonly kind: string; readonly label: string }[]
}

export interface Articles {
  readonly articles: readonly {
    readonly index: number
    readonly title: string
    readonly range: Range
  }[]
}

export function isBlocks(answer: unknown): answer is Blocks {
  return has(answer, 'blocks') && has(answer, 'kinds')
}

export function isArticles(answer: unknown): answer is Articles {
  return has(answer, 'articles')
}

function has(answer: unknown, key: string): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  return Array.isArray(new Map(Object.entries(answer)).get(key))
}
