/** A label in both languages. */
import type { Label } from '../report/labels.ts'
import { escapeHtml } from './escape.ts'

export function bilingual({ zh, en }: Label): string {
  return en === undefined
    ? escapeHtml(zh)
    : `${escapeHtml(zh)} <span lang="en">${escapeHtml(en)}</span>`
}
