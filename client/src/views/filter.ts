/** The filter of a view: entities whose words hold everything that was typed. */

import type { EntityItem, InitiativeItem } from '../../../server/src/protocol.ts'
import { soundsLike } from '../pick/pinyin.ts'

/** Parts separated by white space must all occur, in any order and any of the item's words; in names also as pinyin or its initials. */
export function filterItems<T extends EntityItem>(items: readonly T[], text: string): readonly T[] {
  const parts = fold(text)
    .split(/\s+/)
    .filter((part) => part !== '')
  if (parts.length === 0) return items
  return items.filter((item) => {
    const words = fold(wordsOf(item).join('\n'))
    const names = [item.name, ...item.aliases]
    return parts.every(
      (part) => words.includes(part) || names.some((name) => soundsLike(name, part)),
    )
  })
}

/** The filter that was kept when the window was closed; nothing where something else was. */
export function keptFilter(stored: unknown): string {
  return typeof stored === 'string' ? stored : ''
}

function wordsOf(item: EntityItem & Partial<InitiativeItem>): readonly string[] {
  const { kindLabel, owner, place, since, targets = [], figures = [] } = item
  const facts = [kindLabel, owner, place, since, ...targets, ...figures]
  const known = facts.filter((fact) => fact !== undefined)
  return [item.name, ...item.aliases, ...known, ...item.pages.map((page) => page.label)]
}

/** Full-width letters and digits are typed as either. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
