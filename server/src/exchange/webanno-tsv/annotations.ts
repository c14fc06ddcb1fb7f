/** The annotations of a WebAnno TSV file, put together from the columns of all its tokens. */
import type { FeatureStructure, FeatureValue } from '../cas/model.ts'
import { reference } from '../cas/model.ts'
import { dependent, governor } from '../cas/type-system.ts'
import type { Column } from './columns.ts'
import { nothing, noValue, splitAt, unescapeValue } from './escape.ts'

export interface TsvUnit {
  readonly id: string
  readonly start: number
  readonly end: number
}

interface Annotation {
  readonly id: number
  readonly type: string
  readonly start: number
  end: number
  readonly features: Map<string, FeatureValue>
  /** Of link features, by their name. */
  readonly roles: Map<string, readonly string[]>
}

interface Link {
  readonly owner: Annotation
  readonly column: Extract<Column, { readonly kind: 'targets' }>
  readonly targets: readonly string[]
}

export class TsvAnnotations {
  readonly #columns: readonly Column[]
  readonly #all: Annotation[] = []
  /** By unit and layer, as they are stacked there: names of layers may be long, and are never put together. */
  readonly #stacks = new Map<string, Map<string, Annotation[]>>()
  readonly #numbered = new Map<string, Annotation>()
  readonly #relations: { relation: Annotation; base: string; from: string; unit: string }[] = []
  readonly #links: Link[] = []
  #next = 1

  constructor(columns: readonly Column[]) {
    this.#columns = columns
  }

  unit(unit: TsvUnit, values: readonly string[]): void {
    for (const column of this.#columns) {
      const cell = values[column.index] ?? nothing
      if (cell === nothing || column.kind === 'chain') continue
      for (const [i, value] of splitAt('|', cell).entries()) this.#value(unit, column, i, value)
    }
  }

  /** Total: what points to nothing is left out. */
  structures(): readonly FeatureStructure[] {
    for (const { relation, base, from, unit } of this.#relations) {
      const { text, number } = numbered(from)
      const [source, target] = number.split('_')
      const ends = [
        [governor, this.#find(base, text, source)],
        [dependent, this.#find(base, unit, target)],
      ] as const
      for (const [name, end] of ends) relation.features.set(name, reference(end?.id ?? 0))
    }
    const links = this.#links.flatMap((link) => this.#linkStructures(link))
    const annotations = this.#all.map(({ id, type, start, end, features }) => ({
      id,
      type,
      features: new Map<string, FeatureValue>([...features, ['begin', start], ['end', end]]),
    }))
    return [...annotations, ...links]
  }

  #value(unit: TsvUnit, column: Column, index: number, value: string): void {
    if (column.kind === 'targets') {
      const owner = this.#annotation(unit, column.layer, index, '')
      const targets = value === noValue ? [] : splitAt(';', value)
      this.#links.push({ owner, column, targets })
      return
    }
    const { text, number } = numbered(value)
    const relation = column.kind === 'source' || (column.kind === 'value' && column.relation)
    const annotation = this.#annotation(unit, column.layer, index, relation ? '' : number)
    if (column.kind === 'value' && text !== noValue) {
      annotation.features.set(column.feature, unescapeValue(text))
    } else if (column.kind === 'source') {
      const { base } = column
      this.#relations.push({ relation: annotation, base, from: value, unit: unit.id })
    } else if (column.kind === 'roles') {
      annotation.roles.set(column.feature, text === nothing ? [] : splitAt(';', text))
    }
  }

  /** The one at this place of the stack; that of the number where it began before; else a new one. */
  #annotation(unit: TsvUnit, type: string, index: number, number: string): Annotation {
    const layers = this.#stacks.get(unit.id) ?? new Map<string, Annotation[]>()
    this.#stacks.set(unit.id, layers)
    const stack = layers.get(type) ?? []
    layers.set(type, stack)
    const here = stack[index]
    if (here !== undefined) return here
    const begun = number === '' ? undefined : this.#numbered.get(number)
    if (begun !== undefined) begun.end = Math.max(begun.end, unit.end)
    const { start, end } = unit
    const found = begun ?? {
      id: this.#next++,
      type,
      start,
      end,
      features: new Map(),
      roles: new Map(),
    }
    if (begun === undefined) this.#all.push(found)
    if (number !== '') this.#numbered.set(number, found)
    stack.push(found)
    return found
  }

  #find(type: string, unit: string, number = '0'): Annotation | undefined {
    if (number !== '0' && number !== '') return this.#numbered.get(number)
    return this.#stacks.get(unit)?.get(type)?.[0]
  }

  #linkStructures({ owner, column, targets }: Link): readonly FeatureStructure[] {
    const roles = owner.roles.get(column.feature) ?? []
    const links = targets.flatMap((value, i): FeatureStructure[] => {
      const { text, number } = numbered(value)
      const target = this.#find(column.base, text, number)
      if (target === undefined) return []
      const features = new Map<string, FeatureValue>([['target', reference(target.id)]])
      const role = roles[i]
      if (role !== undefined && role !== noValue) features.set('role', unescapeValue(role))
      return [{ id: this.#next++, type: `${column.layer} link`, features }]
    })
    if (links.length > 0) {
      owner.features.set(column.feature, { refs: links.map(({ id }) => id), list: true })
    }
    return links
  }
}

/** `Person[3]`: the value and its number, empty for none. A bracket of the value itself has `\\` before it. */
function numbered(value: string): { readonly text: string; readonly number: string } {
  const [, text = value, number = ''] = /^([\s\S]*)\[([\d_]+)\]$/.exec(value) ?? []
  return { text, number }
}
