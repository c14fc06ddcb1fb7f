/** Which divisions a name may mean. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { type Division, divisionTree, isWithin } from './division-tree.ts'

const places = expressions('places', { road: '' })

/**
 * The divisions in which a place of this name lies, as deep as its name says: 浙江省嘉兴市南湖区, 江苏启东市, 苍南县灵溪镇. Several
 * for a name that several have (鼓楼区), none for what begins with no division.
 */
export function divisionsOf(name: string, lexicon: Lexicon): readonly Division[] {
  const tree = divisionTree(lexicon)
  let found: readonly Division[] = []
  let at = 0
  for (;;) {
    const length = tree.names.longestAt(name, at)
    const [part, rest] = [name.slice(at, at + length), name.slice(at + length)]
    const full = tree.full(part)
    // 北京路, 南京东路: a road in another city.
    if (full.length === 0 && places(lexicon).road.test(rest)) break
    const short = tree.short(part)
    const next = at > 0 ? below(found, full, short) : full.length > 0 ? full : highest(short, rest)
    if (length === 0 || next.length === 0) break
    found = next
    at += length
  }
  return found
}

/** A short name means the highest division that has it: 吉林 is the province. That of a county stands alone: not 西湖边. */
function highest(short: readonly Division[], rest: string): readonly Division[] {
  const level = short[0]?.level
  return level === 3 && rest !== '' ? [] : short.filter((each) => each.level === level)
}

function below(
  above: readonly Division[],
  full: readonly Division[],
  short: readonly Division[],
): readonly Division[] {
  const isBelow = (each: Division): boolean =>
    above.some((one) => one !== each && isWithin(each, one))
  const named = full.filter(isBelow)
  return named.length > 0 ? named : short.filter(isBelow)
}
