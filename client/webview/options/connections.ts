/** Who and what is connected with an initiative: it, the articles that name it, and what they say. */
import type { InitiativeDetail } from '../../../server/src/protocol.ts'
import type { Look } from '../look.ts'
import { barStyle, lineStyle } from './bar-style.ts'

/** What a click on a node is about. */
export interface NodeDatum {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Where it is said: index of the kind of facts, and of the fact in it. Of an article, its first mention. */
  readonly fact?: readonly [number, number]
  readonly article?: number
  readonly symbolSize: number
  readonly itemStyle: object
}

/** Pixels of a line of nodes. */
export const nodeHeight = 26

/** Types of annotation whose colours the kinds of facts have. */
const types = {
  owner: 'Organization',
  place: 'Place',
  since: 'Date',
  targets: 'Group',
  figures: 'Figure',
  actors: 'Organization',
  edition: 'Figure',
  partOf: 'Initiative',
} as const

/** Figures and editions are facts, but connect it with nothing. */
const connecting = ['owner', 'actors', 'place', 'targets', 'partOf'] as const

interface Thing {
  readonly label: string
  readonly type: string
  readonly fact: readonly [number, number]
  readonly articles: Set<number>
}

/** Things that several articles say are one node. */
export function things({ facts }: Pick<InitiativeDetail, 'facts'>): readonly Thing[] {
  const found = new Map<string, Thing>()
  facts.forEach(({ key, label, said }, i) => {
    if (!connecting.some((each) => each === key)) return
    said.forEach(({ text, value = text, article }, j) => {
      const known = found.get(`${key} ${value}`)
      if (known !== undefined) known.articles.add(article)
      else {
        const thing = { label: `${value} · ${label}`, type: types[key], fact: [i, j] as const }
        found.set(`${key} ${value}`, { ...thing, articles: new Set([article]) })
      }
    })
  })
  return [...found.values()]
}

/** Options of ECharts, for a place of `width` and `height` pixels; articles are named by `nameOf`. */
export function connections(
  detail: InitiativeDetail,
  { width, height }: { readonly width: number; readonly height: number },
  look: Look,
) {
  const { name, articles } = detail
  const all = things(detail)
  const told = [...new Set(all.flatMap((thing) => [...thing.articles]))].sort((a, b) => a - b)
  const style = (type: string) => barStyle('accepted', look.colourOf(type), look)
  const middle = (i: number, of: number): number => ((i + 0.5) * height) / Math.max(1, of)
  const node = { symbolSize: 10 }
  const nodes: NodeDatum[] = [
    ...corners(width, height),
    {
      ...node,
      id: 'it',
      name,
      x: 10,
      y: height / 2,
      symbolSize: 14,
      itemStyle: style('Initiative'),
    },
    ...told.map((article, i) => ({
      ...node,
      id: `article ${article}`,
      name: short(articles[article]?.title ?? articles[article]?.pageLabel ?? ''),
      x: width * 0.34,
      y: middle(i, told.length),
      article,
      itemStyle: { color: look.text },
    })),
    ...all.map(({ label, type, fact }, i) => ({
      ...node,
      id: `thing ${i}`,
      name: label,
      x: width * 0.66,
      y: middle(i, all.length),
      fact,
      itemStyle: style(type),
    })),
  ]
  const links = [
    ...told.map((article) => ({ source: 'it', target: `article ${article}` })),
    ...all.flatMap((thing, i) =>
      [...thing.articles].map((article) => ({
        source: `article ${article}`,
        target: `thing ${i}`,
      })),
    ),
  ]
  return graph(nodes, links, look)
}

/** Two nodes that nobody sees: the graph is as large as its place, and a pixel of it is a pixel. */
function corners(width: number, height: number): readonly NodeDatum[] {
  const unseen = { name: '', symbolSize: 0, itemStyle: { opacity: 0 } }
  return [
    { ...unseen, id: 'first corner', x: 0, y: 0 },
    { ...unseen, id: 'last corner', x: width, y: height },
  ]
}

function graph(
  nodes: readonly NodeDatum[],
  links: readonly { readonly source: string; readonly target: string }[],
  look: Look,
) {
  return {
    animation: false,
    textStyle: { fontFamily: look.font },
    series: [
      {
        type: 'graph' as const,
        layout: 'none' as const,
        data: [...nodes],
        links: [...links],
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        cursor: 'pointer',
        lineStyle: lineStyle(look),
        emphasis: { disabled: true },
        label: {
          show: true,
          position: 'right' as const,
          color: look.text,
          fontFamily: look.font,
          fontSize: look.fontSize,
          backgroundColor: look.background,
          padding: [0, 4, 0, 2],
        },
      },
    ],
  }
}

/** A title that has room beside its node. */
function short(title: string): string {
  const characters = [...title]
  return characters.length > 14 ? `${characters.slice(0, 13).join('')}…` : title
}
