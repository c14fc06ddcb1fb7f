/** What people's decisions on all pages say of names, kept up by the difference of one page. */
import { greatest } from '../values/greatest.ts'
import { namesThatMayDiffer, noPageNames, type PageNames, type Types } from './page-names.ts'

/** Live entries of a dictionary for the recogniser. */
export interface NameDecisions {
  /** Type by name, as most people's marks say it; of equally many the newest one. */
  readonly positive: ReadonlyMap<string, string>
  /** Names that were rejected everywhere, by `negativeMark`. */
  readonly negative: ReadonlySet<string>
}

export const noDecisions: NameDecisions = { positive: new Map(), negative: new Set() }

export class DecidedNames {
  readonly #pages = new Map<string, PageNames>()
  readonly #accepted = new Map<string, Name>()
  /** Number of pages that reject a name everywhere. */
  readonly #negative = new Map<string, number>()
  readonly #unsettled = new Set<string>()
  #now = noDecisions
  /** Names that stand on one page and say the same share one. */
  #lastAlone: NameOnPage = { page: '', types: none }

  /** Replaces what `page` says; `undefined` for a page that is gone. */
  put(page: string, names: PageNames = noPageNames): void {
    const before = this.#pages.get(page) ?? noPageNames
    if (names === before) return
    if (names === noPageNames) this.#pages.delete(page)
    else this.#pages.set(page, names)
    for (const name of namesThatMayDiffer(before, names)) {
      const [old, now] = [before.accepted.get(name) ?? none, names.accepted.get(name) ?? none]
      if (old !== now) this.#count(name, page, old, now)
    }
    for (const mark of before.negative) if (!names.negative.has(mark)) this.#reject(mark, -1)
    for (const mark of names.negative) if (!before.negative.has(mark)) this.#reject(mark, 1)
  }

  /** The same object until something changes. */
  get decisions(): NameDecisions {
    const { positive, negative } = this.#now
    const changed = [...this.#unsettled].flatMap(
      (name): (readonly [string, string | undefined])[] => {
        const type = typeOf(this.#accepted.get(name))
        return type === positive.get(name) ? [] : [[name, type]]
      },
    )
    this.#unsettled.clear()
    const areRejected = this.#negative.size === negative.size
    const sameNegative = areRejected && [...negative].every((mark) => this.#negative.has(mark))
    if (changed.length === 0 && sameNegative) return this.#now
    const types = changed.length === 0 ? positive : withChanges(positive, changed)
    const marks = sameNegative ? negative : new Set(this.#negative.keys())
    this.#now =
      types.size === 0 && marks.size === 0 ? noDecisions : { positive: types, negative: marks }
    return this.#now
  }

  #count(name: string, page: string, before: Types, after: Types): void {
    const known = this.#accepted.get(name)
    const isAlone = known === undefined || ('page' in known && known.page === page)
    const now = isAlone
      ? this.#alone(page, after)
      : counted(onPages(known), page, { before, after })
    const isGone = isAlone ? after.length === 0 : 'pages' in now && now.pages.size === 0
    if (isGone) this.#accepted.delete(name)
    else this.#accepted.set(name, now)
    this.#unsettled.add(name)
  }

  #alone(page: string, types: Types): NameOnPage {
    const last = this.#lastAlone
    if (last.page !== page || last.types !== types) this.#lastAlone = { page, types }
    return this.#lastAlone
  }

  #reject(mark: string, pages: 1 | -1): void {
    const count = (this.#negative.get(mark) ?? 0) + pages
    if (count === 0) this.#negative.delete(mark)
    else this.#negative.set(mark, count)
  }
}

/** Of pages all at once. */
export function decisionsOf(pages: readonly PageNames[]): NameDecisions {
  const names = new DecidedNames()
  for (const [i, page] of pages.entries()) names.put(String(i), page)
  return names.decisions
}

/** A name on one page, as most are, or on several. */
type Name = NameOnPage | NameOnPages

interface NameOnPage {
  readonly page: string
  readonly types: Types
}

interface NameOnPages {
  /** How often it was accepted as each type. */
  readonly counts: Map<string, number>
  readonly pages: Map<string, Types>
}

const none: Types = []

function onPages(name: Name): NameOnPages {
  if ('pages' in name) return name
  const { page, types } = name
  return counted({ counts: new Map(), pages: new Map() }, page, { before: none, after: types })
}

/** Changes `name`, and gives it. */
function counted(
  name: NameOnPages,
  page: string,
  { before, after }: { readonly before: Types; readonly after: Types },
): NameOnPages {
  const { counts, pages } = name
  for (const [types, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const { type, count } of types) {
      const sum = (counts.get(type) ?? 0) + sign * count
      if (sum === 0) counts.delete(type)
      else counts.set(type, sum)
    }
  }
  if (after.length === 0) pages.delete(page)
  else pages.set(page, after)
  return name
}

function typeOf(name: Name | undefined): string | undefined {
  if (name === undefined) return undefined
  if ('page' in name && name.types.length === 1) return name.types[0]?.type
  const several = onPages(name)
  const most = greatest(several.counts.values())
  const types = [...several.counts].filter(([, count]) => count === most).map(([type]) => type)
  if (types.length === 1) return types[0]
  return types
    .map((type) => ({ type, last: lastOf(several, type) }))
    .sort((a, b) => compare(b.last, a.last) || compare(a.type, b.type))[0]?.type
}

function lastOf({ pages }: NameOnPages, type: string): string {
  let last = ''
  for (const types of pages.values()) {
    const here = types.find((each) => each.type === type)?.last ?? ''
    if (here > last) last = here
  }
  return last
}

function withChanges(
  types: ReadonlyMap<string, string>,
  changed: readonly (readonly [string, string | undefined])[],
): ReadonlyMap<string, string> {
  const after = new Map(types)
  for (const [name, type] of changed) {
    if (type === undefined) after.delete(name)
    else after.set(name, type)
  }
  return after
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
