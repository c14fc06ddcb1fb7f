/** Facts of an initiative from the sentences it stands in: who set it up, and where it happens. */
import type { Mention } from '../annotation/record/mention.ts'
import type { LogicalText } from '../page/model.ts'
import { sourceToLogical } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { groupBy } from '../values/group-by.ts'
import { emptyLexicon, type Lexicon } from '../values/lexicon.ts'
import { expressions } from '../values/patterns.ts'
import { type InitiativeKind, initiativeKind } from './initiative.ts'
import type { Fact, LinkedEntity } from './model.ts'
import type { LinkedPage } from './on-page.ts'
import { type Related, relatedFacts, relatedOnPage } from './related-facts.ts'

export interface InitiativeFacts {
  readonly kind: InitiativeKind
  /** Who set it up: who a person says, else the organisation in the first sentence that says so. */
  readonly owner: Fact | undefined
  /** Where a person or else the text says that it happens. */
  readonly place: Fact | undefined
  /** What only people say: since when, for whom, with which figures. */
  readonly since: Fact | undefined
  readonly targets: readonly Fact[]
  readonly figures: readonly Fact[]
}

/** What one page says of an initiative. */
export interface PageFacts {
  /** What people say by relations. */
  readonly related: readonly Related[]
  /** The first that its text says. */
  readonly owner: Fact | undefined
  readonly place: Fact | undefined
}

/** `pages` are those of the entity's mentions, by path. */
export function initiativeFacts(
  { name, mentions }: Pick<LinkedEntity, 'name' | 'mentions'>,
  pages: (path: string) => LinkedPage | undefined,
): InitiativeFacts {
  const byPage = groupBy(mentions, ({ page }) => page)
  const facts = [...byPage].flatMap(([path, placed]) => {
    const page = pages(path)
    const here = placed.map(({ mention }) => mention)
    return page === undefined ? [] : [factsOnPage(page, here)]
  })
  const lexicon = pages(mentions[0]?.page ?? '')?.lexicon ?? emptyLexicon
  return factsOfPages(name, facts, lexicon)
}

/** `mentions` are those of one initiative. */
export function factsOnPage(page: LinkedPage, mentions: readonly Mention[]): PageFacts {
  let owner: Mention | undefined
  let place: Mention | undefined
  for (const mention of mentions) {
    const sentence = sentenceOf(page, mention)
    if (sentence === undefined) continue
    owner ??= ownerIn(sentence, rules(page.lexicon))
    place ??= placeIn(sentence, rules(page.lexicon))
    if (owner !== undefined && place !== undefined) break
  }
  const { path } = page
  return {
    related: relatedOnPage(page, mentions),
    owner: factOf(path, owner),
    place: factOf(path, place),
  }
}

/** Of the initiative with this name; `pages` in their order. */
export function factsOfPages(
  name: string,
  pages: readonly PageFacts[],
  lexicon: Lexicon,
): InitiativeFacts {
  const said = relatedFacts(pages.flatMap(({ related }) => related))
  return {
    ...said,
    kind: initiativeKind(name, lexicon),
    owner: said.owner ?? pages.find(({ owner }) => owner !== undefined)?.owner,
    place: said.place ?? pages.find(({ place }) => place !== undefined)?.place,
  }
}

function factOf(page: string, mention: Mention | undefined): Fact | undefined {
  return mention === undefined ? undefined : { page, mention, text: mention.text }
}

/** The sentence of one mention, with the mentions that stand in it. Offsets are in `text`. */
interface Sentence {
  readonly text: string
  readonly initiative: Span
  readonly organisations: readonly Placed[]
  readonly places: readonly Placed[]
}

interface Placed extends Span {
  readonly mention: Mention
}

/** Longest way from a subject to its verb and from the verb to its object, in UTF-16 units. */
const reach = 40

const rules = expressions('initiative-facts', {
  setsUp: 'g',
  notTheSubject: '',
  someoneElse: '',
  scene: '',
  held: '',
})

type Rules = ReturnType<typeof rules>

