/** Bylines: `记者X报道`, `本报讯 通讯员X 记者Y报道`, `本报(记者X Y 通讯员Z)`, `本报记者 X`, `□ X`, `文/图 X`. */
import { looksLikeName, maybeName } from './names.ts'

/** A name with its place in the string that was parsed (UTF-16 units). */
export interface FoundName {
  readonly name: string
  readonly start: number
  readonly end: number
}

export interface ParsedByline {
  /** Where the byline ends in the string. */
  readonly end: number
  readonly names: readonly FoundName[]
}

/** Only so much of a string is looked at: a byline is short, a page may be one long line. */
const WINDOW = 160

const BULLET = /[□■◆●○▲△※☆★◎▢◇]\s*/y
const OPENER =
  /(?:\p{Script=Han}{0,4}(?:本报|本刊|本网)(?:\p{Script=Han}{0,4}讯)?|(?:新华社|中新社|中新网)[^,。\s(]{0,14}[电讯]|\p{Script=Han}{2,6}(?:日报|工人报|时报|晚报|网|社)讯?|综合消息|讯)(?=[\s(【】记通实见首特全融驻摄]|$)\s*/uy
const ROLE =
  /(?:本报|本刊|本网|本台|新华社|中新社|(?:\p{Script=Han}{1,6}[报网社台][-·/]?){1,2})?\s*(?:首席|见习|实习|特约|特派|全媒体|融媒体|驻\p{Script=Han}{2,4}){0,2}\s*(?:摄影记者|记者站|记者|通讯员|通迅员|实习生|评论员|撰稿人|撰稿|撰文|作者|报道员|供稿)\s*:?\s*/uy
const WORK = /(?:文\s*[/、]?\s*[图摄]|[图摄]\s*[/、]?\s*文|文|图片?|摄影|摄)\s*(?:[/:]\s*|\s+)/y
const LONG_NAME =
  /\p{Script=Han}{1,6}(?:[·•]\p{Script=Han}{1,8}?)+(?=报道|摄|供图|\/|[\s、,)】]|本报|通讯员|记者|$)/uy
/** `王 鑫`: names of two characters are spaced out to the width of three. */
const SPACED = /(\p{Script=Han})[ \u3000]{1,2}(\p{Script=Han})(?=[\s、,)]|报道|摄|$)/uy
const NAME =
  /\p{Script=Han}{2,4}?(?=(?:摄影)?报道|采写|整理|摄影?|供图|文\/|图\/|\/|[\s、,)】]|本报|通讯员|记者|实习生|$)/uy
const CLOSER = /\s*(?:摄影报道|报道|采写|整理|供稿|文\s*\/?\s*图|图\s*\/?\s*文)(?=[\s)】:]|$):?/y
/** `甲某/文 乙某/图`. */
const SHARE = /\s*\/\s*(?:文|图片?|摄影?)(?=[\s、,)]|$)/y
const GAP = /[\s、,]*/y

/**
 * A byline that opens `text`, the whole of a line or the start of a paragraph. Names without a
 * bracket or `报道` behind them count only where they cannot be the text's first words.
 */
export function bylineAtStart(text: string): ParsedByline | undefined {
  const head = text.slice(0, WINDOW)
  const found = scan(head)
  if (found === undefined) return undefined
  const rest = head.slice(found.end)
  const opened = found.opened || found.closed || rest.trim() === ''
  if (!opened || (found.names.length === 0 && !found.opened)) return undefined
  return { end: found.end, names: found.names }
}

/** A byline that is the whole of `text`. */
export function bylineLine(text: string): ParsedByline | undefined {
  if (text.length > WINDOW) return undefined
  const found = scan(text) ?? authorLine(text) ?? memberList(text)
  if (found === undefined || text.slice(found.end).trim() !== '') return undefined
  return { end: found.end, names: found.names }
}

interface Scan extends ParsedByline {
  /** `本报讯` stands in front: a byline even without names. */
  readonly opened: boolean
  /** `报道` or a bracket stands behind the names. */
  readonly closed: boolean
}

