/** JSON-MIN of Label Studio: a row for each annotation, its regions under the name of their tag. As tasks. */
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { isJsonList, listOf, numberOf } from '../file/json-values.ts'

/** What a row says of itself, and of the annotation. */
const aboutRow: ReadonlySet<string> = new Set([
  ...['id', 'annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time', 'agreement'],
])

/** Whether an object is such a row and no task. */
export function isMinRow(json: Json): json is JsonObject {
  if (!isObject(json) || isObject(own(json, 'data'))) return false
  const isAnnotated = own(json, 'annotation_id') !== undefined
  return isAnnotated || Object.values(json).some(isRegions)
}

/** Rows of one task, which have its id, together. `unread` hears what is neither region nor text. */
export function tasksOfRows(
  rows: readonly Json[],
  unread: (name: string) => void,
): readonly Json[] {
  const tasks = new Map<Json, { data: Record<string, Json>; annotations: Json[] }>()
  for (const [i, row] of rows.entries()) {
    if (!isMinRow(row)) {
      tasks.set(`#${i}`, { data: {}, annotations: [] })
      continue
    }
    const key = own(row, 'id') ?? `#${i}`
    const task = tasks.get(key) ?? { data: {}, annotations: [] }
    tasks.set(key, task)
    const result: Json[] = []
    for (const [name, value] of Object.entries(row)) {
      if (aboutRow.has(name)) continue
      if (isRegions(value)) {
        for (const region of listOf(value)) {
          const id = `#${result.length + 1}`
          result.push({ id, type: 'labels', from_name: name, value: region })
        }
      } else if (typeof value === 'string') task.data[name] = value
      else if (!isJsonList(value) || value.length > 0) unread(name)
    }
    task.annotations.push({
      id: own(row, 'annotation_id') ?? null,
      completed_by: own(row, 'annotator') ?? null,
      result,
    })
  }
  return [...tasks.values()].map((task) => ({ ...task }))
}

/** Whether a value is a list of labelled places. */
function isRegions(value: Json): boolean {
  return (
    isJsonList(value) &&
    value.length > 0 &&
    value.every((each) => isObject(each) && numberOf(each, 'start') !== undefined)
  )
}
