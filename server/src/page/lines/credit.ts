/** Credits behind a text: who took the photo (`X 摄`), who wrote it (`(X)`, `(X Y 文/图)`). */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { bylineLine, type FoundName, nameAt, skip } from './byline.ts'
import { looksLikeName } from './names.ts'

interface Credit {
  /** `photo` makes its text a caption; `author` closes an article. */
  readonly kind: 'photo' | 'author'
  /** Where the credit begins in the string. */
  readonly start: number
  readonly names: readonly FoundName[]
}

const rules = expressions('bylines', {
  photoEnd: '',
  labelled: '',
  photoLabelStart: '',
  authorWork: '',
})

const WINDOW = 80
const SENTENCE_END = /[。!?…”]/

/** The credit that ends `text`; for a line that is nothing else, `start` is 0. */
export function creditAtEnd(text: string, lexicon: Lexicon): Credit | undefined {
  const from = Math.max(0, text.length - WINDOW)
  const tail = text.slice(from)
  const credit = photoCredit(tail, from === 0, lexicon) ?? bracketedAuthor(tail, lexicon)
  if (credit === undefined) return undefined
  const names = credit.names.map((n) => ({ ...n, start: n.start + from, end: n.end + from }))
  return { kind: credit.kind, start: credit.start + from, names }
}

function photoCredit(tail: string, whole: boolean, lexicon: Lexicon): Credit | undefined {
  const { photoEnd, labelled, photoLabelStart } = rules(lexicon)
  const match = photoEnd.exec(tail) ?? labelled.exec(tail)
  if (match === null) return undefined
  // The credit begins behind the caption's last sentence or at its bracket.
  let start = match.index
  while (start > 0 && !SENTENCE_END.test(tail[start - 1] ?? '') && !/[(]/.test(tail[start] ?? '')) {
    start--
  }
  if (start === 0 && !whole) return undefined
  while (/\s/.test(tail[start] ?? '')) start++
  const open = start + (/[(]/.test(tail[start] ?? '') ? 1 : 0)
  const inner = tail.slice(open, Math.max(open, match.index))
  const label = photoLabelStart.exec(tail.slice(match.index))
  const names =
    label === null
      ? photographers(inner, open, lexicon)
      : photographers(
          tail.slice(match.index + label[0].length).replace(/[)]$/, ''),
          match.index + label[0].length,
          lexicon,
        )
  if (names.length === 0) {
    // `视觉中国 供图` is a credit without a person; `他说要提供` is a sentence that goes on.
    const agency = /[\s/]/.test(match[0][0] ?? '') || /[)]$/.test(match[0])
    if (!agency || inner.length > 24 || /[,;]/.test(inner)) return undefined
  }
  return { kind: 'photo', start, names }
}

/** Names before `摄`: with a role (`通讯员X`), an agency (`某社记者 X`) or alone. */
function photographers(inner: string, offset: number, lexicon: Lexicon): readonly FoundName[] {
  const text = inner.trimEnd()
  const parsed = bylineLine(text, lexicon)
  const names = parsed?.names ?? plainNames(text, lexicon) ?? []
  return names.map((n) => ({ ...n, start: n.start + offset, end: n.end + offset }))
}

function bracketedAuthor(tail: string, lexicon: Lexicon): Credit | undefined {
  const match = /[(]([^()()]{2,50})[)]$/.exec(tail)
  const inner = match?.[1]
  if (match === null || inner === undefined) return undefined
  if (match.index > 0 && !/[。!?…”\s]/.test(tail[match.index - 1] ?? '')) return undefined
  const names =
    bylineLine(inner, lexicon)?.names ??
    plainNames(inner.replace(rules(lexicon).authorWork, ''), lexicon)
  if (names === undefined || names.length === 0) return undefined
  const offset = match.index + 1
  return {
    kind: 'author',
    start: match.index,
    names: names.map((n) => ({ ...n, start: n.start + offset, end: n.end + offset })),
  }
}

/** Names and nothing else (`甲某 乙某某`), each with a known surname; `undefined` for other text. */
export function plainNames(text: string, lexicon: Lexicon): readonly FoundName[] | undefined {
  if (text.length > 40) return undefined
  const names: FoundName[] = []
  let at = 0
  while (at < text.length) {
    const found = nameAt(text, at, lexicon)
    if (found === undefined || !looksLikeName(found.name, lexicon)) return undefined
    names.push(found)
    const next = skip(/[\s、,]+/y, text, found.end)
    if (next === found.end && next < text.length) return undefined
    at = next
  }
  return names
}
