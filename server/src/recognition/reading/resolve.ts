/** The one place that decides between candidates that overlap. */
import { overlaps } from '../../text/span.ts'
import type { Candidate } from './recogniser.ts'

/** Type of candidates that say: here is no name (枫桥经验). They win or lose like others, and vanish. */
export const nothing = 'Nothing'

/**
 * The candidates that remain, flat and in order: the longer name wins, of two equally long ones the
 * surer one. A candidate below 0.5 only wins what nobody else wants.
 */
export function resolve(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      Number(b.confidence >= unsure) - Number(a.confidence >= unsure) ||
      rank(b) - rank(a) ||
      b.end - b.start - (a.end - a.start) ||
      b.confidence - a.confidence ||
      a.start - b.start ||
      (a.type < b.type ? -1 : 1),
  )
  const taken: Candidate[] = []
  const byStart = new Taken()
  for (const candidate of ranked) {
    if (byStart.isFree(candidate)) {
      byStart.add(candidate)
      taken.push(candidate)
    }
  }
  return taken.filter(({ type }) => type !== nothing).sort((a, b) => a.start - b.start)
}

const unsure = 0.5

/** What is sure by its form comes before what is merely long: title marks, addresses. */
function rank(candidate: Candidate): number {
  return candidate.confidence >= 0.98 && candidate.isWeighed !== true ? 1 : 0
}

/** Spans taken so far, by buckets of the text, so that a look-up costs the same in long texts. */
class Taken {
  readonly #buckets = new Map<number, Candidate[]>()

  isFree(candidate: Candidate): boolean {
    for (let bucket = bucketOf(candidate.start); bucket <= bucketOf(candidate.end); bucket++) {
      for (const other of this.#buckets.get(bucket) ?? []) {
        if (overlaps(candidate, other)) return false
      }
    }
    return true
  }

  add(candidate: Candidate): void {
    for (let bucket = bucketOf(candidate.start); bucket <= bucketOf(candidate.end); bucket++) {
      const known = this.#buckets.get(bucket)
      if (known === undefined) this.#buckets.set(bucket, [candidate])
      else known.push(candidate)
    }
  }
}

function bucketOf(offset: number): number {
  return offset >> 6
}
