/** A page as a CAS: sentences, tokens, mentions with their pieces, and relations. */
import type { Span } from '../../text/span.ts'
import type { Versions } from '../format/format.ts'
import type { ExchangeMention, ExchangePage } from '../format/model.ts'
import { runsOf, sentencesOf, tokensOf } from '../our-page/tokens.ts'
import { featuresOf, type Shown } from './features.ts'
import { type Cas, type FeatureStructure, type FeatureValue, reference } from './model.ts'
import {
  dependent,
  documentType,
  governor,
  linkType,
  mentionType,
  pageType,
  pieceType,
  relationType,
  sentenceType,
  sofaType,
  tokenType,
} from './type-system.ts'

export interface CasOptions {
  readonly versions: Versions
  readonly shown: Shown
}

/** Offsets are UTF-16. The first structure is the text's own. Each mention begins and ends with a token. */
export function casOfPage(page: ExchangePage, { versions, shown }: CasOptions): Cas {
  const { text } = page
  const structures = new Structures()
  const sofa = structures.add(sofaType, [
    ['sofaNum', 1],
    ['sofaID', '_InitialView'],
    ['mimeType', 'text'],
    ['sofaString', text],
  ])
  const at = ({ start, end }: Span): readonly (readonly [string, FeatureValue])[] => [
    ['sofa', reference(sofa)],
    ['begin', start],
    ['end', end],
  ]
  const path = shown(page.path) ?? ''
  structures.add(documentType, [
    ...at({ start: 0, end: text.length }),
    ['language', 'zh'],
    ['documentTitle', path],
    ['documentId', path],
    ['isLastSegment', false],
  ])
  structures.add(pageType, [['sofa', reference(sofa)], ...pageFeatures(page, versions, shown)])
  const { sentences, tokens } = unitsOf(page)
  for (const sentence of sentences) structures.add(sentenceType, at(sentence))
  for (const token of tokens) structures.add(tokenType, at(token))
  const ids = new Map<string, { id: number; first: Span }>()
  for (const mention of page.mentions) {
    const [first = { start: 0, end: 0 }, ...rest] = mention.spans
    const links = rest.map((span, i) => {
      const piece = structures.add(pieceType, at(span))
      return structures.add(linkType, [
        ['role', `${i + 2}`],
        ['target', reference(piece)],
      ])
    })
    const id = structures.add(mentionType, [
      ...at(first),
      ...featuresOf(mention, shown),
      ...(links.length === 0 ? [] : [['pieces', { refs: links, list: true }] as const]),
    ])
    ids.set(mention.id, { id, first })
  }
  for (const relation of page.relations) {
    const from = ids.get(relation.from)
    const to = ids.get(relation.to)
    if (from === undefined || to === undefined) continue
    // By a rule of DKPro a relation stands where its end does.
    structures.add(relationType, [
      ...at(to.first),
      [governor, reference(from.id)],
      [dependent, reference(to.id)],
      ...featuresOf(relation, shown),
    ])
  }
  return { text, structures: structures.all }
}

class Structures {
  readonly all: FeatureStructure[] = []

  /** Gives the new one's id. */
  add(type: string, features: Iterable<readonly [string, FeatureValue]>): number {
    const id = this.all.length + 1
    this.all.push({ id, type, features: new Map(features) })
    return id
  }
}

function pageFeatures(
  { path, kind, sha256, data }: ExchangePage,
  versions: Versions,
  shown: Shown,
): readonly (readonly [string, FeatureValue])[] {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['path', path],
    ['form', kind],
    ['sha256', sha256],
    ['newspaper', data.newspaper],
    ['date', data.date],
    ['number', data.number?.toString()],
    ['biaozhu', versions.biaozhu],
    ['schema', versions.schema],
    ['recogniser', versions.recogniser],
    ['guidelines', versions.guidelines],
  ]
  return values.flatMap(([name, value]) => {
    const text = value === undefined ? undefined : shown(value)
    return text === undefined ? [] : [[name, text]]
  })
}

/** Tokens in order, and sentences that begin and end with one. */
export function unitsOf({ text, mentions }: Pick<ExchangePage, 'text' | 'mentions'>): {
  readonly sentences: readonly Span[]
  readonly tokens: readonly Span[]
} {
  const edges = new Set(
    mentions.flatMap(({ spans }: ExchangeMention) =>
      spans.flatMap(({ start, end }) => [start, end]),
    ),
  )
  const tokens = tokensOf(text, runsOf(text), edges)
  const sentences: Span[] = []
  let next = 0
  for (const { end } of sentencesOf(text)) {
    const first = tokens[next]
    while ((tokens[next]?.start ?? end) < end) next++
    const last = tokens[next - 1]
    if (first !== undefined && last !== undefined && first.start <= last.start) {
      sentences.push({ start: first.start, end: last.end })
    }
  }
  return { sentences, tokens }
}
