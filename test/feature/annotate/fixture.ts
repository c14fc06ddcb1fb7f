/**
 * Annotated pages for tests of actions, in one text: `⟦嘉兴市|Place!⟧` is accepted, `⟦嘉兴市|Place⟧` suggested,
 * `⟦嘉兴市|Place-⟧` rejected; `⟦快|Group!1⟧…⟦递小哥|Group!1⟧` is one mention in pieces. `$0` is the cursor,
 * `$<…>$` the selection. What is in doubt has its doubt printed: `⟦嘉善市|Place!changed⟧`.
 */

import type { Mention } from '../../../server/src/annotation/record/mention.ts'
import type { RelationRecord, SpanRecord } from '../../../server/src/annotation/record/record.ts'
import {
  describeSpans,
  headerOf,
  textView,
} from '../../../server/src/annotation/record/selectors.ts'
import { defaultSchema, type Schema } from '../../../server/src/annotation/schema/schema.ts'
import type { Analyser } from '../../../server/src/corpus/analysis/analysis.ts'
import { defaultConfig } from '../../../server/src/corpus/config/config.ts'
import { type Document, findPage } from '../../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../../server/src/corpus/snapshot/workspace.ts'
import type { ActionName, ActionResult } from '../../../server/src/feature/annotate/action.ts'
import type { Marks } from '../../../server/src/recognition/decided/decisions.ts'
import { overlaps, type Span, sameSpan } from '../../../server/src/text/span.ts'
import type { Json, JsonObject } from '../../../server/src/values/json.ts'
import { simplePage, toMention } from '../../corpus-fixture.ts'
import { lexicon } from '../../lexicon.ts'
import { renderMarked } from '../../marked.ts'
import { Acting, type Places } from './acting.ts'

export const root = 'file:///corpus'
export const pageUri = `${root}/1.txt`

export interface Given {
  readonly schema?: Schema
  /** Type and the indices of its ends in the order of the page's marks. */
  readonly relations?: readonly (readonly [type: string, from: number, to: number])[]
  /** Changes of the records, by index in the order of the page's marks. */
  readonly records?: Readonly<Record<number, Partial<SpanRecord>>>
  /** Marked texts of other pages by name. */
  readonly others?: Readonly<Record<string, string>>
}

export interface AnnotatedPage {
  readonly workspace: Workspace
  readonly cursor: number | undefined
  readonly selection: Span | undefined
  /** Performs an action on the page; offsets are those of the text without marks. */
  act<N extends ActionName>(name: N, values?: JsonObject, at?: Places): ActionResult<N>
  readonly acting: Acting
}

export function annotated(marked: string, given: Given = {}): AnnotatedPage {
  const { schema = defaultSchema, relations = [], records = {}, others = {} } = given
  const pages = new Map(
    Object.entries({ '1.txt': marked, ...others }).map(([path, each]) => [path, parse(each)]),
  )
  const workspace = new Workspace(markAnalyser([...pages.values()]))
  const config = { ...defaultConfig, schema }
  workspace.apply({
    kind: 'corpora',
    corpora: [{ root, config, configUri: undefined, problems: [] }],
  })
  for (const [path, { text, mentions }] of pages) {
    const uri = `${root}/${path}`
    const content = { text, encoding: 'utf8', state: 'ready' } as const
    workspace.apply({ kind: 'file', uri, content })
    const view = textView(text)
    const spans = mentions.flatMap((each, i): SpanRecord[] =>
      each.status === 'suggested'
        ? []
        : [{ ...recordOf(each, i, view), ...(path === '1.txt' ? records[i] : {}) }],
    )
    const joins = path === '1.txt' ? relations.map(relationOf) : []
    const sidecar = {
      header: headerOf(view, path),
      records: [...spans, ...joins],
      broken: [],
      problems: [],
    }
    workspace.apply({ kind: 'sidecar', uri, sidecar })
  }
  const { cursor, selection } = pages.get('1.txt') ?? parse('')
  const acting = new Acting(workspace)
  return {
    workspace,
    cursor,
    selection,
    acting,
    act: (name, values, at) => acting.act(name, pageUri, values, at),
  }
}

/** The page after an action at the cursor or selection, in the same notation, or why it was refused. */
export function acted(
  marked: string,
  name: ActionName,
  values: JsonObject = {},
  given: Given = {},
): string {
  const page = annotated(marked, given)
  const { cursor, selection } = page
  const result = page.act(name, values, { offset: cursor, span: selection })
  return result.kind === 'refused' ? `refused: ${result.message}` : printed(pageOf(page.workspace))
}

