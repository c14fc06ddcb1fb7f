/** What the tagger sees of single characters: their normal form and their kind. */

/** Full-width forms count as their ASCII twins, digits as one: ， is `,` and ７ is 0. */
export function plainUnit(unit: number): number {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  return narrow >= 0x30 && narrow <= 0x39 ? 0x30 : narrow
}

type CharacterKind = number

const kinds = {
  other: 1,
  han: 2,
  digit: 3,
  numeral: 4,
  latin: 5,
  space: 6,
  comma: 7,
  stop: 8,
  listing: 9,
  opening: 10,
  closing: 11,
  dot: 12,
} as const

const special = new Map<string, CharacterKind>()
const rows: readonly (readonly [string, CharacterKind])[] = [
  ['一二三四五六七八九十百千万亿两零〇', kinds.numeral],
  [' \n\t\u3000', kinds.space],
  [',;:—-', kinds.comma],
  ['。!?', kinds.stop],
  ['、/', kinds.listing],
  ['“‘《(【[〔「『', kinds.opening],
  ['”’》)】]〕」』', kinds.closing],
  ['·•.', kinds.dot],
]
for (const [characters, kind] of rows) for (const one of characters) special.set(one, kind)

/** By the unit of `plainUnit`. */
export function kindOf(unit: number): CharacterKind {
  const kind = special.get(String.fromCharCode(unit))
  if (kind !== undefined) return kind
  if (unit === 0x30) return kinds.digit
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return kinds.latin
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd840 && unit <= 0xdfff)) return kinds.han
  return kinds.other
}

/** Punctuation and white space: no chain of words goes on over it. */
export function separates(kind: CharacterKind): boolean {
  return kind === kinds.other || (kind >= kinds.space && kind <= kinds.closing)
}

/** Inside which marks each unit of `text` stands: 0 none, 1 quotes, 2 title marks, 3 brackets. */
export function enclosures(text: string): Uint8Array {
  const inside = new Uint8Array(text.length)
  let open = -1
  let kind = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    const opened = pairs.get(character)
    if (opened !== undefined && open < 0) {
      open = at
      kind = opened
    } else if (open >= 0 && closers[kind]?.includes(character)) {
      inside.fill(kind, open + 1, at)
      open = -1
    } else if (at - open > longestEnclosed || character === '\n') open = -1
  }
  return inside
}

/** A mark whose partner is farther away, in UTF-16 units, is taken for lost. */
const longestEnclosed = 40

const pairs = new Map([
  ['“', 1],
  ['‘', 1],
  ['《', 2],
  ['(', 3],
  ['（', 3],
  ['【', 3],
])
const closers = ['', '”’', '》', ')）】']
