/** A CAS as a page: our layers, and those of others as far as they say a type. */

import type { PageData } from '../../page/model.ts'
import type { Span } from '../../text/span.ts'
import { t, type Wording } from '../../text/wording.ts'
import type { Json } from '../../values/json.ts'
import { stemOf } from '../file/files.ts'
import { mostAnnotations } from '../file/limits.ts'
import type { Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ReadMention } from '../format/model.ts'
import { pageDataOfJson } from '../our-page/page-data-json.ts'
import { type Parts, tidySpans } from '../our-page/parts.ts'
import { lfText } from '../our-page/text-positions.ts'
import { partsOfFeatures, type Shown } from './features.ts'
import {
  attributesOf,
  foreignEntity,
  foreignLinks,
  foreignParts,
  foreignType,
  isForeignMention,
  structural,
} from './foreign.ts'
import {
  type Cas,
  type FeatureStructure,
  numberFeature,
  referencesFeature,
  textFeature,
} from './model.ts'
import {
  casTypes,
  dependent,
  governor,
  mentionType,
  pageType,
  relationType,
} from './type-system.ts'
import { Unread } from './unread.ts'
import { type CasValues, casValues } from './values.ts'

export interface CasFile {
  readonly path: string
  readonly shown: Shown
}

/** Total. The name of the page is what the CAS says, else the file's. */
export function readingOfCas(cas: Cas, file: CasFile): Reading {
  const problems: ReadProblem[] = []
  const problem = (message: Wording): void => {
    problems.push({ path: file.path, message })
  }
  const { text, toLf } = lfText(cas.text)
  const view = new CasView(cas, toLf)
  const values = casValues(cas)
  const unread = new Unread()
  const mentions = new Map<number, ReadMention>()
  const ids = new Set<string>()
  const idOf = (structure: FeatureStructure, own: string | undefined): string => {
    // An annotation that was copied has the id of another.
    const id = own === undefined || ids.has(own) ? `${structure.id}` : own
    ids.add(id)
    return id
  }
  const relations: FeatureStructure[] = []
  for (const structure of cas.structures) {
    if (structure.features.has(governor) && structure.features.has(dependent)) {
      relations.push(structure)
      continue
    }
    const ours = structure.type === mentionType
    if (!ours && !isForeignMention(structure)) {
      unread.structure(structure)
      continue
    }
    const spans = view.spans(structure)
    if (spans.length === 0) problem(t('{0} is at no place of the text.', structure.id))
    if (spans.length === 0 || mentions.size >= mostAnnotations) continue
    const { parts, type } = partsOfFeatures(structure, file.shown)
    mentions.set(structure.id, {
      ...(ours ? withOthers(structure, parts, values) : foreignParts(structure, parts, values)),
      id: idOf(structure, parts.id),
      type: ours && type !== undefined ? type : foreignType(structure),
      status: parts.status ?? 'accepted',
      spans,
      ...(ours ? {} : foreignEntity(structure)),
    })
  }
  const read = relations.flatMap((structure): ExchangeRelation[] => {
    const [from, to] = [governor, dependent].map((end) => {
      const [id = 0] = referencesFeature(structure, end)
      return mentions.get(id)?.id
    })
    const { parts, type } = partsOfFeatures(structure, file.shown)
    if (from === undefined || to === undefined) {
      // Relations between tokens are no matter of names.
      if (type !== undefined) problem(t('{0} has an end that is no mention.', structure.id))
      else unread.structure(structure)
      return []
    }
    const ours = structure.type === relationType
    const all = ours ? withOthers(structure, parts, values) : foreignParts(structure, parts, values)
    const { entity, reading, ...rest }: Parts = all
    const id = idOf(structure, parts.id)
    const status = parts.status ?? 'accepted'
    return [{ ...rest, id, type: type ?? foreignType(structure), status, from, to }]
  })
  const links = foreignLinks(cas, mentions, values, (type, name) => unread.feature(type, name))
  for (const sentence of unread.sentences(cas)) problem(sentence)
  const { name, data } = pageOf(cas, file)
  const page = {
    name,
    text,
    mentions: [...mentions.values()],
    relations: [...read, ...links],
    data,
  }
  return { pages: [page], problems }
}

/** A layer of ours to which a project gave features of its own: they are attributes. */
function withOthers(structure: FeatureStructure, parts: Parts, values: CasValues): Parts {
  const known = casTypes.find(({ name }) => name === structure.type)?.features ?? []
  const names = new Set([...structural, ...known.map(({ name }) => name)])
  const others = [...structure.features.keys()].filter((name) => !names.has(name))
  const attributes = attributesOf(structure, others, values)
  return attributes === undefined
    ? parts
    : { ...parts, attributes: { ...attributes, ...parts.attributes } }
}

/** Finds structures by id, and places. */
class CasView {
  readonly #byId: ReadonlyMap<number, FeatureStructure>
  readonly #length: number
  readonly #toLf: (offset: number) => number
  /** Pieces that may still be looked at: mentions may share lists of them, so that a short file has very many. */
  #left = mostAnnotations

  constructor({ text, structures }: Cas, toLf: (offset: number) => number) {
    this.#byId = new Map(structures.map((structure) => [structure.id, structure]))
    this.#length = text.length
    this.#toLf = toLf
  }

  structure(id: number): FeatureStructure | undefined {
    return this.#byId.get(id)
  }

  /** That of the annotation and of its pieces; none where one of them is outside. */
  spans(structure: FeatureStructure): readonly Span[] {
    const first = this.#span(structure)
    if (first === undefined) return []
    const spans = [first]
    for (const each of this.#pieces(structure)) {
      const span = each && this.#span(each)
      if (span === undefined) return []
      spans.push(span)
    }
    return tidySpans(spans)
  }

  /** `undefined` for one that is not there. */
  *#pieces(structure: FeatureStructure): Generator<FeatureStructure | undefined, void> {
    if (structure.type !== mentionType) return
    for (const id of referencesFeature(structure, 'pieces')) {
      const found = this.structure(id)
      if (found === undefined) continue
      yield* this.#targets(found)
      // An array may be a structure of its own.
      for (const link of referencesFeature(found, 'elements')) {
        const element = this.structure(link)
        if (element !== undefined) yield* this.#targets(element)
        if (--this.#left < 0) yield undefined
      }
    }
  }

  *#targets(link: FeatureStructure): Generator<FeatureStructure | undefined, void> {
    for (const target of referencesFeature(link, 'target')) {
      yield --this.#left < 0 ? undefined : this.structure(target)
    }
  }

  #span(structure: FeatureStructure): Span | undefined {
    const start = numberFeature(structure, 'begin')
    const end = numberFeature(structure, 'end')
    if (start === undefined || end === undefined) return undefined
    if (start < 0 || start >= end || end > this.#length) return undefined
    return { start: this.#toLf(start), end: this.#toLf(end) }
  }
}

function pageOf({ structures }: Cas, { path }: CasFile): { name: string; data: PageData } {
  const page = structures.find(({ type }) => type === pageType)
  const document = structures.find(({ features }) => features.has('documentId'))
  const name =
    (page && textFeature(page, 'path')) ??
    (document && (textFeature(document, 'documentTitle') ?? textFeature(document, 'documentId'))) ??
    stemOf(path)
  if (page === undefined) return { name, data: {} }
  const number = numberFeature(page, 'number')
  const values: Record<string, Json> = number === undefined ? {} : { number }
  for (const key of ['newspaper', 'date']) {
    const text = textFeature(page, key)
    if (text !== undefined) values[key] = text
  }
  return { name, data: pageDataOfJson(values) }
}
