/** Semantic tokens in the protocol's encoding: five integers a token, and the edits between two. */
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensLegend,
} from 'vscode-languageserver/node'
import type { Status } from '../annotation/model.ts'
import { defaultSchema } from '../annotation/schema.ts'
import type { Token } from '../feature/tokens.ts'
import type { LineIndex } from '../text/lines.ts'

const statuses: readonly Status[] = ['suggested', 'accepted', 'rejected']

/** Token types are named as in the schema, with a small first letter as editors expect them. */
export const legend: SemanticTokensLegend = {
  tokenTypes: defaultSchema.types.map(({ name }) => tokenType(name)),
  tokenModifiers: [...statuses],
}

/** `Initiative` → `initiative`. */
export function tokenType(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1)
}

/** A type that the legend does not have is left out: its number would be another's. */
export function encodeTokens(lines: LineIndex, tokens: readonly Token[]): number[] {
  const data: number[] = []
  let line = 0
  let character = 0
  for (const token of tokens) {
    const type = legend.tokenTypes.indexOf(tokenType(token.type))
    if (type < 0) continue
    const at = lines.position(token.start)
    const sameLine = at.line === line
    data.push(at.line - line, sameLine ? at.character - character : at.character)
    data.push(token.end - token.start, type, 1 << statuses.indexOf(token.status))
    line = at.line
    character = at.character
  }
  return data
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
