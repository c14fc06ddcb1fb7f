/** What the tagger sees of single characters: their normal form and their kind. */

/** Full-width forms count as their ASCII twins, digits as one: ， is `,` and ７ is 0. */
export function plainUnit(unit: number): number {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  return narrow >= 0x30 && narrow <= 0x39 ? 0x30 : narrow
}

type CharacterKind = number

export const kinds = {
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
  return table[unit] ?? kinds.other
}

const table = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const kind = special.get(String.fromCharCode(unit))
  if (kind !== undefined) return kind
  if (unit === 0x30) return kinds.digit
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return kinds.latin
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd840 && unit <= 0xdfff)) return kinds.han
  return kinds.other
})

/** 1 quotes, 2 title marks, 3 brackets, 4 single quotes that `unit` opens; 0 for none. */
export function opens(unit: number): number {
  return openers.get(unit) ?? 0
}

/** The same of the mark that closes it. */
export function closes(unit: number): number {
  return closers.get(unit) ?? 0
}

const pairs = ['“”1', '‘’4', '《》2', '()3', '（）3', '【】3'] as const
const openers = new Map(pairs.map((pair) => [pair.charCodeAt(0), Number(pair[2])]))
const closers = new Map(pairs.map((pair) => [pair.charCodeAt(1), Number(pair[2])]))
