/** Finishing a page, which is kept with the versions that it was done with, and taking that back. */

import type { PageRecord } from '../../annotation/record/record.ts'
import type { PageEdit, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { ReviewFilter } from '../../protocol.ts'
import { schemaVersion } from '../review/page-state.ts'
import { reviewState } from '../review/progress.ts'
import { stopsOf } from '../review/stops.ts'
import { t } from '../wording/messages.ts'
import { pageName } from '../wording/page-name.ts'
import type { Action, ActionContext } from './action.ts'
import { advance, advanceAnswer, advanceParameters } from './advance.ts'
import { mergedEdits, rejection } from './decide.ts'
import { filter, flag, optional, page } from './parameters.ts'
import { refused } from './refused.ts'

export const done: Action<'done'> = {
  finishesPage: true,
  description:
    'Says that the page is finished, with the schema and the recogniser of now. Where something is open it asks first: the answer is of kind `answer`, and nothing has changed.',
  parameters: {
    place: page,
    force: optional(flag('Optional; `true`: does not ask.')),
    rejectOpen: optional(
      flag(
        'Optional, with `force`; `true`: rejects the suggestions that are open, in the same step.',
      ),
    ),
    ...advanceParameters,
    filter: optional(
      filter('Optional: the review’s `ReviewFilter`, under which suggestions count as open.'),
    ),
  },
  answer: `\`{ "open", "unsure", "unsureJoins", "doubts" }\` as a question. ${advanceAnswer}`,
  run(_, params, context) {
    const { place } = params
    const { newId, who, when, versions } = context
    const { corpus, document } = place
    const { open } = reviewState(document, params.filter ?? {})
    const { unsure, joins: unsureJoins, doubts } = reviewState(document, {})
    if (params.force !== true && open + unsure + unsureJoins + doubts > 0) {
      return { kind: 'answer', answer: { open, unsure, unsureJoins, doubts } }
    }
    const [last, ...others] = doneRecords(place).toReversed()
    const record: PageRecord = {
      kind: 'page',
      id: last?.id ?? newId(),
      what: 'done',
      value: { recogniser: versions.recogniser, schema: schemaVersion(corpus.schema) },
      who,
      when,
    }
    const finished = { uri: document.uri, put: [record], drop: others.map(({ id }) => id) }
    const rejected = params.rejectOpen === true ? rejections(place, params.filter, context) : []
    const end = document.text.length
    return {
      kind: 'edits',
      label: t('{0} is done', pageName(corpus, document)),
      edits: mergedEdits([...rejected, finished]),
      ...advance(params, context, {
        uri: document.uri,
        from: { start: end, end },
        rest: false,
      }),
    }
  },
}

/** Of the suggestions within the filter. */
function rejections(
  place: PageOfCorpus,
  within: ReviewFilter = {},
  context: ActionContext,
): readonly PageEdit[] {
  return stopsOf(place.document, within).flatMap((stop) => {
    if (stop.kind !== 'suggestion') return []
    const decided = rejection({ ...place, mention: stop.mention }, context)
    return decided.kind === 'record' ? [decided.edit] : []
  })
}

export const reopen: Action<'reopen'> = {
  description: 'Takes `done` back: the page is in progress again.',
  parameters: { place: page },
  run(_, { place }) {
    const drop = doneRecords(place).map(({ id }) => id)
    if (drop.length === 0) return refused(t('The page is not done.'))
    const { corpus, document } = place
    return {
      kind: 'edits',
      label: t('{0} is in progress again', pageName(corpus, document)),
      edits: [{ uri: document.uri, put: [], drop }],
    }
  },
}

function doneRecords({ document }: PageOfCorpus): readonly PageRecord[] {
  return document.annotations.records.flatMap(({ record }) =>
    record.kind === 'page' && record.what === 'done' ? [record] : [],
  )
}
