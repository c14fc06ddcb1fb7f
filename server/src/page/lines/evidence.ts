/** Evidence that a text visibly stops in the middle of a sentence, or visibly goes on from one. */

const OPENING = '“‘「『《【('
const CLOSING = '”’」』》】)'

/** How clearly a text is cut at its end: `clear` by a comma or an open quote, `likely` by no mark. */
export type Stop = 'clear' | 'likely'

/** `undefined` for a text that ends as a sentence, a list item or an introduction (`:`) may end. */
export function stopOf(text: string): Stop | undefined {
  const end = text.trimEnd()
  const last = end.at(-1) ?? ''
  // What goes on on another page does not go on here.
  if (/\(下转[^()]{1,16}\)$/.test(end.slice(-24))) return undefined
  if (last === '' || /[。!?…;:]/.test(last)) return undefined
  if (/[,、—]/.test(last) || OPENING.includes(last)) return 'clear'
  if (CLOSING.includes(last)) {
    // `…创新在基层。”` ends, `“在与‘某物业’` and `推进“产改”` do not.
    const inner = end.replace(/[”’」』》】)]+$/, '').at(-1) ?? ''
    if (/[。!?…]/.test(inner)) return undefined
  }
  return openQuotes(end) ? 'clear' : 'likely'
}

/**
 * Whether a text can only be the rest of something: it begins with a closing mark or a particle,
 * has one character before its first mark (`过。双方`), or closes a quote that it never opened.
 */
export function goesOn(text: string): boolean {
  if (/^[,、。;:!?))”’」』》】%]/.test(text)) return true
  if (/^(?:的(?!确|士)|们|了(?!解|不起|却|然)|着(?!力|眼|重|手|实|装|陆|急)|吗|呢|吧)/.test(text)) {
    return true
  }
  // `过。双方…`, and a figure without its sentence: `99.26%。在决赛…`.
  if (/^(?:(?![一二三四五六七八九十]、)\p{Script=Han}|\d[\d.]*[%‰]?(?!、))[。、;]/u.test(text))
    return true
  return closesUnopened(text)
}

/** Whether a text begins as a new paragraph of a report likes to: `据悉,`, `今年6月,`, `活动中,`. */
export function opensAnew(text: string): boolean {
  const head = text.slice(0, 24)
  return (
    /^(?:据悉|据了解|据介绍|近日|日前|近年来|近期|近段时间|目前|截至|如今|当前|此外|同时|与此同时|为此|对此|因此|接下来|下一步|未来|会上|会后|去年|今年|前不久|不久前)/.test(
      head,
    ) ||
    /^\p{Script=Han}{2,7}(?:之后|后|以来|期间|当天|当日|现场|结束时|过程中|活动中|会上|中),/u.test(
      head.replace(',', ','),
    ) ||
    /^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:上午|下午|晚|起|以来|份|中旬|上旬|下旬)?[,]/.test(head)
  )
}

/** Whether more double quotes or title marks are opened than closed. */
export function openQuotes(text: string): boolean {
  let quotes = 0
  let titles = 0
  for (const mark of text) {
    if (mark === '“') quotes++
    else if (mark === '”') quotes = Math.max(0, quotes - 1)
    else if (mark === '《') titles++
    else if (mark === '》') titles = Math.max(0, titles - 1)
  }
  return quotes > 0 || titles > 0
}

function closesUnopened(text: string): boolean {
  const first = /[“”]/.exec(text)
  const title = /[《》]/.exec(text)
  return first?.[0] === '”' || title?.[0] === '》'
}

/**
 * The four-character strings of Chinese characters of a page, to ask whether the word that a cut
 * would make stands elsewhere (`…举行了消防` + `安全主题…`: the page has `消防安全`). Pages of more
 * than `limit` units have none, to keep memory small.
 */
export function gramsOf(text: string, limit = 400_000): ReadonlySet<string> {
  const grams = new Set<string>()
  if (text.length > limit) return grams
  for (const run of text.matchAll(/\p{Script=Han}{4,}/gu)) {
    for (let i = 0; i + 4 <= run[0].length; i++) grams.add(run[0].slice(i, i + 4))
  }
  return grams
}

export function makesKnownWord(grams: ReadonlySet<string>, before: string, after: string): boolean {
  return grams.has(before.slice(-2) + after.slice(0, 2))
}
