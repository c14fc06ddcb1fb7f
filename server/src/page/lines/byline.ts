/** Bylines: `记者X报道`, `本报讯 通讯员X 记者Y报道`, `本报(记者X Y 通讯员Z)`, `本报记者 X`, `□ X`, `文/图 X`. */
import { append } from '../../values/append.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { looksLikeName, maybeName } from './names.ts'

/** A name with its place in the string that was parsed (UTF-16 units). */
export interface FoundName {
  readonly name: string
  readonly start: number
  readonly end: number
}

interface ParsedByline {
  /** Where the byline ends in the string. */
  readonly end: number
  readonly names: readonly FoundName[]
}

/** Only so much of a string is looked at: a byline is short, a page may be one long line. */
const WINDOW = 160

const rules = expressions('bylines', {
  bullet: 'y',
  opener: 'y',
  opens: '',
  role: 'y',
  work: 'y',
  longName: 'y',
  spaced: 'y',
  name: 'y',
  closed: '',
  closer: 'y',
  share: 'y',
  post: '',
  members: 'y',
})

const gap = /[\s、,]*/y
const wideGap = /[\s、,;]*/y

/**
 * A byline that opens `text`, the whole of a line or the start of a paragraph. Names without a
 * bracket or `报道` behind them count only where they cannot be the text's first words.
 */
export function bylineAtStart(text: string, lexicon: Lexicon): ParsedByline | undefined {
  const head = text.slice(0, WINDOW)
  const found = scan(head, lexicon)
  if (found === undefined) return undefined
  const rest = head.slice(found.end)
  const opened = found.opened || found.closed || rest.trim() === ''
  if (!opened || (found.names.length === 0 && !found.opened)) return undefined
  return { end: found.end, names: found.names }
}

/** A byline that is the whole of `text`. */
export function bylineLine(text: string, lexicon: Lexicon): ParsedByline | undefined {
  if (text.length > WINDOW) return undefined
  const found = scan(text, lexicon) ?? authorLine(text, lexicon) ?? memberList(text, lexicon)
  if (found === undefined || text.slice(found.end).trim() !== '') return undefined
  return { end: found.end, names: found.names }
}

interface Scan extends ParsedByline {
  /** `本报讯` stands in front: a byline even without names. */
  readonly opened: boolean
  /** `报道` or a bracket stands behind the names. */
  readonly closed: boolean
}

function scan(text: string, lexicon: Lexicon): Scan | undefined {
  const { bullet: bullets, opener, opens, role, work, closer } = rules(lexicon)
  const names: FoundName[] = []
  let at = skip(bullets, text, 0)
  const bullet = at > 0
  if (text[at] === '【') at++
  const behindOpener = skip(opener, text, at)
  let opened = behindOpener > at
  at = behindOpener
  if (opened && text[at] === '】') at = skip(/】\s*/y, text, at)
  const opening = at
  const bracket = text[at] === '(' || text[at] === '(' || text[at] === '['
  if (bracket) at = skip(/.\s*/y, text, at)
  let end = opened ? opening : 0
  for (let groups = 0; groups < 12; groups++) {
    const behindRole = skip(work, text, skip(role, text, skip(work, text, at)))
    const named = behindRole > at || (groups === 0 && bullet)
    if (!named) break
    const run = nameRun(text, behindRole, bullet && behindRole === at, lexicon)
    if (run.names.length === 0) break
    append(names, run.names)
    end = run.end
    at = skip(wideGap, text, run.end)
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
    if (!opens.test(text.slice(0, opening))) opened = false
    return opened ? { end: trimEnd(text, opening), names, opened, closed: false } : undefined
  }
  const behindCloser = skip(closer, text, end)
  return { end: behindCloser, names, opened, closed: behindCloser > end }
}

/** Names behind a role word; of several the ones behind the first must look like names. */
function nameRun(
  text: string,
  from: number,
  strict: boolean,
  lexicon: Lexicon,
): { names: FoundName[]; end: number } {
  const names: FoundName[] = []
  let at = from
  let end = from
  while (names.length < 12) {
    const found = nameAt(text, at, lexicon)
    if (found === undefined) break
    const sure = names.length === 0 && !strict
    const isName = sure
      ? maybeName(found.name, lexicon)
      : looksLikeName(found.name, lexicon) || isClosed(text, found, lexicon)
    if (!isName) break
    names.push(found)
    end = skip(rules(lexicon).share, text, found.end)
    at = skip(gap, text, end)
    if (at === end) break
  }
  return { names, end }
}

function isClosed(text: string, { name, end }: FoundName, lexicon: Lexicon): boolean {
  return maybeName(name, lexicon) && rules(lexicon).closed.test(text.slice(end, end + 8))
}

export function nameAt(text: string, at: number, lexicon: Lexicon): FoundName | undefined {
  const { longName, spaced: spacedName, name } = rules(lexicon)
  for (const pattern of [longName, spacedName, name]) pattern.lastIndex = at
  const spaced = spacedName.exec(text)
  const match = longName.exec(text) ?? name.exec(text)
  if (spaced !== null && (match === null || match[0].length < 2)) {
    return { name: `${spaced[1]}${spaced[2]}`, start: at, end: at + spaced[0].length }
  }
  return match === null ? undefined : { name: match[0], start: at, end: at + match[0].length }
}

/** `扬州市某工会党组成员、副主席 贾某`: a post, white space, a name; several in a row as well. */
function authorLine(text: string, lexicon: Lexicon): Scan | undefined {
  if (text.length > 80 || /[。!?;“”《》]/.test(text)) return undefined
  const names: FoundName[] = []
  let post = false
  for (const token of text.matchAll(/[^\s]+/g)) {
    const word = token[0]
    if (rules(lexicon).post.test(word)) post = true
    else if (post && looksLikeName(word, lexicon)) {
      names.push({ name: word, start: token.index, end: token.index + word.length })
    } else if (names.length > 0 || token.index > 0) return undefined
  }
  return names.length > 0 ? { end: text.length, names, opened: false, closed: true } : undefined
}

/** `调研组成员:范某 陈某某`, `组长:甲某 执笔:乙某某`. */
function memberList(text: string, lexicon: Lexicon): Scan | undefined {
  const names: FoundName[] = []
  let at = 0
  while (at < text.length) {
    const behind = skip(rules(lexicon).members, text, at)
    if (behind === at) return undefined
    const run = nameRun(text, behind, false, lexicon)
    if (run.names.length === 0) return undefined
    append(names, run.names)
    at = skip(wideGap, text, run.end)
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
