/** A problem of a sidecar that a person should look at. */
import type { SidecarProblem } from '../sidecar/sidecar.ts'

export interface CheckProblem {
  readonly kind:
    | SidecarProblem['kind']
    | 'text changed'
    | 'quote'
    | 'changed'
    | 'moved'
    | 'orphan'
    | 'conflict'
    | 'type'
    | 'attribute'
    | 'relation'
    | 'overlap'
  /** One-based. */
  readonly line: number
  /** English, one sentence: `template` with its `values`. */
  readonly message: string
  /** The sentence with `{0}`, `{1}`, … for translation. */
  readonly template: string
  readonly values: readonly string[]
  /** Of the record; `undefined` for a line that is none. */
  readonly id?: string
}

/** Reports a problem of one record. */
export type ReportRecord = (
  kind: CheckProblem['kind'],
  template: string,
  ...values: readonly string[]
) => void

/** Texts in quotation marks, shortened: a note of a megabyte is no message. */
export function shown(texts: readonly string[]): string {
  const text = texts.join(' … ').replace(/\s+/g, ' ')
  const characters = [...text.slice(0, 100)]
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text}”`
}
