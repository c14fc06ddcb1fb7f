/** What a person has decided, as parameters of the recogniser: fixed spans, and names that are or are not. */
import type { Span } from '../../text/span.ts'
import type { Tagger } from '../spans/tagger.ts'

export interface Marks {
  /** Accepted annotations of this page, with spans in its source: no suggestion touches them. */
  readonly fixed: readonly PlacedMark[]
  /** Rejected suggestions of this page: the same place with the same type is not suggested again. */
  readonly rejected?: readonly PlacedMark[]
  /** Types by name: where the name stands as whole words, it is suggested with that type. */
  readonly positive: ReadonlyMap<string, string>
  /** Names that are none of a type, as `negativeMark` writes them. */
  readonly negative: ReadonlySet<string>
  /** The tagger that has learned from the pages that people have done: it reads instead of the shipped one. */
  readonly personal?: Tagger | undefined
}

export interface PlacedMark {
  /** From its first to its last character. */
  readonly span: Span
  /** Of a discontinuous mark its parts in reading order: what lies between them is not marked. */
  readonly spans?: readonly Span[]
  readonly type: string
  /** The name as it is read (富润 where the source has a break in it); else what the source says. */
  readonly text?: string
  /** It names nothing by itself, as 该公司: it is looked for nowhere else. */
  readonly isPronoun?: true
}

/** The entry of `Marks.negative` for a name that is not of `type`. */
export function negativeMark(name: string, type: string): string {
  return `${type} ${name}`
}

export function spansOf({ span, spans }: PlacedMark): readonly Span[] {
  return spans ?? [span]
}

/**
 * Names of the page's own accepted marks that `positive` does not have, with their types; of two
 * marks with one name the first counts. `source` is the page.
 */
export function ownNames({ fixed, positive }: Marks, source: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const mark of fixed) {
    if (mark.isPronoun) continue
    const name = nameOf(mark, source)
    if (isName(name) && !positive.has(name) && !names.has(name)) names.set(name, mark.type)
  }
  return names
}

/** Whether a name is looked for: one character (职, 𠮷) says too little. */
export function isName(name: string): boolean {
  return name.length > 2 || (name.length === 2 && (name.codePointAt(0) ?? 0) < 0x10000)
}

/** A name as it is read, without the line breaks that cut it. */
export function joinedName(quote: string): string {
  // Most have none: looking for it is cheaper than replacing.
  return quote.includes('\n') ? quote.replace(/\s*\n\s*/g, '') : quote
}

function nameOf(mark: PlacedMark, source: string): string {
  if (mark.text !== undefined) return mark.text
  const { start, end } = mark.span
  if (mark.spans === undefined) return joinedName(source.slice(start, end))
  return joinedName(mark.spans.map((span) => source.slice(span.start, span.end)).join(''))
}