/** The records of the page after an action: mentions, then relations as `type from→to`. */
export function recordsAfter(
  marked: string,
  name: ActionName,
  values: JsonObject = {},
  given: Given = {},
): { readonly mentions: readonly Json[]; readonly relations: readonly string[] } {
  const page = annotated(marked, given)
  page.act(name, values, { offset: page.cursor, span: page.selection })
  const { records } = pageOf(page.workspace).annotations
  const words = new Map<string, string>()
  const mentions: Json[] = []
  for (const { record } of records) {
    if (record.kind !== 'span') continue
    words.set(record.id, record.quote.join(''))
    const { kind: _kind, at: _at, prefix: _before, suffix: _behind, when: _when, ...shown } = record
    mentions.push({ ...shown })
  }
  return {
    mentions,
    relations: records.flatMap(({ record }) =>
      record.kind === 'relation'
        ? [`${record.type} ${words.get(record.from)}→${words.get(record.to)}`]
        : [],
    ),
  }
}

export function pageOf(workspace: Workspace): Document {
  const document = findPage(workspace.snapshot(), pageUri)?.document
  if (document === undefined) throw new Error('The page is gone')
  return document
}

export function printed({ text, mentions }: Document): string {
  const marks = mentions.flatMap(({ spans, type, status, record }, i) => {
    const sign = status === 'accepted' ? '!' : status === 'rejected' ? '-' : ''
    const piece = spans.length > 1 ? String(i + 1) : ''
    return spans.map((span) => ({ ...span, type: type + sign + piece + (record?.anchor ?? '') }))
  })
  return renderMarked(text, marks)
}

interface Parsed {
  readonly text: string
  readonly mentions: readonly {
    readonly spans: readonly Span[]
    readonly type: string
    readonly status: Mention['status']
  }[]
  readonly cursor: number | undefined
  readonly selection: Span | undefined
}

export function parse(marked: string): Parsed {
  const mentions = new Map<string, { spans: Span[]; type: string; status: Mention['status'] }>()
  const open: number[] = []
  let text = ''
  let cursor: number | undefined
  let start: number | undefined
  let selection: Span | undefined
  const signs = /⟦|\|([A-Za-z]+)([!-]?)(\d*)⟧|\$0|\$<|>\$|[\s\S]/gu
  for (const [sign, type, state, piece] of marked.replaceAll('⏎', '\n').matchAll(signs)) {
    if (sign === '⟦') open.push(text.length)
    else if (sign === '$0') cursor = text.length
    else if (sign === '$<') start = text.length
    else if (sign === '>$') selection = { start: start ?? 0, end: text.length }
    else if (type === undefined) text += sign
    else {
      const status = state === '!' ? 'accepted' : state === '-' ? 'rejected' : 'suggested'
      const key = piece === '' ? `at ${text.length} ${open.length}` : `${type}${state}${piece}`
      const mention = mentions.get(key) ?? { spans: [], type, status }
      mention.spans.push({ start: open.pop() ?? 0, end: text.length })
      mentions.set(key, mention)
    }
  }
  return { text, mentions: [...mentions.values()], cursor, selection }
}

/** Suggests what is marked as suggested, except where people decided, as the recogniser does. */
function markAnalyser(pages: readonly Parsed[]): Analyser {
  return {
    lexicon,
    page: simplePage,
    mentions: (text, page, marks) =>
      (pages.find((each) => each.text === text)?.mentions ?? [])
        .filter(({ status }) => status === 'suggested')
        .flatMap(({ spans, type }) => spans.map((span) => ({ ...span, type })))
        .filter((mark) => isOpen(mark, marks))
        .map((mark) => toMention(text, page, mark)),
  }
}

function isOpen(mark: Span & { readonly type: string }, marks: Marks | undefined): boolean {
  const isFixed = (marks?.fixed ?? []).some(({ span }) => overlaps(span, mark))
  const isRejected = (marks?.rejected ?? []).some(
    ({ span, type }) => type === mark.type && sameSpan(span, mark),
  )
  return !isFixed && !isRejected
}

function recordOf(
  { spans, type, status }: Parsed['mentions'][number],
  index: number,
  view: ReturnType<typeof textView>,
): SpanRecord {
  const anchor = describeSpans(view, spans)
  return { kind: 'span', id: `m${index}`, ...anchor, type, status, who: '李明' }
}

function relationOf(
  [type, from, to]: readonly [string, number, number],
  index: number,
): RelationRecord {
  const ends = { from: `m${from}`, to: `m${to}` }
  return { kind: 'relation', id: `r${index}`, type, ...ends, status: 'accepted' }
}
