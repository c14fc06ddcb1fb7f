/** Cells hold no more than 32,767 characters: parts that are longer are lost, and said so. */
import { printJson } from '../../values/json.ts'
import { type MentionPart, mentionParts } from '../format/holds.ts'
import type { Loss } from '../format/losses.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { jsonOfParts } from '../our-page/parts.ts'
import { escapeCell, longestCell } from './cell.ts'

/** `losses`, with those of cells that are left empty. Both ids and types are short. */
export function withLongCells(page: ExchangePage, losses: readonly Loss[]): readonly Loss[] {
  const long = [
    ...page.mentions.map((mention) => ({ kind: 'mention' as const, statement: mention })),
    ...page.relations.map((relation) => ({ kind: 'relation' as const, statement: relation })),
  ].flatMap(({ kind, statement }): readonly Loss[] => {
    const parts = longParts(statement)
    if (parts.length === 0) return []
    const { id } = statement
    const ofRelation = parts.filter((part) => part !== 'entity' && part !== 'reading')
    return [kind === 'mention' ? { kind, id, lost: parts } : { kind, id, lost: ofRelation }]
  })
  return [...losses, ...long]
}

function longParts(statement: ExchangeMention | ExchangeRelation): readonly MentionPart[] {
  const json = jsonOfParts(statement, mentionParts)
  return mentionParts.filter((part) => {
    const value = json[part]
    if (value === undefined) return false
    const cell = typeof value === 'string' ? value : printJson(value)
    return cell.length > longestCell || escapeCell(cell).length > longestCell
  })
}
