/** Parts put together to articles: which titles, byline, body and captions belong to one item. */
import { stopOf } from '../lines/evidence.ts'
import type { Part } from '../lines/parts.ts'
import { isNumbered, isTitleKind } from '../lines/titles.ts'
import type { BylineName } from '../model.ts'

/** An article in the making; `body` holds paragraphs, crossheads and bylines in reading order. */
export interface Draft {
  kind: 'article' | 'photo'
  readonly titles: Part[]
  readonly body: Part[]
  readonly captions: Part[]
  /** Under a section name, so that it stands by itself even without a title. */
  readonly underSection: boolean
  /** The byline as a person gave it. */
  names?: readonly BylineName[]
}

/** What the last part did to the article: a title after `closed` is a headline, never a crosshead. */
type State = 'open' | 'closed' | 'ended'

/** Groups settled parts to drafts in source order. Parts of no draft stay loose. */
export function draftsOf(parts: readonly Part[], big: number): Draft[] {
  const drafts: Draft[] = []
  const behind = behindBylines(parts)
  let current: Current | undefined
  let state: State = 'ended'
  let section = false
  const begin = (kind: Draft['kind'], titles: readonly Part[]): Current => {
    const draft: Draft = {
      kind,
      titles: [...titles],
      body: [],
      captions: [],
      underSection: section,
    }
    drafts.push(draft)
    section = false
    return { draft, hasText: false, hasByline: false }
  }

  for (let i = 0; i < parts.length; ) {
    const part = parts[i]
    if (part === undefined) break
    if (part.role === 'title') {
      const group = titleGroup(parts, i)
      i = group.end
      const use = useOf(parts, behind, group, current, state, big)
      if (use === 'crosshead') {
        // Only a person's one can stand where no article is open.
        if (current === undefined || state === 'ended') current = begin('article', [])
        for (const title of group.titles) current.draft.body.push(title)
        state = 'open'
      } else if (use === 'more' && current !== undefined) {
        for (const title of group.titles) current.draft.titles.push(title)
      } else if (use === 'photo') {
        const photo = begin('photo', group.titles).draft
        for (let own = parts[i]; own?.role === 'caption'; own = parts[++i]) photo.body.push(own)
        if (current !== undefined && state === 'open') state = 'closed'
      } else {
        current = begin('article', group.titles)
        state = 'open'
      }
      continue
    }
    i++
    if (part.role === 'section') {
      state = 'ended'
      section = true
    } else if (part.role === 'contact' || part.role === 'masthead') {
      if (!(pending(current) && parts[i]?.role === 'text')) state = 'ended'
    } else if (part.role === 'note') {
      if (state === 'open') state = 'closed'
    } else if (part.role === 'caption') {
      // Under the next article's titles a caption is met inside `titleGroup`.
      if (current !== undefined && state !== 'ended') current.draft.captions.push(part)
    } else if (part.role === 'byline') {
      if (current !== undefined && signs(part, behind[i - 1], current, state)) {
        if (current.hasText) state = 'closed'
      } else {
        current = begin('article', [])
        state = 'open'
      }
      current.draft.body.push(part)
      current.hasByline = true
    } else {
      if (current === undefined || state === 'ended') current = begin('article', [])
      current.draft.body.push(part)
      current.hasText = true
      // After a box or a photo inside it the article is open again.
      state = 'open'
    }
  }
  return drafts
}

/** The draft that parts are put into, and what it has: its body is not searched at each part. */
interface Current {
  readonly draft: Draft
  hasText: boolean
  hasByline: boolean
}

/** For each part, the first one behind it that is no byline. */
function behindBylines(parts: readonly Part[]): readonly (Part | undefined)[] {
  const behind: (Part | undefined)[] = []
  let next: Part | undefined
  for (const part of parts.toReversed()) {
    behind.push(next)
    if (part.role !== 'byline') next = part
  }
  return behind.reverse()
}

interface TitleGroup {
  readonly titles: readonly Part[]
  /** Index behind the last title line. */
  readonly end: number
}

function titleGroup(parts: readonly Part[], from: number): TitleGroup {
  let end = from
  const crosshead = parts[from]?.decided === 'crosshead'
  while (parts[end]?.role === 'title' && (parts[end]?.decided === 'crosshead') === crosshead) end++
  return { titles: parts.slice(from, end), end }
}

/** `more`: further title lines of the article that has no text yet. */
type Use = 'crosshead' | 'headline' | 'more' | 'photo'

function useOf(
  parts: readonly Part[],
  behindAll: readonly (Part | undefined)[],
  group: TitleGroup,
  current: Current | undefined,
  state: State,
  big: number,
): Use {
  const first = group.titles[0]
  if (first?.decided === 'crosshead') return 'crosshead'
  const titled = group.titles.find((title) => title.titled !== undefined)?.titled
  let next = group.end
  while (parts[next]?.role === 'caption') next++
  const behind = parts[next]
  const captions = parts.slice(group.end, next)
  const photo = titled !== 'text' && captions.some((caption) => caption.photo || isFirst(caption))
  if (photo && behind?.role !== 'byline') {
    const continues = behind?.role === 'text' && !pending(current)
    if (!continues || (first?.gap ?? 0) >= big) return 'photo'
  }
  const isOpen = current !== undefined && !current.hasText && state !== 'ended'
  if (isOpen && (titled !== undefined || group.titles.every(isSubhead))) return 'more'
  if (titled !== undefined || group.titles.some((title) => isTitleKind(title.decided)))
    return 'headline'
  if (behind?.role === 'byline' && (behind.lead || isBody(behindAll[next]))) {
    return 'headline'
  }
  if (current === undefined || state !== 'open') return 'headline'
  if (!current.hasText) return current.hasByline ? 'crosshead' : 'headline'
  if (group.titles.length > 1 && !group.titles.some((title) => isNumbered(title.text))) {
    return 'headline'
  }
  return (first?.gap ?? 0) >= big && !pending(current) ? 'headline' : 'crosshead'
}

/** A line that a person says stands under a headline. */
function isSubhead({ decided }: Part): boolean {
  return decided === 'subhead'
}

function isFirst(caption: Part): boolean {
  return /^(?:图为|\d{1,2}月\d{1,2}日)/.test(caption.text)
}

/**
 * Whether a byline belongs to the current article: under its title, or behind its text as a sign.
 * `behind` is what follows it and other bylines.
 */
function signs(byline: Part, behind: Part | undefined, current: Current, state: State): boolean {
  if (!current.hasText && state !== 'ended') return true
  if (byline.lead) return false
  if (byline.inline || !isBody(behind)) return true
  return !current.hasByline && state === 'open'
}

function isBody(part: Part | undefined): boolean {
  return part?.role === 'text' || part?.role === 'caption'
}

export function hasText({ body }: Pick<Draft, 'body'>): boolean {
  return body.some((part) => part.role === 'text')
}

export function hasByline({ body }: Draft): boolean {
  return body.some((part) => part.role === 'byline')
}

/** Whether the article's last paragraph visibly stops. */
function pending(current: Current | undefined): boolean {
  const last = current?.draft.body.at(-1)
  return last?.role === 'text' && stopOf(last.text) !== undefined
}
