/** The areas that names leave to the text: of `市总工会` the city that its article names, else the page. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { LinkedPage } from '../on-page.ts'
import { areaLength, areaStart, areasWithin, isLargeLevel, leading, levelsOf } from './areas.ts'

/** The area of a level that is meant in an article; `undefined` where the page has none. */
export type HomeAreas = (level: string, article: number | undefined) => Mention | undefined

/** How often an area is named, and where first. */
interface Named {
  count: number
  readonly area: Mention
}

/** Types of names that may begin with an area. */
const sources: ReadonlySet<string> = new Set([
  'Place',
  'Organization',
  'Honor',
  'Initiative',
  'Document',
])

/** Whole names go before short ones, the article before the page; of several the one that is named most, first. */
export function homeAreas(page: LinkedPage): HomeAreas {
  const named = new Map<string, Map<string, Named>>()
  const note = (group: string, area: Mention): void => {
    const areas = named.get(group) ?? new Map<string, Named>()
    named.set(group, areas)
    const known = areas.get(area.text) ?? { count: 0, area }
    known.count++
    areas.set(area.text, known)
  }
  for (const mention of page.mentions) {
    if (mention.status === 'rejected' || !sources.has(mention.type)) continue
    for (const { area, level, form } of areasOf(mention, page)) {
      note(`${form} ${level}`, area)
      note(`${form} ${level} ${mention.article}`, area)
    }
  }
  return (level, article) =>
    ['whole', 'short']
      .flatMap((form) => [`${form} ${level} ${article}`, `${form} ${level}`])
      .flatMap((group) => most(named.get(group)) ?? [])[0]
}

function most(areas: ReadonlyMap<string, Named> | undefined): Mention | undefined {
  return [...(areas?.values() ?? [])].reduce<Named | undefined>(
    (best, each) => (best === undefined || each.count > best.count ? each : best),
    undefined,
  )?.area
}

interface LevelledArea {
  readonly area: Mention
  readonly level: string
  readonly form: 'whole' | 'short'
}

function areasOf(mention: Mention, { lexicon, text: source }: LinkedPage): LevelledArea[] {
  const start = areaStart(mention.text, lexicon)
  const name = mention.text.slice(start)
  const isPlace = mention.type === 'Place'
  const length = isPlace ? name.length : areaLength(name, lexicon)
  const area = (part: string): Mention => leading(mention, start, part.length, source)
  const whole = areasWithin(name.slice(0, length), lexicon)
  if (whole.length > 0) {
    return whole.flatMap((part) =>
      levelsOf(part, lexicon).map((level) => ({ area: area(part), level, form: 'whole' })),
    )
  }
  // 光明 and 长安 in the names of firms are no districts.
  const short = name.slice(0, length)
  return levelsOf(short, lexicon)
    .filter((level) => isPlace || isLargeLevel(level, lexicon))
    .map((level) => ({ area: area(short), level, form: 'short' }))
}
