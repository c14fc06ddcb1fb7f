/** A sidecar as Biaozhu works with it: conflicts that git left merged by record, and each id once. */
import { mergeMarked } from './conflict-marks.ts'
import { readSidecar, type Sidecar, type SidecarProblem } from './sidecar.ts'

/** Total. The problems are those of the text as it is: its lines are what a person sees. */
export function readStored(
  text: string,
): Sidecar & { readonly problems: readonly SidecarProblem[] } {
  const reading = readSidecar(text)
  const { problems } = reading
  const isMarked = problems.some(({ kind }) => kind === 'conflict marker')
  const merged = isMarked ? mergeMarked(text) : undefined
  const { header, records, broken } = merged === undefined ? reading : readSidecar(merged.text)
  const sidecar = { header, records, broken, problems }
  return problems.some(({ kind }) => kind === 'duplicate id') ? withOwnIds(sidecar) : sidecar
}

/**
 * Of records with one id all but the first get another: an action on one would change both. It is made
 * of the old one, so that two windows make the same.
 */
function withOwnIds<T extends Sidecar>(sidecar: T): T {
  const all = new Set(sidecar.records.map(({ id }) => id))
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  const records = sidecar.records.map((record) => {
    const { id } = record
    if (!taken.has(id)) {
      taken.add(id)
      return record
    }
    let n = counts.get(id) ?? 2
    while (all.has(`${id}-${n}`) || taken.has(`${id}-${n}`)) n++
    counts.set(id, n + 1)
    taken.add(`${id}-${n}`)
    return { ...record, id: `${id}-${n}` }
  })
  return { ...sidecar, records }
}
