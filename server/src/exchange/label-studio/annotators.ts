/** Who made the annotations of a task: each of several is a layer of its own. */
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { safeName } from '../file/safe-path.ts'

export interface AnnotatorResult {
  /** Name of the layer; `undefined` where a task has one annotation, or none. */
  readonly annotator: string | undefined
  readonly annotation: JsonObject | undefined
}

/** Those that were not cancelled. A second one of the same person has its id in its name. */
export function byAnnotator(annotations: readonly Json[]): readonly AnnotatorResult[] {
  const done = annotations.filter(isObject).filter((each) => own(each, 'was_cancelled') !== true)
  if (done.length < 2) return [{ annotator: undefined, annotation: done[0] }]
  const taken = new Set<string>()
  return done.map((annotation, i) => {
    const id = plainName(own(annotation, 'id')) ?? `${i + 1}`
    const name = nameOf(own(annotation, 'completed_by')) ?? id
    const free = [name, `${name}-${id}`].find((each) => !taken.has(each)) ?? `${name}-${id}-${i}`
    taken.add(free)
    return { annotator: free, annotation }
  })
}

/** A person is a number, or what is known of one; of an address the part before the @. */
function nameOf(person: Json | undefined): string | undefined {
  if (!isObject(person)) return plainName(person)
  return ['id', 'username', 'email'].map((key) => plainName(own(person, key))).find(Boolean)
}

function plainName(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return `${value}`
  const name = typeof value === 'string' ? value.replace(/[@＠].*$/s, '').trim() : ''
  return name === '' ? undefined : safeName(name)
}
