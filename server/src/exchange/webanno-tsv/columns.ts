/** The columns that the header of a WebAnno TSV file declares, a line for each layer. */

import { longestShared } from '../file/limits.ts'

export type Column = {
  /** Behind those of unit, offsets and token. */
  readonly index: number
  readonly layer: string
} & (
  | { readonly kind: 'value'; readonly feature: string; readonly relation: boolean }
  /** A layer without features. */
  | { readonly kind: 'mark' }
  | { readonly kind: 'source'; readonly base: string }
  | { readonly kind: 'roles'; readonly feature: string; readonly link: string }
  | { readonly kind: 'targets'; readonly feature: string; readonly base: string }
  /** Not read. */
  | { readonly kind: 'chain' }
)

/** `line` begins with `#T_SP=`, `#T_RL=` or `#T_CH=`. */
export function layerColumns(line: string, first: number): readonly Column[] {
  const kind = line.slice(0, '#T_SP'.length)
  const [layer = '', ...fields] = line
    .slice('#T_SP='.length)
    .split('|')
    .filter((field) => field !== '')
  const isTooLong = [layer, ...fields].some((name) => name.length > longestShared)
  if (isTooLong) return fields.map((_field, i) => ({ index: first + i, layer, kind: 'chain' }))
  if (fields.length === 0) return [{ index: first, layer, kind: 'mark' }]
  const columns: Column[] = []
  for (const [i, field] of fields.entries()) {
    const place = { index: first + i, layer }
    const before = columns.at(-1)
    const [, feature, link] = /^ROLE_[^_]*:([^_:]*)_(.*)$/.exec(field) ?? []
    if (kind === '#T_CH') columns.push({ ...place, kind: 'chain' })
    else if (kind === '#T_RL' && field.startsWith('BT_')) {
      columns.push({ ...place, kind: 'source', base: field.slice('BT_'.length) })
    } else if (feature !== undefined && link !== undefined) {
      columns.push({ ...place, kind: 'roles', feature, link })
    } else if (before?.kind === 'roles') {
      columns.push({ ...place, kind: 'targets', feature: before.feature, base: field })
    } else columns.push({ ...place, kind: 'value', feature: field, relation: kind === '#T_RL' })
  }
  return columns
}
