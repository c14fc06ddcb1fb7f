/** Semantic tokens as a test reads them: decoded, with names, and the edits of a delta applied. */
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensLegend,
} from 'vscode-languageserver/node'

export interface DecodedToken {
  readonly line: number
  readonly character: number
  readonly length: number
  readonly type: string
  readonly modifiers: readonly string[]
}

export function decode(data: readonly number[], legend: SemanticTokensLegend): DecodedToken[] {
  const tokens: DecodedToken[] = []
  let line = 0
  let character = 0
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5)
    line += lines
    character = lines === 0 ? character + characters : characters
    tokens.push({
      line,
      character,
      length,
      type: legend.tokenTypes[type] ?? '?',
      modifiers: legend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0),
    })
  }
  return tokens
}

/** The data after an answer to a delta request, which may be whole or only what changed. */
export function applyDelta(
  data: readonly number[],
  answer: SemanticTokens | SemanticTokensDelta,
): number[] {
  if (!('edits' in answer)) return answer.data
  const result = [...data]
  for (const { start, deleteCount, data: added = [] } of answer.edits.toReversed()) {
    result.splice(start, deleteCount, ...added)
  }
  return result
}
