/** What `attachTargets` and `relationTargets` answer: mentions with the relations that they can have. */
import type { AttributeInfo, Range } from '../../../server/src/protocol.ts'

export interface Targets {
  readonly mention: Named
  readonly targets: readonly Target[]
}

interface Named {
  readonly text: string
  readonly type: string
  readonly range: Range
  readonly id?: string
}

export interface Target extends Named {
  /** Name of its article. */
  readonly article?: string
  readonly near: boolean
  readonly relations: readonly Way[]
}

export interface Way {
  readonly type: string
  readonly label: string
  /** Where the mention stands that was asked about. */
  readonly end: 'from' | 'to'
  readonly attributes: readonly AttributeInfo[]
  /** Of the relation, where the two are joined by it. */
  readonly id?: string
  readonly values?: Readonly<Record<string, string | number | boolean>>
}

export function isTargets(answer: unknown): answer is Targets {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'mention' in answer &&
    'targets' in answer &&
    Array.isArray(answer.targets)
  )
}

/** One thing to be chosen: a relation, with a value where it has one that is chosen from a list. */
export interface Option {
  readonly way: Way
  readonly label: string
  readonly attributes: Readonly<Record<string, string | null>>
  /** The two are joined so already. */
  readonly isMade: boolean
}

/** `主体：主办`, `主体：协办`, …, `主体`: an attribute with choices is chosen together with its relation. */
export function optionsOf({ relations }: Pick<Target, 'relations'>): readonly Option[] {
  return relations.flatMap((way): readonly Option[] => {
    const { label, attributes, id, values = {} } = way
    const chosen = attributes.find(({ kind }) => kind === 'choice')
    const now = chosen === undefined ? undefined : values[chosen.name]
    const plain = {
      way,
      label,
      attributes: chosen === undefined || now === undefined ? {} : { [chosen.name]: null },
      isMade: id !== undefined && now === undefined,
    }
    const withValue = (chosen?.choices ?? []).map((choice) => ({
      way,
      label: `${label}: ${choice.label}`,
      attributes: { [chosen?.name ?? '']: choice.name },
      isMade: id !== undefined && now === choice.name,
    }))
    return [...withValue, plain]
  })
}

/** An end of a relation as the server takes it. */
export function endOf({ id, range, type }: Named): object {
  return id === undefined ? { range, type } : { id }
}
