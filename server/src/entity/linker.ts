/**
 * The entities of many pages, kept up by the difference of one page: full names mean the same everywhere, others do not.
 */
import type { EntityRecord } from '../annotation/entities/entity-record.ts'
import type { Mention } from '../annotation/record/mention.ts'
import { defined } from '../values/defined.ts'
import { differingPart } from '../values/differing-part.ts'
import { SortedList } from '../values/sorted-list.ts'
import { type EntityDecisions, noDecisions, topOfCircle } from './decisions.ts'
import type { EntityRow } from './entity-rows.ts'
import { type Form, namesInOrder, sameForms, withForms } from './forms.ts'
import type { Entity, Part, PlacedMention } from './model.ts'
import {
  allNames,
  compare,
  formsBelow,
  type Listed,
  type Name,
  placeOf,
  placeRow,
  type RowOfPage,
  rootOf,
  rowsBelow,
  rowsByMention,
  type WayUp,
} from './name-tree.ts'
import { nameKey } from './names.ts'

/**
 * The rows of a page hang below the names that the page has; names hang below the one fuller name that
 * other pages have for them, so that an entity is a tree of names, the fullest at its root. A page that
 * changes touches the names on which its rows differ and the entities above them. What people say of a name goes
 * before what pages say of it.
 */
export class Linker {
  readonly #pages = new Map<string, readonly EntityRow[]>()
  readonly #names = new Map<string, Name>()
  /** Most forms are those of one name: a list of it would take twice as much. */
  readonly #byForm = new Map<string, Name | readonly Name[]>()
  /** Entities by type, by name. They follow when they are asked for: most questions do without. */
  readonly #lists = new Map<string, SortedList<Listed>>()
  readonly #unlisted = new Set<Name>()
  #decisions = noDecisions
  /** Names at which a circle was cut, each at the top of its own: as a rule there are none. */
  #cut: ReadonlySet<Name> = new Set()

  /** What people say, instead of what they said before. */
  decide(decisions: EntityDecisions): void {
    const before = this.#decisions
    if (decisions === before) return
    this.#decisions = decisions
    const links = differingKeys(before.links, decisions.links, (a, b) => a?.entity === b?.entity)
    for (const id of links) {
      const name = this.#names.get(id)
      if (name !== undefined) this.#point(name)
    }
    for (const id of differingKeys(before.said, decisions.said, (a, b) => a === b)) {
      const name = this.#names.get(id)
      if (name !== undefined) this.#touch(name)
    }
  }

  /** Replaces what `page` says; `undefined` for a page that is gone. */
  put(page: string, rows: readonly EntityRow[] = []): void {
    const old = this.#pages.get(page) ?? []
    if (rows.length === 0) this.#pages.delete(page)
    else this.#pages.set(page, rows)
    // Of a large page one action changes few rows: the others are the very objects.
    const { from, toBefore, toNow } = differingPart(old, rows)
    const before = new Map(old.slice(from, toBefore).map((row) => [row.id, row]))
    for (const row of rows.slice(from, toNow)) {
      const same = before.get(row.id)
      if (same !== row) this.#replace(same, row)
      before.delete(row.id)
    }
    for (const row of before.values()) this.#replace(row, undefined)
  }

  /** Id of the entity of a mention of `page`; `undefined` for one that is rejected or not there. */
  idOf(page: string, mention: Mention): string | undefined {
    const rows = this.#pages.get(page)
    const row = rows === undefined ? undefined : rowsByMention(rows).get(mention)
    const name = row === undefined ? undefined : this.#names.get(row.id)
    return name === undefined ? undefined : rootOf(name).id
  }

  entity(id: string): Entity | undefined {
    const name = this.#names.get(id)
    return name === undefined || name.full !== undefined ? undefined : this.#entityOf(name)
  }

  /** Id of the entity to which a name belongs; `undefined` for a name that nobody has. */
  rootOf(id: string): string | undefined {
    const name = this.#names.get(id)
    return name === undefined ? undefined : rootOf(name).id
  }

  /** The row of a mention, and the way up from its name to the entity. */
  wayOf(page: string, mention: Mention): WayUp | undefined {
    const rows = this.#pages.get(page)
    const row = rows === undefined ? undefined : rowsByMention(rows).get(mention)
    if (row === undefined) return undefined
    const steps: WayUp['steps'][number][] = []
    for (let at = this.#names.get(row.id); at?.full !== undefined; at = at.full) {
      const { id, full } = at
      const link = this.#decisions.links.get(id)
      const said = full.rows.find(({ shorter }) => shorter.includes(id))
      steps.push({ name: id, full: full.id, ...defined({ link, page: said?.page }) })
    }
    return { row, steps }
  }

  /** Ids of the names of which an entity is made, its own first. */
  namesOf(id: string): readonly string[] {
    const name = this.#names.get(id)
    if (name === undefined) return []
    const below = [...allNames(name)].map((each) => each.id).filter((each) => each !== id)
    return [id, ...below.sort()]
  }

