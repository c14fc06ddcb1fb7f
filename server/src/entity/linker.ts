/**
 * The entities of many pages, kept up by the difference of one page: full names mean the same everywhere, others do not.
 */
import type { Mention } from '../annotation/record/mention.ts'
import { differingPart } from '../values/differing-part.ts'
import { oncePer } from '../values/once-per.ts'
import { firstIndex } from '../values/sorted.ts'
import { SortedList } from '../values/sorted-list.ts'
import { type EntityRow, inOrder } from './entity-rows.ts'
import { type Form, namesInOrder, sameForms, withForms } from './forms.ts'
import type { Entity, Part, PlacedMention } from './model.ts'
import { nameKey } from './names.ts'

/** What is said of a thing on one page. */
export type RowOfPage = Pick<EntityRow, 'page' | 'mentions' | 'forms'>

/**
 * The rows of a page hang below the names that the page has; names hang below the one fuller name that
 * other pages have for them, so that an entity is a tree of names, the fullest at its root. A page that
 * changes touches the names on which its rows differ and the entities above them.
 */
export class Linker {
  readonly #pages = new Map<string, readonly EntityRow[]>()
  readonly #names = new Map<string, Name>()
  readonly #byForm = new Map<string, Name[]>()
  /** Entities by type, by name. They follow when they are asked for: most questions do without. */
  readonly #lists = new Map<string, SortedList<Listed>>()
  readonly #unlisted = new Set<Name>()

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
    return name === undefined || name.full !== undefined ? undefined : entityOf(name)
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
      const entity = entityOf(name)
      if (entity !== undefined) yield entity
    }
  }

  /** Whether something is named so. */
  isForm(text: string): boolean {
    return this.#byForm.has(text)
  }

  /** The pages that name something so, in order. */
  pagesWith(text: string): readonly string[] {
    const names = this.#byForm.get(text) ?? []
    const pages = names.flatMap(({ rows }) =>
      rows.filter(({ forms }) => forms.some((form) => form.text === text)).map(({ page }) => page),
    )
    return [...new Set(pages)].sort(compare)
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
    }
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
      const same = this.#byForm.get(text)
      if (same === undefined) this.#byForm.set(text, [name])
      else same.push(name)
    }
    for (const { text } of before) {
      if (name.forms.some((form) => form.text === text)) continue
      const others = (this.#byForm.get(text) ?? []).filter((each) => each !== name)
      if (others.length === 0) this.#byForm.delete(text)
      else this.#byForm.set(text, others)
    }
  }

  /** One page more, or less, has both a name and a shorter one for the same thing. */
  #say(shorter: string, fuller: Name, pages: 1 | -1): void {
    const name = this.#name(shorter, fuller.type)
    name.fuller ??= new Map()
    const count = (name.fuller.get(fuller) ?? 0) + pages
    if (count === 0) name.fuller.delete(fuller)
    else name.fuller.set(fuller, count)
    // A page that has only 诸暨市总工会 means the 浙江省诸暨市总工会 of another page, unless the
    // pages have two fuller names for it. Each is longer, so that there is a last one.
    const [only] = name.fuller.size === 1 ? name.fuller.keys() : []
    if (only !== name.full) {
      this.#touch(name)
      name.full?.below?.delete(name)
      name.full = only
      if (only !== undefined) {
        only.below ??= new Set()
        only.below.add(name)
      }
      this.#touch(name)
    }
    this.#forget(name)
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
      full: undefined,
      below: undefined,
      listed: undefined,
      entity: undefined,
      rowsBelow: undefined,
    }
    this.#names.set(id, name)
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

  /** A name that no page has and that none calls a shorter one is none. */
  #forget(name: Name): void {
    const { rows, fuller, below } = name
    if (rows.length > 0 || (fuller?.size ?? 0) > 0 || (below?.size ?? 0) > 0) return
    this.#names.delete(name.id)
    // Nobody may ask for the lists for long: what came and went meanwhile is not kept for them.
    if (name.listed === undefined) this.#unlisted.delete(name)
  }

  #list(): void {
    for (const name of this.#unlisted) {
      const { type, listed } = name
      const list = this.#lists.get(type) ?? new SortedList<Listed>(byKey)
      if (listed !== undefined) list.delete(listed)
      const entity = name.full === undefined ? entityOf(name) : undefined
      name.listed = entity === undefined ? undefined : { key: nameKey(entity.name), name }
      if (name.listed !== undefined) list.add(name.listed)
      if (list.size === 0) this.#lists.delete(type)
      else this.#lists.set(type, list)
    }
    this.#unlisted.clear()
  }
}

