/** What is ticked in the review: suggestions, and how many of them below each line of the tree. Without the editor's own types. */
import type { PlacedMention, ReviewRow } from '../../../server/src/protocol.ts'

interface Tick {
  readonly uri: string
  readonly item: PlacedMention
  /** Ids of the lines above it. */
  readonly under: readonly string[]
}

export class Ticked {
  readonly #ticks = new Map<string, Tick>()

  get count(): number {
    return this.#ticks.size
  }

  /** As commands on many mentions take them. */
  get items(): readonly PlacedMention[] {
    return [...this.#ticks.values()].map(({ item }) => item)
  }

  /** Pages on which something is ticked. */
  get uris(): ReadonlySet<string> {
    return new Set([...this.#ticks.values()].map(({ uri }) => uri))
  }

  has(row: ReviewRow): boolean {
    return this.#ticks.has(rowKey(row))
  }

  /** How many are ticked below a line. */
  under(id: string): number {
    let count = 0
    for (const { under } of this.#ticks.values()) if (under.includes(id)) count++
    return count
  }

  /** Only suggestions can be ticked. */
  set(rows: readonly ReviewRow[], under: readonly string[], isOn: boolean): void {
    for (const row of rows.filter(isCheckable)) {
      if (!isOn) this.#ticks.delete(rowKey(row))
      else this.#ticks.set(rowKey(row), { uri: row.location.uri, item: itemOf(row), under })
    }
  }

  clear(): void {
    this.#ticks.clear()
  }

  /** What is ticked on a page and not among these, which are still open there, must not be decided a second time. */
  keep(uri: string, open: readonly ReviewRow[]): void {
    const known = new Set(open.map(rowKey))
    for (const [key, tick] of this.#ticks) {
      if (tick.uri === uri && !known.has(key)) this.#ticks.delete(key)
    }
  }
}

/** The same for a row as long as it is the same suggestion at the same place. */
export function rowKey({ kind, location, type, id }: ReviewRow): string {
  const { start, end } = location.range
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`
  return [location.uri, kind, place, type ?? '', id ?? ''].join(' ')
}

/** Only suggestions can be accepted or rejected many at once. */
export function isCheckable({ kind }: Pick<ReviewRow, 'kind'>): boolean {
  return kind === 'suggestion'
}

export function itemOf({ location: { uri, range }, type }: ReviewRow): PlacedMention {
  return { uri, range, ...(type === undefined ? {} : { type }) }
}
