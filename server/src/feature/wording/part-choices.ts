import type { ChoiceDefinition, Schema } from '../../annotation/schema/schema.ts'

/** The parts that one can take in an initiative (主办, 协办 …), as the schema's relation `actor` has them; none where it has not. */
export function partChoices({ relations = [] }: Schema): readonly ChoiceDefinition[] {
  const actor = relations.find(({ name }) => name === 'actor')
  return actor?.attributes?.find(({ name }) => name === 'part')?.choices ?? []
}
