/** Gathers a page's mentions to clusters: one name is one thing, and short forms join their full name. */
import { type Mention, mentionSpan } from '../annotation/record/mention.ts'
import type { RelationRecord } from '../annotation/record/record.ts'
import type { Page } from '../page/model.ts'
import { byPosition } from '../text/span.ts'
import { groupBy } from '../values/group-by.ts'
import type { Lexicon } from '../values/lexicon.ts'
import { expressions } from '../values/patterns.ts'
import { linkedId } from './decisions.ts'
import { isFullName, isLevelName, nameKey, typedKey } from './names.ts'
import { isShortForm } from './short-forms.ts'

export interface LinkedPage {
  /** Identifies the page in its corpus. */
  readonly path: string
  readonly text: string
  readonly page: Page
  readonly mentions: readonly Mention[]
  readonly newspaper: string | undefined
  /** Date of the issue, `2021-11-22`. */
  readonly date?: string | undefined
  /** By which its names are read. */
  readonly lexicon: Lexicon
  /** Between mentions with a record. */
  readonly relations?: readonly RelationRecord[]
  /** Names, `Type:key`, of which people say that they are no short form of another one here. */
  readonly apart?: ReadonlySet<string> | undefined
}

/** The mentions of one thing on one page. */
export interface Cluster {
  readonly type: string
  /** Of the entity to which people linked its fullest name. */
  readonly linked: string | undefined
  /** Of its fullest name, as names are compared. */
  readonly key: string
  /** Its other names that mean the same thing on every page. */
  readonly fullKeys: readonly string[]
  /** Whether the same name on another page means the same thing. */
  readonly scope: 'corpus' | 'newspaper' | 'page'
  /** Why its other names are in it. */
  readonly shortNames: readonly ShortName[]
  /** In order of position, at least one. */
  readonly mentions: readonly Mention[]
}

/** Why a name is one of a thing that has a fuller one on its page. */
export interface ShortName {
  /** As names are compared. */
  readonly key: string
  /** `introduced`: the text says so, by 以下简称. */
  readonly how: 'introduced' | 'shortForm'
  /** The fuller name as it stands there. */
  readonly full: string
}

interface Named {
  readonly type: string
  readonly key: string
  /** Id of the entity to which people linked these mentions. */
  readonly linked: string | undefined
  /** For names that each article uses for its own: `市总工会`. */
  readonly article: number | undefined
  readonly mentions: Mention[]
}

const rules = expressions('organizations', { shortFor: '' })

/** Beyond so many names of one type on a page, short forms are not looked for: each is held against each. */
const mostNames = 1500

/** In order of the first mention. Rejected mentions are left out. */
export function clustersOnPage(page: LinkedPage): readonly Cluster[] {
  const { lexicon } = page
  const names = gatherNames(page)
  const fullOf = new Map<Named, Full>()
  for (const all of groupBy(names, ({ type }) => type).values()) {
    if (all.length > mostNames) continue
    const sameType = all.filter((name) => !isPronoun(name))
    for (const name of sameType) {
      if (name.linked !== undefined || page.apart?.has(`${name.type}:${name.key}`)) continue
      const introduced = fullNameInText(page, name, sameType)
      const full = introduced ?? clearFullName(name, sameType, lexicon)
      const how = introduced === undefined ? 'shortForm' : 'introduced'
      if (full !== undefined) fullOf.set(name, { full, how })
    }
  }
  const groups = groupBy(names, (name) => fullest(name, fullOf))
  const places = new Set(names.filter(({ type }) => type === 'Place').map(({ key }) => key))
  const authors = new Set(
    page.page.articles.flatMap(({ byline }) => byline.map(({ name }) => nameKey(name))),
  )
  return [...groups].map(([full, members]) => ({
    type: full.type,
    linked: full.linked,
    key: full.key,
    fullKeys: members
      .filter((name) => name !== full && isFullAlone(name, full, places, lexicon))
      .map(({ key }) => key),
    scope: page.apart?.has(`${full.type}:${full.key}`)
      ? 'page'
      : isFullName(full.type, full.key, places, lexicon)
        ? 'corpus'
        : full.type === 'Person' && authors.has(full.key)
          ? 'newspaper'
          : 'page',
    shortNames: fullOf.size === 0 ? none : members.flatMap((name) => shortName(name, fullOf) ?? []),
    mentions: members.flatMap(({ mentions }) => mentions).toSorted(inOrder),
  }))
}

