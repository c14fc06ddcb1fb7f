/** What is known of one page: file, buffer over it, annotations; and how each change makes the next state. */

import { type Claim, granted } from '../../annotation/anchor/claims.ts'
import { inContext } from '../../annotation/placed/found-again.ts'
import { moveAnnotations } from '../../annotation/placed/moved.ts'
import {
  type Annotations,
  described,
  noAnnotations,
  placeSidecar,
  sidecarOf,
  type TextOf,
  withRecords,
} from '../../annotation/placed/placed.ts'
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import { isAnchored } from '../../annotation/record/record.ts'
import type { TextView } from '../../annotation/record/selectors.ts'
import type { Sidecar, SidecarProblem } from '../../annotation/sidecar/sidecar.ts'
import type { FileContent } from '../../disk/file-content.ts'
import { lfView } from '../../text/code-points.ts'
import { type Edit, wholeEdit } from '../../text/edit.ts'
import { defined } from '../../values/defined.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { bufferState, type Content, pageContent } from './document.ts'
import type { PageEdit } from './model.ts'

export interface Entry {
  /** What the disk has. */
  readonly file?: Content
  readonly binary?: boolean
  /** What the editor has. */
  readonly buffer?: { readonly uri: string; readonly version: number; readonly content: Content }
  /** With spans in the text of the buffer, of the file where there is none. */
  readonly annotations: Annotations
  /** With spans in the text of the file. The same while both texts are. */
  readonly settled: Annotations
  /** Whether buffer and file have the same text, line breaks aside. */
  readonly saved: boolean
}

export const noEntry: Entry = { annotations: noAnnotations, settled: noAnnotations, saved: true }

export interface EntryContext {
  readonly analyser: Analyser
  readonly textOf: TextOf
}

/** A sidecar as it was read. */
export type StoredSidecar = Sidecar & { readonly problems: readonly SidecarProblem[] }

export function isEmpty({ file, buffer, binary }: Entry): boolean {
  return file === undefined && buffer === undefined && binary !== true
}

export function shownContent({ buffer, file }: Entry): Content | undefined {
  return buffer?.content ?? file
}

/** `page` is the file name, here and below. */
export function afterText(
  entry: Entry,
  change: {
    readonly uri: string
    readonly version: number
    readonly text: string
    readonly edits?: readonly Edit[]
  },
  page: string,
  context: EntryContext,
): Entry {
  const { file } = entry
  const { uri, version, text } = change
  const content = pageContent(
    text,
    file?.encoding ?? 'utf8',
    bufferState(text, file),
    context.analyser,
    [entry.buffer?.content, file],
  )
  const buffer = { uri, version, content }
  if (file !== undefined && sameText(file.text, text)) {
    const annotations = carried(entry.settled, file, content, page, context)
    return { ...entry, buffer, annotations, saved: true }
  }
  const before = shownContent(entry)
  const annotations =
    before === undefined
      ? entry.annotations
      : edited(entry, before, content, change.edits, page, context)
  return { ...entry, buffer, annotations, saved: false }
}

/** What was not saved is gone. */
export function afterClose({ buffer: _closed, ...entry }: Entry): Entry {
  return { ...entry, annotations: entry.settled, saved: true }
}

export function afterFile(
  entry: Entry,
  content: FileContent | undefined,
  page: string,
  context: EntryContext,
): Entry {
  const { file: old, buffer: known } = entry
  const { annotations, settled } = entry
  const file =
    content === undefined || content.state === 'binary'
      ? undefined
      : pageContent(content.text, content.encoding, content.state, context.analyser, [
          old,
          known?.content,
        ])
  const buffer = known === undefined ? undefined : reread(known, file ?? old, file, context)
  const rest = {
    ...defined({ file }),
    ...(content?.state === 'binary' ? { binary: true } : {}),
    ...defined({ buffer }),
  }
  if (file === undefined) {
    const kept = buffer === undefined ? noAnnotations : annotations
    return { ...rest, annotations: kept, settled: noAnnotations, saved: buffer === undefined }
  }
  const moved = old === undefined ? settled : carried(settled, old, file, page, context)
  if (buffer === undefined) return { ...rest, annotations: moved, settled: moved, saved: true }
  if (!sameText(file.text, buffer.content.text)) {
    return { ...rest, annotations, settled: moved, saved: false }
  }
  if (entry.saved) {
    const shown = carried(moved, file, buffer.content, page, context)
    return { ...rest, annotations: shown, settled: moved, saved: true }
  }
  // The buffer was saved. What was lost on the way may have been carried elsewhere.
  const found = carried(moved, file, buffer.content, page, context)
  const { analysis, text } = buffer.content
  const whole = described(withFound(annotations, found, text), analysis.view, page)
  const now = carried(whole, buffer.content, file, page, context)
  return { ...rest, annotations: whole, settled: now, saved: true }
}

