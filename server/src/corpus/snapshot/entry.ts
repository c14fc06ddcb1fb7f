/** What is known of one page: file, buffer over it, annotations; and how each change makes the next state. */

import { type Claim, granted } from '../../annotation/anchor/claims.ts'
import {
  type Dated,
  isDoubtful,
  moveAnnotations,
  withDoubt,
} from '../../annotation/placed/moved.ts'
import { afterAction, afterEdit, type Past, pastOf } from '../../annotation/placed/past.ts'
import {
  type Annotations,
  described,
  inItsPlace,
  isSamePlace,
  noAnnotations,
  placeSidecar,
  sidecarOf,
  type TextOf,
  withRecords,
} from '../../annotation/placed/placed.ts'
import { withPutBack } from '../../annotation/placed/put-back.ts'
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import { isAnchored } from '../../annotation/record/record.ts'
import type { TextView } from '../../annotation/record/selectors.ts'
import type { Sidecar, SidecarProblem } from '../../annotation/sidecar/sidecar.ts'
import type { FileContent } from '../../disk/file-content.ts'
import { lfView } from '../../text/code-points.ts'
import { type Edit, enclosingEdit } from '../../text/edit.ts'
import { containsSpan, overlaps, type Span } from '../../text/span.ts'
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
  /**
   * Set while the file has a text that the buffer did not have when it was read: `settled` was found by
   * a comparison of texts, and the edits that lead there will know more.
   */
  readonly isAhead?: true
  /** Of the text of the buffer, of the file where there is none. */
  readonly past: Past
}

export const noEntry: Entry = {
  annotations: noAnnotations,
  settled: noAnnotations,
  saved: true,
  past: pastOf(''),
}

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
  const before = shownContent(entry)
  const isSaved = file !== undefined && sameText(file.text, text)
  if (before === undefined) return { ...entry, buffer, past: pastOf(text), saved: false }
  if (isSaved && (entry.isAhead === undefined || change.edits === undefined)) {
    const annotations = carried(entry.settled, file, content, page, context)
    const past = change.edits === undefined ? compared(entry, before, text) : told(entry, change)
    return { ...withoutAhead(entry), buffer, annotations, past, saved: true }
  }
  const dated = edited(entry, before, content, change.edits, page, context)
  const next = { ...entry, buffer, ...dated, saved: false }
  return isSaved ? afterSaving(next, { file, content }, page, context) : next
}

/** What was not saved is gone. */
export function afterClose({ buffer: closed, isAhead: _gone, ...entry }: Entry): Entry {
  const past = compared(entry, closed?.content, entry.file?.text ?? '')
  return { ...entry, annotations: entry.settled, past, saved: true }
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
    const isOpen = buffer !== undefined
    const kept = isOpen ? annotations : noAnnotations
    const { past } = isOpen ? entry : noEntry
    return { ...rest, annotations: kept, settled: noAnnotations, past, saved: !isOpen }
  }
  // What the change brings into doubt remembers how it was in the text before.
  const remembering = entry.saved ? { ...context, past: entry.past } : context
  const moved = old === undefined ? settled : carried(settled, old, file, page, remembering)
  const past = moved === settled ? entry.past : { ...entry.past, isUsed: true }
  if (buffer === undefined) {
    const followed = compared({ past }, old, file.text)
    return { ...rest, annotations: moved, settled: moved, past: followed, saved: true }
  }
  if (!sameText(file.text, buffer.content.text)) {
    const isNew = old?.text !== file.text || entry.isAhead === true
    const ahead = isNew ? { isAhead: true as const } : {}
    return { ...rest, ...ahead, annotations, settled: moved, past, saved: false }
  }
  const next = { ...rest, annotations, settled: moved, past: entry.past, saved: true }
  if (!entry.saved) return afterSaving(next, { file, content: buffer.content }, page, context)
  return { ...next, annotations: carried(moved, file, buffer.content, page, context) }
}

/**
 * The buffer is what the file is, and its annotations are those that its edits left. What was lost on
 * the way may have been carried elsewhere.
 */
function afterSaving(
  entry: Entry,
  { file, content }: { readonly file: Content; readonly content: Content },
  page: string,
  context: EntryContext,
): Entry {
  const found = carried(entry.settled, file, content, page, context)
  const whole = described(withFound(entry.annotations, found), content.analysis.view, page)
  const settled = carried(whole, content, file, page, context)
  return { ...withoutAhead(entry), annotations: whole, settled, saved: true }
}

function withoutAhead({ isAhead: _gone, ...entry }: Entry): Entry {
  return entry
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
  const { view } = home.analysis
  const read = placeSidecar(sidecar, view, { page, textOf: withText(view, context.textOf) })
  const isOther = sidecar.header?.sha256 !== view.sha256
  const since = entry.past.step
  const known = byId(entry.settled)
  const kept = new Set<string>()
  const records = read.records.map((each): PlacedRecord => {
    const before = known.get(each.record.id)
    if (before === undefined || !isInPlace(before, each, isOther)) return { ...each, since }
    kept.add(each.record.id)
    return inItsPlace(each.record, before)
  })
  const settled = { ...read, records }
  if (buffer === undefined || buffer.content.text === home.text) {
    return { ...entry, annotations: settled, settled }
  }
  // Of what nobody put elsewhere the edits that are not saved know more than a diff.
  const shown = byId(entry.annotations)
  const annotations = carried(settled, home, buffer.content, page, context)
  const moved = annotations.records.map((each) => {
    const before = kept.has(each.record.id) ? shown.get(each.record.id) : undefined
    return before === undefined ? each : inItsPlace(each.record, before)
  })
  return { ...entry, annotations: { ...annotations, records: moved }, settled }
}

