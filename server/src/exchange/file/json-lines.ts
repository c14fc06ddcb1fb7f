/** JSON in lines: one value in each, as many tools of machine learning have it. */
import { type Json, parseJson } from '../../values/json.ts'

/** With its newline. Breaks that some readers take for the end of a line are escapes. */
export function jsonLine(value: Json): string {
  return `${lineJson(value)}\n`
}

/** JSON in which no break is left that some readers take for the end of a line. */
export function lineJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export interface JsonLine {
  /** One-based. */
  readonly line: number
  /** `undefined`: the line is no JSON. */
  readonly value: Json | undefined
}

/** The lines that are not blank. Total. */
export function readJsonLines(content: string): readonly JsonLine[] {
  return content
    .split('\n')
    .flatMap((each, i): JsonLine[] =>
      each.trim() === '' ? [] : [{ line: i + 1, value: parseJson(each) }],
    )
}
