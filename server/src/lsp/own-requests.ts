/** Our own requests of protocol.ts, typed by it: a wrong method, parameter or answer fails to compile. */

import type { CancellationToken } from 'vscode-languageserver/node'
import { findPage, type PageOfCorpus, type Snapshot } from '../corpus/snapshot/model.ts'
import { mentionInfo } from '../feature/cursor/mention-info.ts'
import { neighbour } from '../feature/cursor/neighbour.ts'
import { corpora } from '../feature/lists/corpora.ts'
import { entities, entitiesOnPage } from '../feature/lists/entities.ts'
import { type EntityMention, entityMentions } from '../feature/lists/entity-mentions.ts'
import { initiatives, initiativesOnPage, unconfirmed } from '../feature/lists/initiatives.ts'
import { coloursOf, schemaInfo } from '../feature/lists/schema-info.ts'
import { types } from '../feature/lists/types.ts'
import type { Shown } from '../feature/looking/shown.ts'
import { articleIndexAt, logicalArticle } from '../feature/page/logical-article.ts'
import { marks } from '../feature/page/marks.ts'
import { pageData } from '../feature/page/page-data.ts'
import { pageInfo } from '../feature/page/page-info.ts'
import type { LogicalArticle, Marks, MentionItem, Requests } from '../protocol.ts'
import { lineIndex, spanToRange } from '../text/lines.ts'
import { defined } from '../values/defined.ts'
import { placeToLocation, positionToOffset } from './convert.ts'
import { type GuardOptions, guard } from './guard.ts'
import { packMarks } from './pack-marks.ts'
import type { RequestContext } from './page-requests.ts'

type Params<M extends keyof Requests> = Parameters<Requests[M]>[0]
type Answer<M extends keyof Requests> = ReturnType<Requests[M]>

export function answerOwnRequests(context: RequestContext): void {
  const { shown } = context
  const on = answerer(context)
  const onAtOnce = answerer(context, { isAtOnce: true })
  on('biaozhu/types', (_, state) => types(state))
  on('biaozhu/schema', ({ uri }, state) => {
    const place = findPage(state, uri)
    return place === undefined ? null : schemaInfo(place.corpus)
  })
  on('biaozhu/corpora', (_, state) => corpora(state))
  on('biaozhu/entities', ({ uri }, state) =>
    uri === undefined ? entities(state) : listOn(findPage(state, uri), entitiesOnPage),
  )
  on('biaozhu/initiatives', ({ uri }, state) =>
    uri === undefined ? initiatives(state) : listOn(findPage(state, uri), initiativesOnPage),
  )
  on('biaozhu/unconfirmed', (_, state) => unconfirmed(state))
  onAtOnce('biaozhu/pageInfo', ({ uri }, state) => ({ uri, ...pageInfo(state, uri) }))
  onAtOnce('biaozhu/marks', ({ uri, visible }, state) => {
    const place = findPage(state, uri)
    if (place !== undefined && visible !== undefined) {
      context.look(uri, positionToOffset(place.document, visible))
    }
    return marksOf(state, uri, shown())
  })
  on('biaozhu/mentions', ({ corpus: root, id, uri }, state) => {
    const corpus = state.corpora.find((candidate) => candidate.root === root)
    if (corpus === undefined) return []
    if (uri === undefined) return entityMentions(corpus, id).map(toMentionItem)
    const path = corpus.find(uri)?.path
    return path === undefined ? [] : entityMentions(corpus, id, path).map(toMentionItem)
  })
  on('biaozhu/neighbour', ({ uri, position, direction, scope }, state) => {
    const place = findPage(state, uri)
    if (place === undefined) return null
    const offset = positionToOffset(place.document, position)
    const found = neighbour(place, offset, { direction, scope })
    return found === undefined ? null : placeToLocation(found)
  })
  on('biaozhu/mentionAt', ({ uri, position }, state) => {
    const place = findPage(state, uri)
    const found = place && mentionInfo(place, positionToOffset(place.document, position))
    if (place === undefined || found === undefined) return null
    const { span, ...info } = found
    return { location: placeToLocation({ ...place, span }), ...info }
  })
  on('biaozhu/logicalArticle', (params, state) => logicalArticleOf(state, params))
  on('biaozhu/pageData', ({ uri }, state) => {
    const place = findPage(state, uri)
    return place === undefined ? null : { uri, ...pageData(place) }
  })
}

/** `answer` gives the answer to requests of one method from one snapshot, at once or later. */
export function answerer(context: RequestContext, options: GuardOptions = {}) {
  const answered = guard(context, options)
  return <M extends keyof Requests>(
    method: M,
    answer: (
      params: Params<M>,
      snapshot: Snapshot,
      token: CancellationToken,
    ) => Answer<M> | Promise<Answer<M>>,
  ): void => {
    context.connection.onRequest(method, answered<Params<M>, Answer<M>>(method, answer))
  }
}

/** Of a page; nothing where it is none. */
function listOn<T>(
  place: PageOfCorpus | undefined,
  of: (place: PageOfCorpus) => readonly T[],
): readonly T[] {
  return place === undefined ? [] : of(place)
}

function marksOf(state: Snapshot, uri: string, shown: Shown): Marks | null {
  const place = findPage(state, uri)
  if (place === undefined) return null
  const { document, corpus } = place
  const { lines, version } = document
  const found = marks(document, shown)
  const packed = packMarks(lines, found.marks)
  return {
    uri,
    // Zero stands for a page that no editor has open.
    version: version ?? 0,
    ...packed,
    unsureJoins: found.unsureJoins.map(({ from, to }) => ({
      from: spanToRange(lines, from),
      to: spanToRange(lines, to),
    })),
    colours: coloursOf(corpus.schema, new Set(packed.kinds.map(({ type }) => type))),
  }
}

function toMentionItem(mention: EntityMention): MentionItem {
  const { place, text, pageLabel, article, status, why, sentence, highlight } = mention
  return {
    location: placeToLocation(place),
    text,
    pageLabel,
    ...defined({ article }),
    status,
    why,
    sentence,
    highlight: [highlight.start, highlight.end],
  }
}

function logicalArticleOf(
  state: Snapshot,
  { uri, position, article }: Params<'biaozhu/logicalArticle'>,
): LogicalArticle | null {
  const document = findPage(state, uri)?.document
  if (document === undefined) return null
  const at = position && articleIndexAt(document, positionToOffset(document, position))
  const found = logicalArticle(document, article ?? at ?? -1)
  if (found === undefined) return null
  const lines = lineIndex(found.text)
  return {
    uri,
    article: found.article,
    title: found.title,
    text: found.text,
    pieces: found.pieces.map(({ logical, source }) => ({
      logical: spanToRange(lines, logical),
      source: spanToRange(document.lines, source),
    })),
  }
}