/**
 * A name that means one thing where it holds: in the corpus, in a newspaper, on a page. There are some 70 for each page:
 * what most of them do not have is not made.
 */
interface Name {
  readonly id: string
  readonly type: string
  /** Of the pages that have it as the fullest, in order of page. */
  rows: EntityRow[]
  /** Of these rows. */
  forms: readonly Form[]
  /** Fuller names for the same thing, and how many pages say so. */
  fuller: Map<Name, number> | undefined
  /** The fuller name, where there is one only. */
  full: Name | undefined
  /** The names of which this is `full`. */
  below: Set<Name> | undefined
  /** As it stands in the list of its type. */
  listed: Listed | undefined
  /** Of a name without a fuller one, made when it is asked for. */
  entity: Entity | undefined
  rowsBelow: readonly RowOfPage[] | undefined
}

interface Listed {
  /** The entity's name as names are compared. */
  readonly key: string
  readonly name: Name
}

const nothing: Pick<EntityRow, 'id' | 'page' | 'type'> = { id: '', page: '', type: '' }

const rowsByMention = oncePer(
  (rows: readonly EntityRow[]) =>
    new Map(rows.flatMap((row) => row.mentions.map((mention) => [mention, row]))),
)

function placeRow(name: Name, page: string, before: 0 | 1, after: EntityRow | undefined): void {
  const { rows } = name
  const one = after === undefined ? [] : [after]
  // A list that was lengthened has room for more, which most never need.
  if (rows.length === before) name.rows = one
  else rows.splice(placeOf(rows, page), before, ...one)
}

function rootOf(name: Name): Name {
  let root = name
  while (root.full !== undefined) root = root.full
  return root
}

/** Of the name at a root; `undefined` where no page has it or one below it. */
function entityOf(name: Name): Entity | undefined {
  if (name.entity !== undefined) return name.entity
  const pages = rowsBelow(name).length
  if (pages === 0) return undefined
  const forms = formsBelow(name)
  const [first = '', ...aliases] = namesInOrder(forms)
  const count = forms.reduce((sum, form) => sum + form.count, 0)
  name.entity = { id: name.id, type: name.type, name: first, aliases, count, pages }
  return name.entity
}

function formsBelow({ forms, below }: Name): readonly Form[] {
  let all = forms
  for (const name of below ?? []) all = withForms(all, formsBelow(name))
  return all
}

/** One for each page, in order. */
function rowsBelow(name: Name): readonly RowOfPage[] {
  if ((name.below?.size ?? 0) === 0) return name.rows
  name.rowsBelow ??= onePerPage([...allRows(name)].sort((a, b) => compare(a.page, b.page)))
  return name.rowsBelow
}

function* allRows({ rows, below }: Name): Generator<EntityRow, void> {
  yield* rows
  for (const name of below ?? []) yield* allRows(name)
}

function onePerPage(rows: readonly EntityRow[]): readonly RowOfPage[] {
  const found: RowOfPage[] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last?.page !== row.page) found.push(row)
    else {
      const mentions = inOrder([...last.mentions, ...row.mentions])
      found[found.length - 1] = {
        page: row.page,
        mentions,
        forms: withForms(last.forms, row.forms),
      }
    }
  }
  return found
}

/** Index of the row of `page`, or where it would stand. */
function placeOf(rows: readonly RowOfPage[], page: string): number {
  return firstIndex(rows.length, (i) => compare(rows[i]?.page ?? '', page) >= 0)
}

function byKey(a: Listed, b: Listed): number {
  return compare(a.key, b.key) || compare(a.name.id, b.name.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