  /** What is said of an entity, in order of page; empty for an id that is none. */
  rows(id: string): readonly RowOfPage[] {
    const name = this.#names.get(id)
    return name === undefined || name.full !== undefined ? [] : rowsBelow(name)
  }

  rowOn(id: string, page: string): RowOfPage | undefined {
    const rows = this.rows(id)
    const row = rows[placeOf(rows, page)]
    return row?.page === page ? row : undefined
  }

  /** In order of page and position. */
  mentions(id: string, { from = 0, most = Number.POSITIVE_INFINITY }: Part = {}): PlacedMention[] {
    const found: PlacedMention[] = []
    let skip = from
    for (const { page, mentions } of this.rows(id)) {
      if (found.length >= most) break
      const part = mentions.slice(skip, skip + most - found.length)
      skip = Math.max(0, skip - mentions.length)
      for (const mention of part) found.push({ page, mention })
    }
    return found
  }

  /** Numbers of entities by type. */
  counts(): ReadonlyMap<string, number> {
    this.#list()
    return new Map([...this.#lists].map(([type, { size }]) => [type, size]))
  }

  /** The entities of one type by name without quotes; to be read before the next page changes. */
  *ofType(type: string, from = 0): Generator<Entity, void> {
    this.#list()
    for (const { name } of this.#lists.get(type)?.from(from) ?? []) {
      const entity = this.#entityOf(name)
      if (entity !== undefined) yield entity
    }
  }

  /** Whether something is named so. */
  isForm(text: string): boolean {
    return this.#byForm.has(text)
  }

  /** The pages that name something so, in order. */
  pagesWith(text: string): readonly string[] {
    const names = this.#namesWith(text)
    const pages = names.flatMap(({ rows }) =>
      rows.filter(({ forms }) => forms.some((form) => form.text === text)).map(({ page }) => page),
    )
    return [...new Set(pages)].sort(compare)
  }

  #namesWith(form: string): readonly Name[] {
    const found = this.#byForm.get(form)
    if (found === undefined) return []
    return 'id' in found ? [found] : found
  }

  #replace(before: EntityRow | undefined, after: EntityRow | undefined): void {
    const { id, page, type } = after ?? before ?? nothing
    const name = this.#name(id, type)
    placeRow(name, page, before === undefined ? 0 : 1, after)
    for (let above: Name | undefined = name; above !== undefined; above = above.full) {
      above.rowsBelow = undefined
    }
    if (!sameForms(before?.forms ?? [], after?.forms ?? [])) {
      this.#changeForms(name, before?.forms ?? [], after?.forms ?? [])
      this.#touch(name)
    } else if (before?.mentions.length !== after?.mentions.length) this.#touch(name)
    const [gone, come] = [before?.shorter ?? [], after?.shorter ?? []]
    for (const shorter of come) if (!gone.includes(shorter)) this.#say(shorter, name, 1)
    for (const shorter of gone) if (!come.includes(shorter)) this.#say(shorter, name, -1)
    this.#forget(name)
  }

