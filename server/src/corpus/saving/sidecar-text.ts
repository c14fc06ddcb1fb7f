/** The text of a sidecar file: what is written, and what is seen of it without reading all. */
import type { Header } from '../../annotation/record/record.ts'
import {
  printSidecar,
  readSidecar,
  type Sidecar,
  type SidecarProblem,
} from '../../annotation/sidecar/sidecar.ts'

/** The header where it stands in the first line. */
export function headerOfText(text: string): Header | undefined {
  const [first = ''] = text.split('\n', 1)
  return readSidecar(first).header
}

/** `''` for no file: one without records would be noise. */
export function textOfSidecar(sidecar: Sidecar): string {
  const { records, broken } = sidecar
  return records.length === 0 && broken.length === 0 ? '' : printSidecar(sidecar)
}

export function sameProblems(a: readonly SidecarProblem[], b: readonly SidecarProblem[]): boolean {
  const printed = (list: typeof a): string =>
    list.map(({ line, message }) => `${line} ${message}`).join('\n')
  return printed(a) === printed(b)
}
