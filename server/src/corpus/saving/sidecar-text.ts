/** The text of a sidecar file: what is written, and what is seen of it without reading all. */
import type { Header } from '../../annotation/record/record.ts'
import {
  readSidecar,
  type Sidecar,
  type SidecarProblem,
  sidecarPieces,
} from '../../annotation/sidecar/sidecar.ts'

/** The header where it stands in the first line. */
export function headerOfText(text: string): Header | undefined {
  const [first = ''] = text.split('\n', 1)
  return readSidecar(first).header
}

/** Empty for no file: one without records would be noise. */
export function printed(sidecar: Sidecar): PrintedSidecar {
  const { records, broken } = sidecar
  const isNothing = records.length === 0 && broken.length === 0
  return new PrintedSidecar(isNothing ? [] : sidecarPieces(sidecar))
}

/** A text in pieces, each made once, when it is asked for. */
export class PrintedSidecar implements Iterable<string> {
  readonly #rest: Iterator<string>
  readonly #made: string[] = []

  constructor(pieces: Iterable<string>) {
    this.#rest = pieces[Symbol.iterator]()
  }

  *[Symbol.iterator](): Generator<string, void> {
    for (let i = 0; ; i++) {
      if (i === this.#made.length) {
        const next = this.#rest.next()
        if (next.done === true) return
        this.#made.push(next.value)
      }
      yield this.#made[i] ?? ''
    }
  }

  /** Whether it is this text; as long as it may be, pieces are made. */
  says(text: string): boolean {
    let at = 0
    for (const piece of this) {
      if (!text.startsWith(piece, at)) return false
      at += piece.length
    }
    return at === text.length
  }

  get text(): string {
    return [...this].join('')
  }
}

export function sameProblems(a: readonly SidecarProblem[], b: readonly SidecarProblem[]): boolean {
  const said = (list: typeof a): string =>
    list.map(({ line, message }) => `${line} ${message}`).join('\n')
  return said(a) === said(b)
}
