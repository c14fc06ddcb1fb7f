/** Semantic tokens in the protocol's encoding: five integers a token, and the edits between two. */
import {
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from 'vscode-languageserver/node'
import type { Status } from '../annotation/record/record.ts'
import { defaultSchema, type Schema } from '../annotation/schema/schema.ts'
import type { Token } from '../feature/page/tokens.ts'
import type { LineIndex } from '../text/lines.ts'

const statuses: readonly Status[] = ['suggested', 'accepted', 'rejected']

/** For mentions of a type that the schema does not have. */
const mention = 'mention'

/**
 * Token types are named as in the default schema, with a small first letter as editors expect them.
 * The legend is fixed when the server starts: behind them come the protocol's own, for other types.
 */
export const legend: SemanticTokensLegend = {
  tokenTypes: [
    ...defaultSchema.types.map(({ name }) => tokenType(name)),
    mention,
    ...Object.values(SemanticTokenTypes),
  ],
  tokenModifiers: [...statuses],
}

/** `Initiative` → `initiative`. */
export function tokenType(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1)
}

export function encodeTokens(
  lines: LineIndex,
  tokens: readonly Token[],
  schema: Schema = defaultSchema,
): number[] {
  const indexOf = tokenTypeIndexes(schema)
  const data: number[] = []
  let line = 0
  let character = 0
  for (const token of tokens) {
    const type = indexOf(token.type)
    const at = lines.position(token.start)
    const sameLine = at.line === line
    data.push(at.line - line, sameLine ? at.character - character : at.character)
    data.push(token.end - token.start, type, 1 << statuses.indexOf(token.status))
    line = at.line
    character = at.character
  }
  return data
}

/**
 * The index in the legend: a type's own, else that of the nearest type of which it is a kind, else
 * its super type's.
 */
function tokenTypeIndexes({ types }: Schema): (type: string) => number {
  const byName = new Map(types.map((type) => [type.name, type]))
  const indexOfDefault = new Map(defaultSchema.types.map(({ name }, i) => [name, i]))
  const known = new Map<string, number>()
  const find = (type: string): number => {
    const { superType } = byName.get(type) ?? {}
    // As many steps as there are types: a schema made in code could have a circle of parents.
    let name: string | undefined = type
    for (let step = 0; step <= types.length && name !== undefined; step++) {
      const index = indexOfDefault.get(name)
      if (index !== undefined) return index
      name = byName.get(name)?.parent
    }
    const index = legend.tokenTypes.lastIndexOf(superType ?? mention)
    return index < 0 ? legend.tokenTypes.indexOf(mention) : index
  }
  return (type) => {
    const index = known.get(type) ?? find(type)
    known.set(type, index)
    return index
  }
}

/** What each page's tokens were when they were last sent, so that only the difference is sent. */
export class SentTokens {
  readonly #sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>()
  #count = 0

  full(uri: string, data: number[]): SemanticTokens {
    this.#count++
    this.#sent.set(uri, { id: String(this.#count), data })
    return { resultId: String(this.#count), data }
  }

  delta(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.#sent.get(uri)
    const { resultId } = this.full(uri, data)
    if (before?.id !== previous || resultId === undefined) return { ...this.full(uri, data) }
    return { resultId, edits: difference(before.data, data) }
  }

  forget(uri: string): void {
    this.#sent.delete(uri)
  }
}

/** One edit that replaces what stands between the equal beginning and the equal end. */
function difference(
  before: readonly number[],
  after: readonly number[],
): { start: number; deleteCount: number; data: number[] }[] {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && before[start] === after[start]) start++
  if (start === before.length && start === after.length) return []
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const data = after.slice(start, after.length - end)
  return [{ start, deleteCount: before.length - end - start, data }]
}
