/** Newspaper, date and page number of a page, as a person says them. */

import type { PageRecord } from '../../../annotation/record/record.ts'
import { isObject, type JsonObject } from '../../../values/json.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionResult } from '../action.ts'
import { index, optional, orNull, page, such, text } from '../parameters.ts'
import { refused } from '../refused.ts'

export const setPageData: Action<'setPageData'> = {
  description:
    'Sets what is known of the page; it wins over corpus.json, file name and masthead. What is not named stays as it was set.',
  parameters: {
    place: page,
    newspaper: optional(orNull(text('Its name; `null` for what is found.'))),
    date: optional(
      orNull(
        such(
          text('`2021-11-22`, `2021-11` or `2021`; `null` for what is found.'),
          (value) => value === '' || /^\d{4}(-\d\d(-\d\d)?)?$/.test(value),
        ),
      ),
    ),
    number: optional(
      orNull(index('Of the page in the issue, a whole number; `null` for what is found.')),
    ),
  },
  run(
    _,
    { place: { document }, newspaper, date, number },
    { who, when, newId },
  ): ActionResult<'setPageData'> {
    const before = document.annotations.records.flatMap(({ record }) =>
      record.kind === 'page' && record.what === 'data' ? [record] : [],
    )
    const data = new Map(before.flatMap(({ value }) => Object.entries(dataOf(value))))
    let changes = 0
    for (const [key, value] of Object.entries({ newspaper, date, number })) {
      if (value === undefined) continue
      changes++
      if (value === null || value === '') data.delete(key)
      else data.set(key, value)
    }
    if (changes === 0) return refused(t('Nothing is said of the page.'))
    const [first, ...others] = before
    const { conflict: _open, ...kept } = first ?? { kind: 'page', id: newId(), what: 'data' }
    const value = Object.fromEntries(data)
    const record: PageRecord = { ...kept, kind: 'page', what: 'data', value, who, when }
    const isEmpty = data.size === 0
    if (isEmpty && first === undefined) return refused(t('Nobody has set data of this page.'))
    const drop = (isEmpty ? before : others).map(({ id }) => id)
    return {
      kind: 'edits',
      label: t('Page data'),
      edits: [{ uri: document.uri, put: isEmpty ? [] : [record], drop }],
    }
  },
}

function dataOf(value: PageRecord['value']): JsonObject {
  return isObject(value) ? value : {}
}
