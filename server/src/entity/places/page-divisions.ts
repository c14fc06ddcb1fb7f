/** Where the places of a page lie: what one name leaves open is settled by the places beside it. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { type Division, isWithin } from './division-tree.ts'
import { divisionsOf } from './divisions-of.ts'

/** The division of each place among `places`, all of one page; what lies nowhere is left out. */
export function pageDivisions(
  places: readonly Mention[],
  lexicon: Lexicon,
): ReadonlyMap<Mention, Division> {
  const may = new Map(places.map((mention) => [mention, divisionsOf(mention.text, lexicon)]))
  const sure = [...may].flatMap(([mention, [only, ...others]]) =>
    only === undefined || others.length > 0 ? [] : [{ mention, division: only }],
  )
  const found = new Map(sure.map(({ mention, division }) => [mention, division]))
  for (const [mention, several] of may) {
    if (several.length < 2) continue
    const near = sure.filter((each) => each.mention.article === mention.article)
    const one = settled(several, near) ?? settled(several, sure)
    if (one !== undefined) found.set(mention, one)
  }
  return found
}

/** The only one that lies in a city that is named, else in a province that is, or above what is. */
function settled(
  several: readonly Division[],
  named: readonly { readonly division: Division }[],
): Division | undefined {
  for (const depth of [2, 1]) {
    const near = several.filter((each) => {
      const above: Division = { ...each, path: each.path.slice(0, depth) }
      return each.path.length > depth && named.some(({ division }) => isWithin(division, above))
    })
    if (near.length > 0) return near.length === 1 ? near[0] : undefined
  }
  return undefined
}