/** 永州市总工会推出“助企十条”; better none than one that only stands near. */
function ownerIn(
  { text, initiative, organisations }: Sentence,
  { setsUp, notTheSubject, someoneElse }: Rules,
): Mention | undefined {
  const before = text.slice(0, initiative.start)
  for (const { index, 0: verb } of [...before.matchAll(setsUp)].reverse()) {
    const verbEnd = index + verb.length
    if (initiative.start - verbEnd > reach) return undefined
    const subjects = organisations.filter(
      (each) =>
        each.end <= index &&
        index - each.end <= reach &&
        !notTheSubject.test(text.slice(0, each.start)) &&
        !someoneElse.test(text.slice(each.end, index)),
    )
    const between = organisations.some(
      (each) => each.start >= verbEnd && each.end <= initiative.start,
    )
    // Several subjects, as in 甲、乙联合推出: the first is the one that leads.
    const subject = subjects[0]
    if (subject !== undefined && !between) return subject.mention
  }
  return undefined
}

/** …大赛在杭州举行, 在南湖区启动…行动: only a place that the clause itself names as the scene. */
function placeIn({ text, initiative, places }: Sentence, rules: Rules): Mention | undefined {
  return places.find(({ start, end }) => {
    const between =
      start >= initiative.end
        ? text.slice(initiative.end, start)
        : text.slice(end, initiative.start)
    const isScene =
      rules.scene.test(text.slice(0, start)) && rules.held.test(text.slice(end, end + 12))
    return isScene && between.length <= reach / 2 && !/[,，]/u.test(between)
  })?.mention
}

function sentenceOf(page: LinkedPage, initiative: Mention): Sentence | undefined {
  const logical = logicalOf(page, initiative)
  const at = logical === undefined ? undefined : place(logical, initiative)
  if (logical === undefined || at === undefined) return undefined
  const start = lastEnd(logical.text, at.start)
  const length = logical.text.slice(at.end).search(sentenceEnd)
  const end = length < 0 ? logical.text.length : at.end + length
  const inside = (placed: readonly Placed[]): readonly Placed[] =>
    placed
      .filter((each) => each.start >= start && each.end <= end)
      .map((each) => ({ ...each, start: each.start - start, end: each.end - start }))
  const { organisations, places } = scenery(page).get(initiative.article) ?? empty
  return {
    text: logical.text.slice(start, end),
    initiative: { start: at.start - start, end: at.end - start },
    organisations: inside(organisations),
    places: inside(places),
  }
}

/** The organisations and places of one article, by their place in its logical text. */
interface Scenery {
  readonly organisations: readonly Placed[]
  readonly places: readonly Placed[]
}

const empty: Scenery = { organisations: [], places: [] }

/** Mentions are made once for each text, so that each page is looked through once. */
const sceneries = new WeakMap<readonly Mention[], ReadonlyMap<number | undefined, Scenery>>()

function scenery(page: LinkedPage): ReadonlyMap<number | undefined, Scenery> {
  const known = sceneries.get(page.mentions)
  if (known !== undefined) return known
  const found = new Map<number | undefined, { organisations: Placed[]; places: Placed[] }>()
  for (const mention of page.mentions) {
    const logical = logicalOf(page, mention)
    const placed = logical === undefined ? undefined : place(logical, mention)
    if (placed === undefined || mention.status === 'rejected') continue
    const here = found.get(mention.article) ?? { organisations: [], places: [] }
    if (mention.type === 'Organization') here.organisations.push(placed)
    else if (mention.type === 'Place') here.places.push(placed)
    found.set(mention.article, here)
  }
  for (const { organisations, places } of found.values()) {
    organisations.sort((a, b) => a.start - b.start)
    places.sort((a, b) => a.start - b.start)
  }
  sceneries.set(page.mentions, found)
  return found
}

const sentenceEnd = /[。！？!?；;\n]/u

function lastEnd(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !sentenceEnd.test(text.charAt(start - 1))) start--
  return start
}

function logicalOf({ page }: LinkedPage, { article }: Mention): LogicalText | undefined {
  return article === undefined ? undefined : page.articles[article]?.logical
}

/** Where a mention stands in the logical text. */
function place({ map }: LogicalText, mention: Mention): Placed | undefined {
  const start = sourceToLogical(map, mention.spans[0]?.start ?? 0)
  return start === undefined ? undefined : { start, end: start + mention.text.length, mention }
}