const none: readonly ShortName[] = []

interface Full {
  readonly full: Named
  readonly how: ShortName['how']
}

function shortName(name: Named, fullOf: ReadonlyMap<Named, Full>): ShortName | undefined {
  const found = fullOf.get(name)
  return found && { key: name.key, how: found.how, full: found.full.mentions[0]?.text ?? '' }
}

/** 该公司 is no name, and none is short for it. */
function isPronoun({ mentions }: Named): boolean {
  return mentions.every(({ record }) => record?.coreference === true)
}

/** The tail of an initiative's name may be that of another one elsewhere: 爱心驿站. */
function isFullAlone(
  { type, key }: Named,
  full: Named,
  places: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  if (type === 'Initiative' && full.key.endsWith(key)) return false
  return isFullName(type, key, places, lexicon)
}

function gatherNames({ mentions, lexicon }: LinkedPage): readonly Named[] {
  const names = new Map<string, Named>()
  for (const mention of [...mentions].sort(inOrder)) {
    if (mention.status === 'rejected') continue
    const key = typedKey(mention.type, mention.text, lexicon)
    const article = isLevelName(mention.type, key, lexicon) ? mention.article : undefined
    const entity = mention.record?.entity
    const linked = entity === undefined ? undefined : linkedId(mention.type, entity)
    const id = `${mention.type}\n${article ?? ''}\n${key}\n${linked ?? ''}`
    const name = names.get(id) ?? { type: mention.type, key, linked, article, mentions: [] }
    name.mentions.push(mention)
    names.set(id, name)
  }
  return [...names.values()]
}

/** The one longer name that `name` is a short form of; none when there are several. */
function clearFullName(name: Named, names: readonly Named[], lexicon: Lexicon): Named | undefined {
  const longer = names.filter(
    (other) =>
      isShortForm(name.type, name.key, other.key, lexicon) &&
      (name.article === undefined ||
        other.mentions.some(({ article }) => article === name.article)) &&
      !isLinkedElsewhere(other, names),
  )
  // 富润 ← 富润控股集团 ← 富润控股集团有限公司 is one chain: the next link is the shortest.
  const nearest = longer.sort((a, b) => a.key.length - b.key.length)[0]
  if (nearest === undefined) return undefined
  const isChain = longer.every(
    (other) => other === nearest || isShortForm(name.type, nearest.key, other.key, lexicon),
  )
  return isChain ? nearest : undefined
}

/** Some mentions of a name were linked by people, others not: a short form goes with those that were not. */
function isLinkedElsewhere({ key, linked }: Named, names: readonly Named[]): boolean {
  if (linked === undefined) return false
  return names.some((other) => other.key === key && other.linked === undefined)
}

/** 蓝领岗位生态系统建设工程(以下简称“蓝领工程”): the text itself says so. */
function fullNameInText(
  { text, lexicon }: LinkedPage,
  name: Named,
  names: readonly Named[],
): Named | undefined {
  const first = name.mentions[0]
  if (first === undefined) return undefined
  const at = mentionSpan(first).start
  const lead = rules(lexicon).shortFor.exec(text.slice(Math.max(0, at - 12), at))
  if (lead === null) return undefined
  const end = at - lead[0].length
  return names.find(
    (other) =>
      other !== name &&
      other.key.length > name.key.length &&
      other.mentions.some((mention) => endsNear(text, mentionSpan(mention).end, end)),
  )
}

/** With nothing but a closing quote between. */
function endsNear(text: string, end: number, at: number): boolean {
  return end <= at && at - end < 4 && /^[\s”"」]*$/u.test(text.slice(end, at))
}

function fullest(name: Named, fullOf: ReadonlyMap<Named, Full>): Named {
  let at = name
  // A full name is longer than its short form, so that the way up ends.
  for (let next = fullOf.get(at); next !== undefined; next = fullOf.get(at)) at = next.full
  return at
}

function inOrder(a: Mention, b: Mention): number {
  return byPosition(mentionSpan(a), mentionSpan(b))
}
