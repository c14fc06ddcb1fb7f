/** Areas in the scenes of a page: those that names of organisations and initiatives begin with or leave to the text. */
import type { Mention } from '../../annotation/record/mention.ts'
import { type Cluster, clustersOnPage, type LinkedPage } from '../on-page.ts'
import { areaLength, areaStart, bareLevel, isLarge, isSamePlace, leading } from './areas.ts'
import { type HomeAreas, homeAreas } from './home-areas.ts'
import type { Actor, Scene } from './scene.ts'

/** An area stands where the name stands of which it is a part. */
export interface AreaActor extends Actor {
  readonly type: 'Area'
  /** Number of the thing in whose name it stands. */
  readonly of: number
  /** The name that leads to it, as it stands here. */
  readonly name: string
  /** Whether the name has it there, another form of the name elsewhere, or only the page. */
  readonly said: 'here' | 'elsewhere' | 'page'
}

export function isArea(actor: Actor): actor is AreaActor {
  return actor.type === 'Area'
}

/** The scenes with their areas among the actors. */
export function withAreas(page: LinkedPage, scenes: readonly Scene[]): readonly Scene[] {
  const found = areasOnPage(page)
  return scenes.map((scene) => {
    const areas = scene.actors.flatMap((actor) => areaOf(actor, found) ?? [])
    const actors = [...scene.actors, ...areas].sort((a, b) => a.start - b.start)
    return { ...scene, actors }
  })
}

interface Named {
  /** The fullest form whose name begins with an area, and how long that is. */
  readonly mention: Mention
  readonly length: number
}

interface PageAreas {
  readonly page: LinkedPage
  /** By the thing in whose name it stands. */
  readonly named: ReadonlyMap<number, Named>
  readonly home: HomeAreas
  numberOf(area: string): number
}

function areasOnPage(page: LinkedPage): PageAreas {
  const clusters = clustersOnPage(page)
  const named = new Map<number, Named>()
  for (const [i, { type, mentions }] of clusters.entries()) {
    if (type !== 'Organization' && type !== 'Initiative') continue
    const lengths = mentions.map((mention) => ({ mention, length: ownLength(mention, page) }))
    const best = lengths.reduce((a, b) => (b.length > a.length ? b : a))
    if (best.length > 0) named.set(i, best)
  }
  return { page, named, home: homeAreas(page), numberOf: numbering(page, clusters) }
}

/** Of the area in a name. Undertakings bear names such as 青山 and 东方 that are those of counties elsewhere. */
function ownLength({ text, type }: Mention, { lexicon }: LinkedPage): number {
  const name = text.slice(areaStart(text, lexicon))
  const length = areaLength(name, lexicon)
  const isMeant = type !== 'Initiative' || isLarge(name.slice(0, length), lexicon)
  return isMeant ? length : 0
}

function areaOf(actor: Actor, { page, named, home, numberOf }: PageAreas): AreaActor | undefined {
  const { type, thing: of, start } = actor
  if (type !== 'Organization' && type !== 'Initiative') return undefined
  const length = ownLength(actor.mention, page)
  const own = length > 0 ? { mention: actor.mention, length } : named.get(of)
  const level = own === undefined ? bareLevel(actor.text, page.lexicon) : undefined
  const mention =
    own === undefined
      ? home(level ?? '', actor.mention.article)
      : leading(own.mention, areaStart(own.mention.text, page.lexicon), own.length, page.text)
  if (mention === undefined) return undefined
  const said = length > 0 ? 'here' : own === undefined ? 'page' : 'elsewhere'
  const { text } = mention
  const end = said === 'here' ? start + length : start
  return {
    start,
    end,
    mention,
    type: 'Area',
    text,
    thing: numberOf(text),
    of,
    name: actor.text,
    said,
  }
}

/** An area has the number of the place that the page names by itself, else one below those of things. */
function numbering(
  { lexicon }: LinkedPage,
  clusters: readonly Cluster[],
): (area: string) => number {
  const places = clusters.map(({ type, mentions }) =>
    type === 'Place' ? [...new Set(mentions.map(({ text }) => text))] : [],
  )
  const numbers = new Map<string, number>()
  const isSame = (a: string, b: string): boolean => isSamePlace(a, b, lexicon)
  return (area) => {
    const known = numbers.get(area)
    if (known !== undefined) return known
    const place = places.findIndex((forms) => forms.some((form) => isSame(form, area)))
    const other = [...numbers].find(([form]) => isSame(form, area))?.[1]
    const number = place >= 0 ? place : (other ?? -2 - numbers.size)
    numbers.set(area, number)
    return number
  }
}
