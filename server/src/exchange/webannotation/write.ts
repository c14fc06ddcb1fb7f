/** A page's mentions, relations and records as an `AnnotationPage`. */

import { describeSpans, type TextView, textView } from '../../annotation/record/selectors.ts'
import type { Json, JsonObject } from '../../values/json.ts'
import type { Versions } from '../format/format.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { annotationIri, contexts, entityIri, isDateTime, pageIri } from './terms.ts'

/** One annotation a line, so that versions can be compared. */
export function writeAnnotationPage(page: ExchangePage, versions: Versions): string {
  const view = textView(page.text)
  const source = pageIri.of(page.path)
  const items = [
    ...page.mentions.map((mention) => mentionAnnotation(mention, source, view)),
    ...page.relations.map(relationAnnotation),
    ...page.records.map(
      (record): JsonObject => ({
        id: annotationIri.of(record.id),
        type: 'Annotation',
        motivation: 'editing',
        target: source,
        record: { ...record },
      }),
    ),
  ]
  const head: JsonObject = {
    '@context': contexts,
    id: `${source}#annotations`,
    type: 'AnnotationPage',
    path: page.path,
    text: page.kind,
    sha256: view.sha256,
    data: { ...page.data },
    versions: { ...versions },
  }
  const lines = items.map((item) => `  ${JSON.stringify(item)}`)
  const opening = JSON.stringify(head).slice(0, -1)
  return `${opening},"items":[\n${lines.join(',\n')}${lines.length > 0 ? '\n' : ''}]}\n`
}

function mentionAnnotation(mention: ExchangeMention, source: string, view: TextView): JsonObject {
  const { type, note, entity, reading, spans } = mention
  const body: readonly JsonObject[] = [
    textualBody('classifying', type),
    ...(note === undefined ? [] : [textualBody('commenting', note)]),
    ...(reading === undefined ? [] : [textualBody('editing', reading)]),
    ...(entity === undefined
      ? []
      : [{ type: 'SpecificResource', purpose: 'identifying', source: entityIri.of(entity) }]),
  ]
  const { at, quote, prefix, suffix } = describeSpans(view, spans)
  const targets = at.map(([start, end], i): JsonObject => {
    const first = i === 0 ? { prefix } : {}
    const last = i === at.length - 1 ? { suffix } : {}
    return {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact: quote[i] ?? '', ...first, ...last },
      ],
    }
  })
  return {
    ...opening(mention, 'classifying'),
    body,
    target: targets.length === 1 ? (targets[0] ?? source) : targets,
    ...rest(mention),
  }
}

function relationAnnotation(relation: ExchangeRelation): JsonObject {
  const { type, note, from, to } = relation
  return {
    ...opening(relation, 'linking'),
    relation: type,
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: annotationIri.of(to) },
      ...(note === undefined ? [] : [textualBody('commenting', note)]),
    ],
    target: annotationIri.of(from),
    ...rest(relation),
  }
}

function textualBody(purpose: string, value: string): JsonObject {
  return { type: 'TextualBody', purpose, value }
}

/** Keys that stand before body and target. */
function opening(
  { id, who, when, source }: ExchangeMention | ExchangeRelation,
  motivation: string,
): JsonObject {
  const time = when === undefined ? {} : isDateTime(when) ? { created: when } : { when }
  return {
    id: annotationIri.of(id),
    type: 'Annotation',
    motivation,
    ...time,
    ...(who === undefined ? {} : { creator: { type: 'Person', name: who } }),
    ...(source === undefined ? {} : { generator: { type: 'Software', name: source } }),
  }
}

/** Our own keys, which stand at the end. */
function rest(statement: ExchangeMention | ExchangeRelation): JsonObject {
  const { status, confidence, unsure, attributes, extra } = statement
  const optional: readonly (readonly [string, Json | undefined])[] = [
    ['status', status],
    ['confidence', confidence],
    ['unsure', unsure],
    ['attributes', attributes],
    ['extra', extra],
  ]
  return Object.fromEntries(
    optional.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
