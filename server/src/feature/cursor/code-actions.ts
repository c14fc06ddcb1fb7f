/** What can be done about the place under the cursor: decide on a suggestion, settle a doubt. */

import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import { isAnchored } from '../../annotation/record/record.ts'
import { keysOfTypes } from '../../annotation/schema/keys.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { CommandName, CommandParams } from '../../protocol.ts'
import { hull, type Span, sameSpan, sliceSpan } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { unsureJoinAt } from '../looking/join-at.ts'
import { mentionAt, rejectedAt } from '../looking/mention-at.ts'
import { isShown, type Shown } from '../looking/shown.ts'
import { firstWordsOf } from '../wording/article-name.ts'
import { labelOf, t } from '../wording/messages.ts'
import { wordsOf } from '../wording/record-words.ts'

/** The command that a code action runs, with its parameters; `uri` is that of the page. */
export type CodeAction = { [N in CommandName]: CodeActionOf<N> }[CommandName]

export interface CodeActionOf<N extends CommandName> {
  readonly title: string
  readonly command: N
  readonly params: Omit<CommandParams<N>, 'uri' | 'position' | 'range' | 'ranges'>
  /** Its `range`. */
  readonly span?: Span
  /** Its `ranges`. */
  readonly spans?: readonly Span[]
  readonly preferred?: true
  /** Id of the record whose diagnostic it settles. */
  readonly settles?: string
}

/** What asks in a box of our extension: its command is `biaozhu.` and the name, and is about what is selected. */
export interface BoxAction {
  readonly title: string
  readonly box: 'mark' | 'retype' | 'attach' | 'editNote'
}

/** In the order in which they are offered. `span` is the selection, empty for a cursor. */
export function codeActions(
  place: PageOfCorpus,
  span: Span,
  shown: Shown,
): readonly (CodeAction | BoxAction)[] {
  const mention = mentionFor(place, span)
  const isSeen = mention !== undefined && isShown(mention, shown)
  const rejected = shown.rejected === true ? rejectedAt(place.document, span.start) : undefined
  return [
    ...doubtActions(place, span),
    ...(isSeen ? suggestionActions(place, mention) : []),
    ...(rejected === undefined ? [] : [acceptAgain(place, rejected)]),
    ...joinActions(place, span),
    ...(isSeen ? mentionActions(place, mention, shown) : []),
    ...markActions(place, span, isSeen ? mention : undefined, shown),
  ]
}

/** The mention that commands would take: the one that is selected, else the one at the cursor or where a selection begins. */
function mentionFor({ document }: PageOfCorpus, span: Span): Mention | undefined {
  const selected = document.mentions.find(
    (each) => each.status !== 'rejected' && sameSpan(mentionSpan(each), span),
  )
  return selected ?? mentionAt(document, span.start)?.mention
}

function suggestionActions({ corpus }: PageOfCorpus, mention: Mention): readonly CodeAction[] {
  if (mention.status !== 'suggested') return []
  const definition = corpus.schema.types.find(({ name }) => name === mention.type)
  const type = definition === undefined ? mention.type : labelOf(definition)
  const params = { type: mention.type }
  const range = mentionSpan(mention)
  return [
    {
      title: t('Accept “{0}” as {1}', mention.text, type),
      command: 'accept',
      params,
      span: range,
      preferred: true,
    },
    { title: t('Reject “{0}” as {1}', mention.text, type), command: 'reject', params, span: range },
  ]
}

/** Another type, an initiative that it belongs to, a note; an annotation can be taken away. */
function mentionActions(
  { corpus: { schema } }: PageOfCorpus,
  mention: Mention,
  { ownCommands }: Shown,
): readonly (CodeAction | BoxAction)[] {
  const { record, text } = mention
  const which =
    record === undefined
      ? { params: {}, span: mentionSpan(mention) }
      : { params: { id: record.id } }
  const retypes = schema.types
    .filter(({ name }) => name !== mention.type)
    .map((type): CodeAction => {
      const params = { ...which.params, type: type.name }
      const title = t('Change to {0}', labelOf(type))
      return { ...which, title, command: 'retype', params }
    })
  return [
    ...(ownCommands === true
      ? ([
          { title: t('Change Type…'), box: 'retype' },
          { title: t('Attach…'), box: 'attach' },
          { title: t('Note…'), box: 'editNote' },
        ] as const)
      : retypes),
    ...(record === undefined
      ? []
      : [{ title: t('Delete “{0}”', text), command: 'delete', ...which } as const]),
  ]
}

