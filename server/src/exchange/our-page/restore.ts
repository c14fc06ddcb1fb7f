/** Puts back what a format could not carry, from the side file, into a page that was read. */

import type { Written } from '../format/losses.ts'
import type { ExchangeRelation, ReadMention, ReadPage } from '../format/model.ts'
import type { SideMention, SidePage } from './side-file.ts'
import { codePoints } from './text-positions.ts'

/**
 * The page with its losses restored. A mention that was deleted or moved in the other tool stays so: only
 * one that is where it was written, or never was written, gets back what it lost.
 */
export function restore(page: ReadPage, side: SidePage): ReadPage {
  const finder = new Finder(page)
  const restored: ReadMention[] = []
  /** Id in the file to id in the page. */
  const renamed = new Map<string, string>()
  const { toOffset } = codePoints(page.text)
  for (const each of side.mentions) {
    const full: ReadMention = {
      ...each.mention,
      spans: each.mention.spans.map(({ start, end }) => ({
        start: toOffset(start),
        end: toOffset(end),
      })),
    }
    if (each.lost.has('all')) restored.push(full)
    else {
      const found = finder.take(each)
      const [first] = found
      if (first === undefined) continue
      for (const { id } of found) renamed.set(id, full.id)
      const lost = new Set(each.lost)
      // Found by its id, but moved in the other tool.
      if (!finder.isAsWritten(first, each)) for (const part of ['spans', 'type']) lost.delete(part)
      restored.push({ ...first, ...lostParts(full, lost), id: full.id })
    }
  }
  const mentions = [...finder.rest(), ...restored]
  const ids = new Set(mentions.map(({ id }) => id))
  return {
    ...page,
    mentions,
    relations: relationsOf(page, side, renamed).filter(
      ({ from, to }) => ids.has(from) && ids.has(to),
    ),
    ...(page.records === undefined && side.records.length === 0
      ? {}
      : { records: [...(page.records ?? []), ...side.records] }),
  }
}

function relationsOf(
  page: ReadPage,
  side: SidePage,
  renamed: ReadonlyMap<string, string>,
): readonly ExchangeRelation[] {
  const key = ({ type, from, to }: ExchangeRelation): string => JSON.stringify([type, from, to])
  const read = new Map<string, ExchangeRelation[]>()
  for (const each of page.relations) {
    const from = renamed.get(each.from) ?? each.from
    const to = renamed.get(each.to) ?? each.to
    const relation = { ...each, from, to }
    read.set(key(relation), [...(read.get(key(relation)) ?? []), relation])
  }
  const restored = side.relations.flatMap(({ lost, relation }): ExchangeRelation[] => {
    if (lost.has('all')) return [relation]
    const same = read.get(key(relation)) ?? []
    const found = same.find(({ id }) => id === relation.id) ?? same[0]
    if (found === undefined) return []
    same.splice(same.indexOf(found), 1)
    return [{ ...found, ...lostParts(relation, lost) }]
  })
  return [...[...read.values()].flat(), ...restored]
}

/** Those keys of an annotation that are in `lost`. */
function lostParts<Statement extends object>(
  full: Statement,
  lost: ReadonlySet<string>,
): Partial<Statement> {
  const parts: Partial<Statement> = { ...full }
  for (const key of Object.keys(parts)) if (!lost.has(key)) Reflect.deleteProperty(parts, key)
  return parts
}

/** The mentions that were read, by id and by place; each is taken once. */
class Finder {
  readonly #left = new Set<ReadMention>()
  readonly #byId = new Map<string, ReadMention>()
  readonly #byPlace = new Map<string, ReadMention[]>()
  readonly #key = (written: Written): string => placeKey(written, (position) => position)
  readonly #placeOf: (mention: ReadMention) => string

  constructor({ text, mentions }: ReadPage) {
    const { toPosition } = codePoints(text)
    this.#placeOf = (mention) => placeKey(mention, toPosition)
    for (const mention of mentions) {
      const key = this.#placeOf(mention)
      this.#left.add(mention)
      this.#byId.set(mention.id, mention)
      const same = this.#byPlace.get(key)
      if (same === undefined) this.#byPlace.set(key, [mention])
      else same.push(mention)
    }
  }

  /** The mentions as which one was written; none where one of them is not there. */
  take({ mention, written }: SideMention): readonly ReadMention[] {
    const own = written.length === 1 ? this.#byId.get(mention.id) : undefined
    const found = own !== undefined && this.#left.has(own) ? [own] : this.#places(written)
    for (const each of found) this.#left.delete(each)
    return found
  }

  isAsWritten(mention: ReadMention, { written }: SideMention): boolean {
    const key = this.#placeOf(mention)
    return written.some((each) => this.#key(each) === key)
  }

  rest(): readonly ReadMention[] {
    return [...this.#left]
  }

  #places(written: readonly Written[]): readonly ReadMention[] {
    const found: ReadMention[] = []
    for (const each of written) {
      const same = this.#byPlace.get(this.#key(each)) ?? []
      while (same[0] !== undefined && !this.#left.has(same[0])) same.shift()
      const next = same.find((mention) => this.#left.has(mention) && !found.includes(mention))
      if (next === undefined) return []
      found.push(next)
    }
    return found
  }
}

/** Positions are code points. */
function placeKey({ spans, type }: Written, toPosition: (offset: number) => number): string {
  const at = spans.map(({ start, end }) => [toPosition(start), toPosition(end)])
  return JSON.stringify([type, at])
}
