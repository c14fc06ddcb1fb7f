/** Names from tags by the rules of conlleval: BIO, IOB1, IOE, BMES, BMOES, BIOES, BILOU and BMEWO. */
import { t, type Wording } from '../../text/wording.ts'
import { type Line, placeAndType } from './lines.ts'
import { nameOfTag } from './tag.ts'

export interface Chunk {
  readonly type: string
  /** Indexes of lines. */
  readonly first: number
  readonly last: number
}

export interface Fault {
  /** One-based. */
  readonly line: number
  readonly message: Wording
}

export interface Chunks {
  readonly chunks: readonly Chunk[]
  readonly faults: readonly Fault[]
}

export function chunksOf(lines: readonly Line[]): Chunks {
  const chunks: Chunk[] = []
  const faults = new Counted()
  const strict = hasEnds(lines)
  let open: { type: string; first: number } | undefined
  const close = (last: number, isEnded: boolean): void => {
    if (open === undefined) return
    const { type, first } = open
    chunks.push({ type, first, last })
    if (strict && !isEnded)
      faults.add(open.first, t('A name of the type {0} has no end', open.type))
    open = undefined
  }
  for (const [i, line] of lines.entries()) {
    const tag = line?.tag
    const found = tag === undefined ? undefined : placeAndType(tag)
    if (found === undefined) {
      close(i - 1, false)
      if (line !== undefined && tag !== 'O') {
        faults.add(
          i,
          tag === undefined ? t('The tag is missing') : t('The tag {0} is not known', tag),
        )
      }
      continue
    }
    const { place } = found
    const type = nameOfTag(found.type)
    if ('BSUW'.includes(place) || open?.type !== type) close(i - 1, false)
    if (open === undefined) {
      open = { type, first: i }
      if (strict && !'BSUW'.includes(place)) {
        faults.add(i, t('A name of the type {0} has no beginning', type))
      }
    }
    if ('ESLUW'.includes(place)) close(i, true)
  }
  close(lines.length - 1, false)
  return { chunks, faults: faults.all() }
}

/** Whether the scheme marks both where a name begins and where it ends: then no name lacks one of them. */
function hasEnds(lines: readonly Line[]): boolean {
  const places = new Set(lines.map((line) => placeAndType(line?.tag ?? '')?.place))
  return places.has('B') && ['E', 'L'].some((place) => places.has(place))
}

/** What is wrong in many lines is said once, with its first line and how often it is so. */
class Counted {
  readonly #found = new Map<string, { line: number; count: number }>()

  add(index: number, message: Wording): void {
    const known = this.#found.get(message)
    if (known === undefined) this.#found.set(message, { line: index + 1, count: 1 })
    else known.count++
  }

  all(): readonly Fault[] {
    return [...this.#found].map(([message, { line, count }]) => ({
      line,
      message: count === 1 ? t('{0}.', message) : t('{0} ({1} times).', message, count),
    }))
  }
}
