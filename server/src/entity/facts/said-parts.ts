/** What the words around an initiative say outright: who takes which part in it, which edition it is, of what it is a part. */
import type { Mention } from '../../annotation/record/mention.ts'
import { logicalToSource } from '../../text/offset-map.ts'
import { groupBy } from '../../values/group-by.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import type { LinkedPage } from '../on-page.ts'
import { readNumber } from '../values/numerals.ts'
import { type ActorPart, actorParts } from './actor-parts.ts'
import { type Actor, type Scene, scenesOf } from './scene.ts'

/** Kinds of facts that patterns say, in the order in which they are listed. */
export const partKeys = ['actors', 'edition', 'partOf'] as const
export type PartKey = (typeof partKeys)[number]

export interface SaidPart {
  readonly key: PartKey
  /** The words that say it. */
  readonly mention: Mention
  /** Of an actor. */
  readonly part?: ActorPart
  /** Of an edition. */
  readonly number?: number
}

/** By mention of an initiative; the same for all mentions of one. */
export function saidParts(page: LinkedPage): ReadonlyMap<Mention, readonly SaidPart[]> {
  const before = known.get(page.mentions)
  if (before !== undefined) return before
  const said = partsOf(page)
  known.set(page.mentions, said)
  return said
}

/** Mentions are made once for each state of a page. */
const known = new WeakMap<readonly Mention[], ReadonlyMap<Mention, readonly SaidPart[]>>()

const patterns = expressions('initiative-parts', {
  inName: '',
  beforeName: '',
  first: '',
  number: '',
  is: '',
  ofIt: '',
  as: '',
  asIts: '',
})

/** What is said of the thing with this number. */
interface Said extends SaidPart {
  readonly initiative: number
  /** The same of one thing is said once. */
  readonly identity: string
}

function partsOf(page: LinkedPage): ReadonlyMap<Mention, readonly SaidPart[]> {
  const scenes = scenesOf(page)
  const all = scenes.flatMap((scene) => {
    const initiatives = scene.actors.filter(({ type }) => type === 'Initiative')
    if (initiatives.length === 0) return []
    return [
      ...actorParts(scene, page.lexicon).map(
        ({ initiative, actor: { mention, thing }, part }): Said => {
          return { key: 'actors', initiative, mention, part, identity: `${part} ${thing}` }
        },
      ),
      ...initiatives.flatMap((each) => editionOf(scene, each, page.lexicon)),
      ...wholesOf(scene, initiatives, page.lexicon),
    ]
  })
  const byThing = groupBy(all, ({ initiative }) => initiative)
  const said = new Map<Mention, readonly SaidPart[]>()
  for (const [thing, list] of byThing) {
    const once = [
      ...new Map(list.toReversed().map((each) => [`${each.key} ${each.identity}`, each])),
    ]
    const parts = once.map(([, { initiative: _, identity: __, ...part }]) => part).reverse()
    for (const { actors } of scenes) {
      for (const { mention, thing: own } of actors) if (own === thing) said.set(mention, parts)
    }
  }
  return said
}

/** 第三届 in the name, or in front of it. */
function editionOf(scene: Scene, initiative: Actor, lexicon: Lexicon): readonly Said[] {
  const { inName, beforeName, first, number } = patterns(lexicon)
  const { start, end, thing } = initiative
  const lead = scene.text.slice(Math.max(start - 8, 0), start)
  const inside = inName.exec(scene.text.slice(start, end))
  const outside = inside === null ? beforeName.exec(lead) : null
  const from = inside !== null ? start + inside.index : start - lead.length + (outside?.index ?? 0)
  const words = (inside ?? outside)?.[0].replace(/\P{L}+$/u, '')
  if (words === undefined) return []
  const read = first.test(words) ? 1 : readNumber(number.exec(words)?.[0] ?? '')
  if (read === undefined) return []
  const mention: Mention = {
    ...initiative.mention,
    spans: logicalToSource(scene.map, { start: from, end: from + words.length }),
    type: 'Figure',
    text: words,
  }
  return [{ key: 'edition', initiative: thing, mention, number: read, identity: `${read}` }]
}

/** 工匠讲堂是“产改”行动的组成部分; 作为“产改”行动的组成部分，工匠讲堂. */
function wholesOf(
  { text, sentences }: Scene,
  initiatives: readonly Actor[],
  lexicon: Lexicon,
): readonly Said[] {
  const { is, ofIt, as, asIts } = patterns(lexicon)
  return initiatives.flatMap((one, i): readonly Said[] => {
    const other = initiatives[i + 1]
    if (other === undefined || one.thing === other.thing || other.start < one.end) return []
    if (sentences[one.start] !== sentences[other.start]) return []
    const between = text.slice(one.end, other.start)
    const said = (part: Actor, whole: Actor): readonly Said[] => [
      {
        key: 'partOf',
        initiative: part.thing,
        mention: whole.mention,
        identity: `${whole.thing}`,
      },
    ]
    if (is.test(between) && ofIt.test(text.slice(other.end, other.end + 20)))
      return said(one, other)
    const lead = text.slice(Math.max(one.start - 4, 0), one.start)
    return as.test(lead) && asIts.test(between) ? said(other, one) : []
  })
}