/**
 * Whether a record that was read says of its place nothing that the page does not know better: it may
 * have been written, by us or others, before the last edits. `isOther`: of another text.
 */
function isInPlace(ours: PlacedRecord, read: PlacedRecord, isOther: boolean): boolean {
  if (isSamePlace(ours, read)) return true
  const [mine, other] = [ours.record, read.record]
  if (!isAnchored(mine) || !isAnchored(other)) return false
  const [marked, said] = [mine.marked ?? mine.quote, other.marked ?? other.quote]
  const isSameText = marked.length === said.length && marked.every((each, i) => each === said[i])
  return isSameText && (isDoubtful(other) || (isOther && !isDoubtful(mine)))
}

function byId({ records }: Annotations): ReadonlyMap<string, PlacedRecord> {
  return new Map(records.map((each) => [each.record.id, each]))
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
  const { view } = content.analysis
  const past = afterAction(entry.past)
  const { textOf } = context
  const put = withRecords(entry.annotations, edit, { view, page, textOf, step: past.step })
  const { back = [] } = edit
  const annotations = back.length === 0 ? put : withPutBack(put, back, { view, page, textOf, past })
  const settled = carried(annotations, content, file, page, context)
  return { ...entry, annotations, settled, past }
}

/** Whether two texts differ at most in their line breaks. */
export function sameText(a: string, b: string): boolean {
  if (a === b) return true
  const mayBe = a.includes('\r') || b.includes('\r')
  return mayBe && lfView(a) === lfView(b)
}

/**
 * Annotations of one text where they are in another one that is not edited from it. With the `past` of
 * the first, what stood in what may have changed remembers how it was there.
 */
function carried(
  annotations: Annotations,
  from: Content,
  to: Content,
  page: string,
  { textOf, past }: EntryContext & { readonly past?: Past },
): Annotations {
  if (from.text === to.text || annotations.records.length === 0) return annotations
  const view = from.analysis.view
  const { problems } = annotations
  const found = placeSidecar(
    { ...sidecarOf(annotations, view, page), problems },
    to.analysis.view,
    {
      page,
      textOf: withText(view, textOf),
    },
  )
  const { span: changed } = enclosingEdit(from.text, to.text)
  const records = found.records.map((each, i): PlacedRecord => {
    const { record, spans, since, was } = annotations.records[i] ?? each
    const isTouched = past !== undefined && spans.some((span) => overlaps(span, changed))
    const before = isTouched ? { in: past.now, record, spans, until: past.step } : undefined
    return { ...each, ...defined({ since, was: was ?? before }) }
  })
  return { ...found, records }
}

/** The past after a text that was not edited from the one before, but compared with it. */
function compared({ past }: Pick<Entry, 'past'>, before: Content | undefined, text: string): Past {
  if (before === undefined) return pastOf(text)
  if (before.text === text) return past
  const edit = enclosingEdit(before.text, text)
  return afterEdit({ ...past, isUsed: true }, edit, { isExact: false })
}

/** The past after edits. */
function told({ past }: Entry, { edits = [] }: { readonly edits?: readonly Edit[] }): Past {
  return edits.reduce((all, edit) => afterEdit(all, edit, { isExact: true }), past)
}

function edited(
  entry: Entry,
  before: Content,
  after: Content,
  edits: readonly Edit[] | undefined,
  page: string,
  context: EntryContext,
): Dated {
  const { annotations, past } = entry
  if (edits === undefined) {
    const remembering = { ...context, past }
    return {
      annotations: carried(annotations, before, after, page, remembering),
      past: compared(entry, before, after.text),
    }
  }
  const moved = moveAnnotations({ annotations, past }, edits)
  if (!edits.some(isReplacement)) return moved
  // Where a passage was replaced as a whole, arithmetic knows nothing of what is the same in it.
  const others = carried(annotations, before, after, page, context)
  const [{ span, text } = noEdit] = edits.length === 1 ? edits : []
  const replaced = { start: span.start, end: span.start + text.length }
  return { ...moved, annotations: withFound(moved.annotations, others, replaced) }
}

const noEdit: Edit = { span: { start: 0, end: 0 }, text: '' }

/** UTF-16 units from which on a replaced text is a passage. */
const passage = 40

function isReplacement({ span, text }: Edit): boolean {
  return span.end - span.start >= passage && text.length >= passage
}

/**
 * Orphans of `annotations` as they are in `others`, where those have a place that nothing else has. A
 * name alone may be another one's: but where a passage was `replaced`, it is in doubt which one it is.
 */
function withFound(annotations: Annotations, others: Annotations, replaced?: Span): Annotations {
  const isLost = ({ record }: PlacedRecord): boolean =>
    'anchor' in record && record.anchor === 'orphan'
  if (!annotations.records.some(isLost)) return annotations
  const found = byId(others)
  const records = [...annotations.records]
  const claims = records.flatMap((each, index): Claim[] => {
    const { record, spans = [] } = isLost(each) ? (found.get(each.record.id) ?? {}) : {}
    const isHere = replaced !== undefined && spans.every((span) => containsSpan(replaced, span))
    // Its text as a whole, elsewhere: of a part of it the edits know more than their result.
    const isPart = record !== undefined && 'anchor' in record && record.anchor === 'changed'
    if (spans.length === 0 || (isPart && !isHere)) return []
    return [{ index, spans, score: 1, ...(isHere ? {} : { doubt: 'moved' }) }]
  })
  for (const { index, doubt } of granted(records, claims)) {
    const { record, was } = records[index] ?? {}
    const placed = found.get(record?.id ?? '')
    if (placed === undefined) continue
    records[index] = { ...placed, record: withDoubt(placed.record, doubt), ...defined({ was }) }
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