/** The types that a selection can be marked with: those that have keys, the others in the box. */
function markActions(
  { corpus: { schema } }: PageOfCorpus,
  span: Span,
  mention: Mention | undefined,
  { ownCommands }: Shown,
): readonly (CodeAction | BoxAction)[] {
  const isMarked = mention !== undefined && sameSpan(mentionSpan(mention), span)
  if (span.start === span.end || (isMarked && schema.overlap !== true)) return []
  const keys = keysOfTypes(schema)
  const types =
    ownCommands === true ? schema.types.filter(({ name }) => keys.has(name)) : schema.types
  const marks = types.map((type): CodeAction => {
    const params = { type: type.name }
    return { title: t('Mark as {0}', labelOf(type)), command: 'mark', params, span }
  })
  return [
    ...marks,
    ...(types.length < schema.types.length ? [{ title: t('Mark as…'), box: 'mark' } as const] : []),
  ]
}

function acceptAgain({ corpus: { schema } }: PageOfCorpus, mention: Mention): CodeAction {
  const { record, text } = mention
  const type = schema.types.find(({ name }) => name === mention.type)
  const title = t('Accept “{0}” as {1}', text, type === undefined ? mention.type : labelOf(type))
  return { title, command: 'accept', params: defined({ id: record?.id }) }
}

/** UTF-16 units from where the text stops or goes on within which that is what a person looks at. */
const nearJoin = 40

function joinActions({ document }: PageOfCorpus, { start }: Span): readonly CodeAction[] {
  const join = unsureJoinAt(document, start, nearJoin)
  if (join === undefined) return []
  const words = firstWordsOf(sliceSpan(document.text, join.to.span))
  const at = { command: 'continuesAt', span: join.to.span } as const
  return [
    { title: t('It goes on there: “{0}”', words), params: { value: true }, ...at },
    { title: t('They do not belong together'), params: { value: false }, ...at },
  ]
}

function doubtActions({ document }: PageOfCorpus, selection: Span): readonly CodeAction[] {
  return document.annotations.records.flatMap((placed): readonly CodeAction[] => {
    const { record, places = [] } = placed
    if (!isAnchored(record) || record.anchor === undefined) return []
    const { id } = record
    const isOrphan = record.anchor === 'orphan'
    if (!touches(placed, selection)) return []
    const words = wordsOf(record)
    const settles = { settles: id }
    const selected: readonly CodeAction[] =
      selection.start < selection.end
        ? [
            {
              title: t('Put “{0}” here', words),
              command: 'putHere',
              params: { id },
              span: selection,
              ...settles,
            },
          ]
        : []
    const put = isOrphan
      ? places.map(
          (spans): CodeAction => ({
            title: t('Put “{0}” here: {1}', words, contextOf(document.text, spans)),
            command: 'putHere',
            params: { id },
            spans,
            ...settles,
          }),
        )
      : []
    const keep: readonly CodeAction[] = isOrphan
      ? []
      : [
          {
            title: t('“{0}” is right as it is', currentWords(document.text, placed)),
            command: 'confirm',
            params: { id },
            ...settles,
            preferred: true,
          },
        ]
    return [
      ...selected,
      ...keep,
      ...put,
      { title: t('Drop “{0}”', words), command: 'drop', params: { id }, ...settles },
    ]
  })
}

/** An orphan is offered at all of its places, and where its diagnostic stands. */
function touches({ spans, places = [], lost }: PlacedRecord, selection: Span): boolean {
  const all = [...spans, ...places.flat(), ...(lost === undefined ? [] : [lost])]
  if (all.length === 0) return true
  return all.some(({ start, end }) => start <= selection.end && selection.start <= end)
}

function currentWords(text: string, { spans }: PlacedRecord): string {
  const whole = spans
    .map((span) => sliceSpan(text, span))
    .join('…')
    .replace(/\s+/g, ' ')
  return [...whole.slice(0, 40)].slice(0, 20).join('')
}

/** The place with a few characters around it: `…举行富润杯…`. */
function contextOf(text: string, spans: readonly Span[]): string {
  const range = hull(spans) ?? { start: 0, end: 0 }
  const around = { start: Math.max(0, range.start - 6), end: Math.min(text.length, range.end + 6) }
  return `…${sliceSpan(text, around).replace(/\s+/g, ' ')}…`
}
