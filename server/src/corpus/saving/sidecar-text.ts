/** The text of a sidecar file: what is written, and what is known of it without keeping it. */
import { createHash } from 'node:crypto'
import type { Header } from '../../annotation/record/record.ts'
import {
  readSidecar,
  type Sidecar,
  type SidecarProblem,
  sidecarPieces,
} from '../../annotation/sidecar/sidecar.ts'
import { readStored } from '../../annotation/sidecar/stored.ts'
import { sameJson } from '../../values/json.ts'

/**
 * What a text of the file says, and by what it is known again: the text itself would be as large as all that is made
 * of it. Of what the workspace has, the records are the very objects.
 */
export interface KnownText {
  /** What was wrong with it, where it was read. */
  readonly sidecar: Sidecar & { readonly problems?: readonly SidecarProblem[] }
  readonly key: TextKey
}

export interface TextKey {
  /** In UTF-16 units. */
  readonly length: number
  /** SHA-256 of its UTF-8 bytes, in hex. */
  readonly sha256: string
}

/** `sidecar`: what the text says. */
export function knownText(text: string, sidecar: KnownText['sidecar']): KnownText {
  return { sidecar, key: keyOf(text) }
}

export function problemsOf({ sidecar }: KnownText): readonly SidecarProblem[] {
  return sidecar.problems ?? readStored(printed(sidecar).text).problems
}

export function isText({ key }: KnownText, text: string): boolean {
  return text.length === key.length && keyOf(text).sha256 === key.sha256
}

/** The header where it stands in the first line. */
export function headerOfText(text: string): Header | undefined {
  const [first = ''] = text.split('\n', 1)
  return readSidecar(first).header
}

/** Empty for no file: one without records would be noise. */
export function printed(sidecar: Sidecar): PrintedSidecar {
  return new PrintedSidecar(sidecar)
}

/** A text in pieces, each made when it is asked for, and kept by nobody. */
export class PrintedSidecar implements Iterable<string>, KnownText {
  readonly sidecar: Sidecar
  #key: TextKey | undefined

  constructor(sidecar: Sidecar) {
    this.sidecar = sidecar
  }

  /** The last time that all pieces are asked for, what the text is known by is known, too. */
  *[Symbol.iterator](): Generator<string, void> {
    const key = new Key()
    for (const piece of piecesOf(this.sidecar)) {
      key.add(piece)
      yield piece
    }
    this.#key = key.end()
  }

  get key(): TextKey {
    this.#key ??= keyOf(piecesOf(this.sidecar))
    return this.#key
  }

  /** Whether it is the text that is known. */
  isThat(known: KnownText): boolean {
    if (known instanceof PrintedSidecar && isSame(known.sidecar, this.sidecar)) return true
    return known.key.length === this.key.length && known.key.sha256 === this.key.sha256
  }

  /** Whether it is this text; as long as it may be, pieces are made. */
  says(text: string): boolean {
    let at = 0
    for (const piece of piecesOf(this.sidecar)) {
      if (!text.startsWith(piece, at)) return false
      at += piece.length
    }
    return at === text.length
  }

  get text(): string {
    return [...piecesOf(this.sidecar)].join('')
  }
}

function piecesOf(sidecar: Sidecar): Iterable<string> {
  const { records, broken } = sidecar
  return records.length === 0 && broken.length === 0 ? [] : sidecarPieces(sidecar)
}

/** Whether they are made of the very same records. */
function isSame(a: Sidecar, b: Sidecar): boolean {
  return (
    sameJson({ ...a.header }, { ...b.header }) &&
    a.broken === b.broken &&
    a.records.length === b.records.length &&
    a.records.every((record, i) => record === b.records[i])
  )
}

class Key {
  readonly #hash = createHash('sha256')
  #length = 0

  add(piece: string): void {
    this.#hash.update(piece, 'utf8')
    this.#length += piece.length
  }

  end(): TextKey {
    return { length: this.#length, sha256: this.#hash.digest('hex') }
  }
}

function keyOf(text: string | Iterable<string>): TextKey {
  const key = new Key()
  for (const piece of typeof text === 'string' ? slices(text) : text) key.add(piece)
  return key.end()
}

/** A long text at once would be copied as a whole. */
function* slices(text: string): Generator<string> {
  const length = 1 << 16
  for (let at = 0; at < text.length; ) {
    // No character is cut in two.
    const isPair = (text.codePointAt(at + length - 1) ?? 0) > 0xffff
    const end = at + length + (isPair ? 1 : 0)
    yield text.slice(at, end)
    at = end
  }
}

export function sameProblems(a: readonly SidecarProblem[], b: readonly SidecarProblem[]): boolean {
  const said = (list: typeof a): string =>
    list.map(({ line, message }) => `${line} ${message}`).join('\n')
  return said(a) === said(b)
}

const nothing: Sidecar = { header: undefined, records: [], broken: [] }

/** That of no file. */
export const noText: KnownText = knownText('', { ...nothing, problems: [] })
