/** Parts put together to articles: which titles, byline, body and captions belong to one item. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { stopOf } from '../lines/evidence.ts'
import type { Part } from '../lines/parts.ts'
import { isNumbered, isTitleKind } from '../lines/titles.ts'
import type { BylineName } from '../model.ts'

const rules = expressions('furniture', { firstCaption: '' })

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

/** Groups settled parts to drafts in source order. Parts of no draft stay loose. `big` is the page's `bigGap`. */
export function draftsOf(parts: readonly Part[], big: number, lexicon: Lexicon): Draft[] {
  return new Grouping(parts, big, lexicon).drafts()
}

/** Goes through the parts once, with the article that is open in hand. */
class Grouping {
  readonly #parts: readonly Part[]
  readonly #big: number
  readonly #lexicon: Lexicon
  readonly #behind: readonly (Part | undefined)[]
  readonly #drafts: Draft[] = []
  #current: Current | undefined
  #state: State = 'ended'
  #underSection = false
  /** Index of the part that comes next. */
  #at = 0

  constructor(parts: readonly Part[], big: number, lexicon: Lexicon) {
    this.#parts = parts
    this.#big = big
    this.#lexicon = lexicon
    this.#behind = behindBylines(parts)
  }

  drafts(): Draft[] {
    for (let part = this.#parts[0]; part !== undefined; part = this.#parts[this.#at]) {
      if (part.role === 'title') this.#putTitles()
      else {
        this.#at++
        this.#put(part)
      }
    }
    return this.#drafts
  }

  #begin(kind: Draft['kind'], titles: readonly Part[]): Current {
    const draft: Draft = {
      kind,
      titles: [...titles],
      body: [],
      captions: [],
      underSection: this.#underSection,
    }
    this.#drafts.push(draft)
    this.#underSection = false
    return { draft, hasText: false, hasByline: false }
  }

  /** The article that takes the next text: the open one, else a new one without a title. */
  #open(): Current {
    if (this.#current === undefined || this.#state === 'ended') {
      this.#current = this.#begin('article', [])
    }
    return this.#current
  }

  #putTitles(): void {
    const group = titleGroup(this.#parts, this.#at)
    this.#at = group.end
    const use = this.#useOf(group)
    if (use === 'crosshead') {
      // Where no article is open, only a person can have made a line a crosshead.
      const { draft } = this.#open()
      for (const title of group.titles) draft.body.push(title)
      this.#state = 'open'
    } else if (use === 'more') {
      for (const title of group.titles) this.#current?.draft.titles.push(title)
    } else if (use === 'photo') {
      this.#putPhoto(group)
    } else {
      this.#current = this.#begin('article', group.titles)
      this.#state = 'open'
    }
  }

  #putPhoto(group: TitleGroup): void {
    const { body } = this.#begin('photo', group.titles).draft
    for (
      let caption = this.#parts[this.#at];
      caption?.role === 'caption';
      caption = this.#parts[++this.#at]
    ) {
      body.push(caption)
    }
    if (this.#current !== undefined && this.#state === 'open') this.#state = 'closed'
  }

  #put(part: Part): void {
    switch (part.role) {
      case 'section':
        this.#state = 'ended'
        this.#underSection = true
        return
      case 'contact':
      case 'masthead':
        if (!(this.#isPending() && this.#parts[this.#at]?.role === 'text')) this.#state = 'ended'
        return
      case 'note':
        if (this.#state === 'open') this.#state = 'closed'
        return
      case 'caption':
        // Under the next article's titles a caption is met with its title group.
        if (this.#state !== 'ended') this.#current?.draft.captions.push(part)
        return
      case 'byline':
        this.#putByline(part)
        return
      default: {
        const current = this.#open()
        current.draft.body.push(part)
        current.hasText = true
        // After a box or a photo inside it the article is open again.
        this.#state = 'open'
      }
    }
  }

  #putByline(part: Part): void {
    let current = this.#current
    if (current !== undefined && signs(part, this.#behind[this.#at - 1], current, this.#state)) {
      if (current.hasText) this.#state = 'closed'
    } else {
      current = this.#begin('article', [])
      this.#state = 'open'
    }
    current.draft.body.push(part)
    current.hasByline = true
    this.#current = current
  }

  #useOf(group: TitleGroup): Use {
    const first = group.titles[0]
    const current = this.#current
    const state = this.#state
    if (first?.decided === 'crosshead') return 'crosshead'
    const titled = group.titles.find((title) => title.titled !== undefined)?.titled
    let next = group.end
    while (this.#parts[next]?.role === 'caption') next++
    const behind = this.#parts[next]
    const wide = (first?.gap ?? 0) >= this.#big
    if (titled !== 'text' && this.#isOfPhoto(group, next) && behind?.role !== 'byline') {
      const continues = behind?.role === 'text' && !this.#isPending()
      if (!continues || wide) return 'photo'
    }
    const isOpen = current !== undefined && !current.hasText && state !== 'ended'
    if (isOpen && (titled !== undefined || group.titles.every(isSubhead))) return 'more'
    if (titled !== undefined || group.titles.some((title) => isTitleKind(title.decided)))
      return 'headline'
    if (behind?.role === 'byline' && (behind.lead || isBody(this.#behind[next]))) return 'headline'
    if (current === undefined || state !== 'open') return 'headline'
    if (!current.hasText) return current.hasByline ? 'crosshead' : 'headline'
    const isNumberedHeading = ({ text }: Part): boolean => isNumbered(text, this.#lexicon)
    if (group.titles.length > 1 && !group.titles.some(isNumberedHeading)) return 'headline'
    return wide && !this.#isPending() ? 'headline' : 'crosshead'
  }

  /** Whether one of the captions between the titles and the part at `next` is that of their photo. */
  #isOfPhoto(group: TitleGroup, next: number): boolean {
    const { firstCaption } = rules(this.#lexicon)
    const captions = this.#parts.slice(group.end, next)
    return captions.some(({ photo, text }) => photo || firstCaption.test(text))
  }

  /** Whether the open article's last paragraph visibly stops. */
  #isPending(): boolean {
    const last = this.#current?.draft.body.at(-1)
    return last?.role === 'text' && stopOf(last.text, this.#lexicon) !== undefined
  }
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

/** A line that a person says stands under a headline. */
function isSubhead({ decided }: Part): boolean {
  return decided === 'subhead'
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
