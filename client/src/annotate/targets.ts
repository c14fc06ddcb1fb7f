/** What a mention can be joined with, as things to be chosen. */
import type {
  NamedMention,
  PossibleRelation,
  RelationEnd,
  RelationTarget,
} from '../../../server/src/protocol.ts'

/** One thing to be chosen: a relation, with a value where it has one that is chosen from a list. */
export interface Option {
  readonly way: PossibleRelation
  readonly label: string
  readonly attributes: Readonly<Record<string, string | null>>
  /** The two are joined so already. */
  readonly isMade: boolean
}

/** `主体：主办`, `主体：协办`, …, `主体`: an attribute with choices is chosen together with its relation. */
export function optionsOf({ relations }: Pick<RelationTarget, 'relations'>): readonly Option[] {
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
export function endOf({ id, range, type }: NamedMention): RelationEnd {
  return id === undefined ? { range, type } : { id }
}