export function afterSidecar(
  entry: Entry,
  sidecar: StoredSidecar,
  page: string,
  context: EntryContext,
): Entry {
  const { file, buffer } = entry
  const home = file ?? buffer?.content
  if (home === undefined) return entry
  const settled = placeSidecar(sidecar, home.analysis.view, {
    page,
    textOf: withText(home.analysis.view, context.textOf),
  })
  const annotations =
    buffer === undefined ? settled : carried(settled, home, buffer.content, page, context)
  return { ...entry, annotations, settled }
}

export function afterProblems(entry: Entry, problems: Annotations['problems']): Entry {
  const { annotations, settled } = entry
  const now = { ...annotations, problems }
  return {
    ...entry,
    annotations: now,
    settled: settled === annotations ? now : { ...settled, problems },
  }
}

/** Nothing happens to a page that is not saved. */
export function afterAnnotate(
  entry: Entry,
  edit: PageEdit,
  page: string,
  context: EntryContext,
): Entry {
  const content = shownContent(entry)
  const { file } = entry
  if (content === undefined || file === undefined || !entry.saved) return entry
  const annotations = withRecords(entry.annotations, edit, {
    view: content.analysis.view,
    page,
    textOf: context.textOf,
  })
  return { ...entry, annotations, settled: carried(annotations, content, file, page, context) }
}

/** Whether two texts differ at most in their line breaks. */
export function sameText(a: string, b: string): boolean {
  if (a === b) return true
  const mayBe = a.includes('\r') || b.includes('\r')
  return mayBe && lfView(a) === lfView(b)
}

/** Annotations of one text where they are in another one that is not edited from it. */
function carried(
  annotations: Annotations,
  from: Content,
  to: Content,
  page: string,
  { textOf }: EntryContext,
): Annotations {
  if (from.text === to.text || annotations.records.length === 0) return annotations
  const view = from.analysis.view
  const { problems } = annotations
  return placeSidecar({ ...sidecarOf(annotations, view, page), problems }, to.analysis.view, {
    page,
    textOf: withText(view, textOf),
  })
}

function edited(
  entry: Entry,
  before: Content,
  after: Content,
  edits: readonly Edit[] | undefined,
  page: string,
  context: EntryContext,
): Annotations {
  const steps = edits ?? (entry.buffer === undefined ? [] : [wholeEdit(before.text, after.text)])
  // Where a passage was replaced as a whole, arithmetic knows nothing of what is the same in it.
  const isCarried = steps.length === 0 || steps.some(isReplacement)
  return isCarried
    ? carried(entry.annotations, before, after, page, context)
    : moveAnnotations(entry.annotations, before.text, steps)
}

/** UTF-16 units from which on a replaced text is a passage. */
const passage = 40

function isReplacement({ span, text }: Edit): boolean {
  return span.end - span.start >= passage && text.length >= passage
}

/** UTF-16 units around the place where something was lost: had it come back there, that were known. */
const nearby = 64

/**
 * Orphans of `annotations` as they are in `others`, where those have a place that nothing else has. A
 * name alone may be another one's: without its context it is in doubt, and beside its old place, where
 * of 富润富润 one was deleted.
 */
function withFound(annotations: Annotations, others: Annotations, text: string): Annotations {
  const isLost = ({ record }: PlacedRecord): boolean =>
    'anchor' in record && record.anchor === 'orphan'
  if (!annotations.records.some(isLost)) return annotations
  const byId = new Map(others.records.map((each) => [each.record.id, each]))
  const records = [...annotations.records]
  const claims = records.flatMap((each, index): Claim[] => {
    const { record, spans = [] } = isLost(each) ? (byId.get(each.record.id) ?? {}) : {}
    // Its text as a whole, elsewhere: of a part of it the edits know more than their result.
    const isPart = record !== undefined && 'anchor' in record && record.anchor === 'changed'
    if (spans.length === 0 || isPart || !isAnchored(each.record)) return []
    const isNear = spans.some(
      ({ start, end }) =>
        each.lost !== undefined &&
        start <= each.lost.end + nearby &&
        end >= each.lost.start - nearby,
    )
    const found = inContext(each.record, text, spans)
    return [{ index, ...found, ...(isNear ? { doubt: 'moved' } : {}) }]
  })
  for (const { index, doubt } of granted(records, claims)) {
    const { record, was } = records[index] ?? {}
    const found = byId.get(record?.id ?? '')
    if (found === undefined || !isAnchored(found.record)) continue
    const anchor = found.record.anchor ?? doubt
    records[index] =
      anchor === undefined
        ? found
        : { ...found, record: { ...found.record, anchor }, ...defined({ was }) }
  }
  return { ...annotations, records }
}

/** Only with the file can be said whether the buffer was read in the wrong encoding. */
function reread(
  buffer: NonNullable<Entry['buffer']>,
  known: Content | undefined,
  file: Content | undefined,
  { analyser }: EntryContext,
): NonNullable<Entry['buffer']> {
  const { text, encoding } = buffer.content
  const state = bufferState(text, known)
  const content = pageContent(text, known?.encoding ?? encoding, state, analyser, [
    buffer.content,
    file,
  ])
  return { ...buffer, content }
}

function withText(view: TextView, textOf: TextOf): TextOf {
  return (sha256) => (sha256 === view.sha256 ? view.text : textOf(sha256))
}
