/** Puts back what a format could not carry, from the side file, into a page that was read. */

import { Left } from '../../values/left.ts'
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
      const { quote, prefix, suffix, ...place } = first
      // Words that the file says are those of its own pieces.
      const said = lost.has('spans') ? place : first
      restored.push({ ...said, ...lostParts(full, lost), id: full.id })
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
  const read = page.relations.map((each): ExchangeRelation => {
    const from = renamed.get(each.from) ?? each.from
    const to = renamed.get(each.to) ?? each.to
    return { ...each, from, to }
  })
  const left = new Left(read, key)
  const idKey = (relation: ExchangeRelation): string => `${key(relation)} ${relation.id}`
  const byId = new Map(read.map((relation) => [idKey(relation), relation]))
  const restored = side.relations.flatMap(({ lost, relation }): ExchangeRelation[] => {
    if (lost.has('all')) return [relation]
    const own = byId.get(idKey(relation))
    const found = own !== undefined && left.take(own) ? own : left.takeNext(key(relation))
    return found === undefined ? [] : [{ ...found, ...lostParts(relation, lost) }]
  })
  return [...left.rest(), ...restored]
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
  readonly #left: Left<ReadMention>
  readonly #byId: ReadonlyMap<string, ReadMention>
  readonly #key = (written: Written): string => placeKey(written, (position) => position)
  readonly #placeOf: (mention: ReadMention) => string

  constructor({ text, mentions }: ReadPage) {
    const { toPosition } = codePoints(text)
    this.#placeOf = (mention) => placeKey(mention, toPosition)
    this.#byId = new Map(mentions.map((mention) => [mention.id, mention]))
    this.#left = new Left(mentions, this.#placeOf)
  }

  /** The mentions as which one was written; none where one of them is not there. */
  take({ mention, written }: SideMention): readonly ReadMention[] {
    const own = written.length === 1 ? this.#byId.get(mention.id) : undefined
    return own !== undefined && this.#left.take(own) ? [own] : this.#places(written)
  }

  isAsWritten(mention: ReadMention, { written }: SideMention): boolean {
    const key = this.#placeOf(mention)
    return written.some((each) => this.#key(each) === key)
  }

  rest(): readonly ReadMention[] {
    return this.#left.rest()
  }

  #places(written: readonly Written[]): readonly ReadMention[] {
    const found: ReadMention[] = []
    for (const each of written) {
      const next = this.#left.takeNext(this.#key(each))
      if (next !== undefined) found.push(next)
      else {
        for (const mention of found.toReversed()) this.#left.giveBack(mention)
        return []
      }
    }
    return found
  }
}

/** Positions are code points. */
function placeKey({ spans, type }: Written, toPosition: (offset: number) => number): string {
  const at = spans.map(({ start, end }) => [toPosition(start), toPosition(end)])
  return JSON.stringify([type, at])
}