  #changeForms(name: Name, gone: readonly Form[], come: readonly Form[]): void {
    const before = name.forms
    name.forms = withForms(withForms(before, gone, -1), come)
    for (const { text } of name.forms) {
      if (before.some((form) => form.text === text)) continue
      const others = this.#namesWith(text)
      this.#byForm.set(text, others.length === 0 ? name : [...others, name])
    }
    for (const { text } of before) {
      if (name.forms.some((form) => form.text === text)) continue
      const [first, ...others] = this.#namesWith(text).filter((each) => each !== name)
      if (first === undefined) this.#byForm.delete(text)
      else this.#byForm.set(text, others.length === 0 ? first : [first, ...others])
    }
  }

  /** One page more, or less, has both a name and a shorter one for the same thing. */
  #say(shorter: string, fuller: Name, pages: 1 | -1): void {
    const name = this.#name(shorter, fuller.type)
    name.fuller ??= new Map()
    const count = (name.fuller.get(fuller) ?? 0) + pages
    if (count === 0) name.fuller.delete(fuller)
    else name.fuller.set(fuller, count)
    this.#point(name)
    this.#forget(name)
  }

  /** Brings up to date below which name this one hangs. */
  #point(name: Name): void {
    const wanted = this.#fullerOf(name)
    const before = name.wanted
    if (wanted === before) return
    name.wanted = wanted
    const changed = new Set([...this.#cut, name])
    const cut = new Set([...changed].flatMap((each) => this.#topOfCircle(each) ?? []))
    for (const each of cut) changed.add(each)
    this.#cut = cut
    // First all that hang otherwise by now, so that none of them hangs below itself for a moment.
    const others = [...changed].filter(
      (each) => each.full !== (cut.has(each) ? undefined : each.wanted),
    )
    for (const each of others) this.#hang(each, undefined)
    for (const each of others) if (!cut.has(each)) this.#hang(each, each.wanted)
    if (before !== undefined) this.#forget(before)
  }

  #fullerOf({ id, type, fuller }: Name): Name | undefined {
    const link = this.#decisions.links.get(id)
    if (link !== undefined) return link.entity === id ? undefined : this.#name(link.entity, type)
    // A page that has only 诸暨市总工会 means the 浙江省诸暨市总工会 of another page, unless the
    // pages have two fuller names for it. Each is longer, so that there is a last one.
    const [only] = fuller?.size === 1 ? fuller.keys() : []
    return only
  }

  #topOfCircle(name: Name): Name | undefined {
    return topOfCircle(name, {
      up: ({ wanted }) => wanted,
      isLinked: ({ id }) => this.#decisions.links.has(id),
      idOf: ({ id }) => id,
    })
  }

  #hang(name: Name, full: Name | undefined): void {
    const before = name.full
    if (before === full) return
    this.#touch(name)
    before?.below?.delete(name)
    name.full = full
    if (full !== undefined) {
      full.below ??= new Set()
      full.below.add(name)
    }
    this.#touch(name)
  }

  #name(id: string, type: string): Name {
    const known = this.#names.get(id)
    if (known !== undefined) return known
    const name: Name = {
      id,
      type,
      rows: [],
      forms: [],
      fuller: undefined,
      wanted: undefined,
      full: undefined,
      below: undefined,
      listed: undefined,
      entity: undefined,
      rowsBelow: undefined,
    }
    this.#names.set(id, name)
    this.#point(name)
    return name
  }

  /** What was made of the entity above is made anew. */
  #touch(name: Name): void {
    this.#unlisted.add(name)
    for (let at: Name | undefined = name; at !== undefined; at = at.full) {
      at.entity = undefined
      at.rowsBelow = undefined
      if (at.full === undefined) this.#unlisted.add(at)
    }
  }

  /** A name that no page has, that none calls a shorter one and to which none was linked is none. */
  #forget(name: Name): void {
    const { rows, fuller, below } = name
    if (rows.length > 0 || (fuller?.size ?? 0) > 0 || (below?.size ?? 0) > 0) return
    for (const each of this.#cut) if (each.wanted === name) return
    this.#names.delete(name.id)
    const { wanted } = name
    if (wanted !== undefined) {
      name.wanted = undefined
      this.#hang(name, undefined)
      this.#forget(wanted)
    }
    // Nobody may ask for the lists for long: what came and went meanwhile is not kept for them.
    if (name.listed === undefined) this.#unlisted.delete(name)
  }

  #list(): void {
    for (const name of this.#unlisted) {
      const { type, listed } = name
      const list = this.#lists.get(type) ?? new SortedList<Listed>(byKey)
      if (listed !== undefined) list.delete(listed)
      const entity = name.full === undefined ? this.#entityOf(name) : undefined
      name.listed = entity === undefined ? undefined : { key: nameKey(entity.name), name }
      if (name.listed !== undefined) list.add(name.listed)
      if (list.size === 0) this.#lists.delete(type)
      else this.#lists.set(type, list)
    }
    this.#unlisted.clear()
  }

  /** Of the name at a root; `undefined` where no page has it or one below it. */
  #entityOf(name: Name): Entity | undefined {
    if (name.entity !== undefined) return name.entity
    const rows = rowsBelow(name)
    if (rows.length === 0) return undefined
    const { name: chosen, uri } = this.#saidOf(name)
    const [fullest = rows[0]?.mentions[0]?.text ?? '', ...others] = namesInOrder(formsBelow(name))
    const aliases =
      chosen === undefined ? others : [fullest, ...others].filter((each) => each !== chosen)
    const count = rows.reduce((sum, { mentions }) => sum + mentions.length, 0)
    const { id, type } = name
    const said = { id, type, name: chosen ?? fullest, aliases, count, pages: rows.length }
    name.entity = { ...said, ...defined({ uri }) }
    return name.entity
  }

  /** What people say of an entity: of the name at its root, else of the first of its names of which they say something. */
  #saidOf(name: Name): Pick<EntityRecord, 'name' | 'uri'> {
    const { said } = this.#decisions
    if (said.size === 0) return {}
    const ids = [...allNames(name)].map(({ id }) => id).filter((id) => said.has(id))
    const records = [...new Set([name.id, ...ids.sort()])].flatMap((id) => said.get(id) ?? [])
    const first = (key: 'name' | 'uri') =>
      records.find((record) => record[key] !== undefined)?.[key]
    return defined({ name: first('name'), uri: first('uri') })
  }
}

const nothing: Pick<EntityRow, 'id' | 'page' | 'type'> = { id: '', page: '', type: '' }

function differingKeys<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  isSame: (a: T | undefined, b: T | undefined) => boolean,
): readonly string[] {
  const keys = new Set([...before.keys(), ...now.keys()])
  return [...keys].filter((key) => !isSame(before.get(key), now.get(key)))
}

function byKey(a: Listed, b: Listed): number {
  return compare(a.key, b.key) || compare(a.name.id, b.name.id)
}