function scan(text: string): Scan | undefined {
  const names: FoundName[] = []
  let at = skip(BULLET, text, 0)
  const bullet = at > 0
  if (text[at] === '【') at++
  const behindOpener = skip(OPENER, text, at)
  let opened = behindOpener > at
  at = behindOpener
  if (opened && text[at] === '】') at = skip(/】\s*/y, text, at)
  const opening = at
  const bracket = text[at] === '(' || text[at] === '(' || text[at] === '['
  if (bracket) at = skip(/.\s*/y, text, at)
  let end = opened ? opening : 0
  for (let groups = 0; groups < 12; groups++) {
    const behindRole = skip(WORK, text, skip(ROLE, text, skip(WORK, text, at)))
    const named = behindRole > at || (groups === 0 && bullet)
    if (!named) break
    const run = nameRun(text, behindRole, bullet && behindRole === at)
    if (run.names.length === 0) break
    names.push(...run.names)
    end = run.end
    at = skip(/[\s、,;]*/y, text, run.end)
  }
  if (bracket) {
    const close = skip(/\s*[)\]]/y, text, end)
    if (names.length > 0 && close > end) return { end: close, names, opened, closed: true }
    // `本报讯(陈述)`: the bracket is no byline, what stands before it still is.
    if (!opened || opening === 0) return undefined
    return { end: trimEnd(text, opening), names: [], opened, closed: false }
  }
  if (names.length === 0) {
    // `新华社` or a bare `讯` says nothing; `本报讯` does.
    if (!/讯|电|消息|本报/.test(text.slice(0, opening))) opened = false
    return opened ? { end: trimEnd(text, opening), names, opened, closed: false } : undefined
  }
  const behindCloser = skip(CLOSER, text, end)
  return { end: behindCloser, names, opened, closed: behindCloser > end }
}

/** Names behind a role word; of several the ones behind the first must look like names. */
function nameRun(text: string, from: number, strict: boolean): { names: FoundName[]; end: number } {
  const names: FoundName[] = []
  let at = from
  let end = from
  while (names.length < 12) {
    const found = nameAt(text, at)
    if (found === undefined) break
    const sure = names.length === 0 && !strict
    if (!(sure ? maybeName(found.name) : looksLikeName(found.name) || isClosed(text, found))) break
    names.push(found)
    end = skip(SHARE, text, found.end)
    at = skip(GAP, text, end)
    if (at === end) break
  }
  return { names, end }
}

function isClosed(text: string, found: FoundName): boolean {
  return maybeName(found.name) && /^\s*(?:报道|摄|[)])/.test(text.slice(found.end, found.end + 8))
}

export function nameAt(text: string, at: number): FoundName | undefined {
  LONG_NAME.lastIndex = at
  SPACED.lastIndex = at
  NAME.lastIndex = at
  const spaced = SPACED.exec(text)
  const match = LONG_NAME.exec(text) ?? NAME.exec(text)
  if (spaced !== null && (match === null || match[0].length < 2)) {
    return { name: `${spaced[1]}${spaced[2]}`, start: at, end: at + spaced[0].length }
  }
  return match === null ? undefined : { name: match[0], start: at, end: at + match[0].length }
}

const POST =
  /(?:主席|书记|主任|部长|会长|院长|所长|教授|处长|局长|科长|队长|站长|秘书长|研究员|委员|理事长|经理|董事长|校长|馆长|负责人|组长|干部|成员|博士|讲师|律师)$/

/** `扬州市某工会党组成员、副主席 贾某`: a post, white space, a name; several in a row as well. */
function authorLine(text: string): Scan | undefined {
  if (text.length > 80 || /[。!?;“”《》]/.test(text)) return undefined
  const names: FoundName[] = []
  let post = false
  for (const token of text.matchAll(/[^\s]+/g)) {
    const word = token[0]
    if (POST.test(word)) post = true
    else if (post && looksLikeName(word)) {
      names.push({ name: word, start: token.index, end: token.index + word.length })
    } else if (names.length > 0 || token.index > 0) return undefined
  }
  return names.length > 0 ? { end: text.length, names, opened: false, closed: true } : undefined
}

const MEMBERS =
  /(?:\p{Script=Han}{0,10}(?:成员|组长|执笔人?|撰稿人?|作者|供稿|采写|文字|统筹|撰文|采访)\s*[:]|[/])\s*/uy

/** `调研组成员:范某 陈某某`, `组长:甲某 执笔:乙某某`. */
function memberList(text: string): Scan | undefined {
  const names: FoundName[] = []
  let at = 0
  while (at < text.length) {
    const behind = skip(MEMBERS, text, at)
    if (behind === at) return undefined
    const run = nameRun(text, behind, false)
    if (run.names.length === 0) return undefined
    names.push(...run.names)
    at = skip(/[\s、,;]*/y, text, run.end)
  }
  return names.length > 0 ? { end: text.length, names, opened: false, closed: true } : undefined
}

/** Where the sticky `pattern` ends when it matches at `at`; else `at`. */
export function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text) === null ? at : pattern.lastIndex
}

function trimEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length
}
