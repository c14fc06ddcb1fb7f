/** The forms in which a thing is named, and which of them is its name. */
import type { Mention } from '../annotation/record/mention.ts'
import { nameKey } from './names.ts'

/** A text that names a thing, and how many of its mentions have it. */
export interface Form {
  readonly text: string
  readonly count: number
}

/** One for each text; 该公司, which people said of a thing, is none. */
export function formsOf(mentions: readonly Mention[]): readonly Form[] {
  const [first] = mentions
  if (first !== undefined && mentions.length === 1 && first.record?.coreference === undefined) {
    return [{ text: first.text, count: 1 }]
  }
  const counts = new Map<string, number>()
  for (const { text, record } of mentions) {
    if (record?.coreference !== true) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].map(([text, count]) => ({ text, count }))
}

/** With the counts of `others` added; taken away where `times` is -1, so that a form without mentions is none. */
export function withForms(
  forms: readonly Form[],
  others: readonly Form[],
  times: 1 | -1 = 1,
): readonly Form[] {
  if (forms.length === 0 && times === 1) return others
  const counts = new Map(forms.map(({ text, count }) => [text, count]))
  for (const { text, count } of others) {
    const sum = (counts.get(text) ?? 0) + times * count
    if (sum === 0) counts.delete(text)
    else counts.set(text, sum)
  }
  return [...counts].map(([text, count]) => ({ text, count }))
}

export function sameForms(some: readonly Form[], others: readonly Form[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ text, count }, i) => text === others[i]?.text && count === others[i]?.count)
  )
}

/** The fullest first: it is the name, the others are aliases. */
export function namesInOrder(forms: readonly Form[]): readonly string[] {
  if (forms.length < 2) return forms.map(({ text }) => text)
  return forms
    .map((form) => ({ ...form, length: nameKey(form.text).length }))
    .sort(
      (a, b) =>
        b.length - a.length ||
        b.count - a.count ||
        b.text.length - a.text.length ||
        (a.text < b.text ? -1 : 1),
    )
    .map(({ text }) => text)
}
