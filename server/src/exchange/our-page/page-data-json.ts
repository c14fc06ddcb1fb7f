/** What JSON from elsewhere says of a page's newspaper, date and number. */

import type { PageData } from '../../page/model.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json } from '../../values/json.ts'
import { numberOf, stringOf } from '../file/json-values.ts'

/** Total: what is of another kind is passed over. */
export function pageDataOfJson(json: Json | undefined): PageData {
  if (!isObject(json)) return {}
  const newspaper = stringOf(json, 'newspaper')
  const date = stringOf(json, 'date')
  const number = numberOf(json, 'number')
  return {
    ...defined({ newspaper }),
    ...(date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}),
    ...(number !== undefined && Number.isSafeInteger(number) ? { number } : {}),
  }
}
