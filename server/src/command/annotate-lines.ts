/** A worker for batches: a document a line in, what is found in it a line out, in the same order. */

import type { Analyser } from '../corpus/analysis/analysis.ts'
import { analyseText } from '../feature/lists/analyse.ts'
import type { PageData } from '../page/model.ts'
import { defined } from '../values/defined.ts'
import { isObject, type Json, own, parseJson } from '../values/json.ts'
import { messageOf } from '../values/message-of.ts'

/**
 * The line for `{"id", "text", "meta"}`: `id` and `meta` as they came, with `mentions`, `entities` and
 * `articles`; for a bad line `{"id", "line", "error"}`. `line` is its one-based number. Total.
 */
export function annotateLine(content: string, line: number, analyser: Analyser): string {
  const json = parseJson(content)
  if (!isObject(json)) return fault(null, line, 'no JSON object')
  const id = own(json, 'id') ?? null
  const text = own(json, 'text')
  if (typeof text !== 'string') return fault(id, line, '"text" is not a text')
  const meta = own(json, 'meta')
  try {
    const data = dataOf(meta)
    const found = analyseText(text, analyser, data === undefined ? {} : { data })
    return JSON.stringify({ id, ...defined({ meta }), ...found })
  } catch (error) {
    // A fault of the program, which must not cost the other documents.
    return fault(id, line, messageOf(error))
  }
}

function fault(id: Json, line: number, error: string): string {
  return JSON.stringify({ id, line, error })
}

/** What `meta` says of the newspaper, where it says it as a page's data are said. */
function dataOf(meta: Json | undefined): PageData | undefined {
  if (!isObject(meta)) return undefined
  const newspaper = own(meta, 'newspaper')
  const date = own(meta, 'date')
  const number = own(meta, 'number')
  return {
    ...(typeof newspaper === 'string' ? { newspaper } : {}),
    ...(typeof date === 'string' ? { date } : {}),
    ...(typeof number === 'number' ? { number } : {}),
  }
}
