/** What is known of one page: file, buffer over it, annotations; and how each change makes the next state. */

import { afterAction, afterEdits, type Past, pastOf } from '../../annotation/placed/past.ts'
import {
  type Annotations,
  described,
  noAnnotations,
  placeSidecar,
  type TextOf,
  withRecords,
} from '../../annotation/placed/placed.ts'
import { withPutBack } from '../../annotation/placed/put-back.ts'
import type { Sidecar, SidecarProblem } from '../../annotation/sidecar/sidecar.ts'
import type { FileContent } from '../../disk/file-content.ts'
import { lfView } from '../../text/code-points.ts'
import type { Edit } from '../../text/edit.ts'
import { defined } from '../../values/defined.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { bufferState, type Content, pageContent } from './document.ts'
import {
  carried,
  edited,
  hasLost,
  pastCompared,
  tookOver,
  withFound,
  withPlacesOf,
  withText,
} from './followed.ts'
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
    const annotations = carried(entry.settled, file, content, { page, ...context })
    const past =
      change.edits === undefined
        ? pastCompared(entry.past, before, text, entry.annotations.records)
        : afterEdits(entry.past, change.edits, text)
    return { ...withoutAhead(entry), buffer, annotations, past, saved: true }
  }
  const dated = edited(entry, before, content, change.edits, { page, ...context })
  const next = { ...entry, buffer, ...dated, saved: false }
  return isSaved ? afterSaving(next, { file, content }, page, context) : next
}

/** What was not saved is gone. */
export function afterClose({ buffer: closed, isAhead: _gone, ...entry }: Entry): Entry {
  const { records } = entry.annotations
  const past = pastCompared(entry.past, closed?.content, entry.file?.text ?? '', records)
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
  const isKnown = isSaving(entry, buffer, file) && !hasLost(annotations)
  const moved =
    old === undefined || isKnown ? settled : carried(settled, old, file, { page, ...remembering })
  const past = moved === settled ? entry.past : { ...entry.past, isUsed: true }
  if (buffer === undefined) {
    const followed = pastCompared(past, old, file.text, settled.records)
    return { ...rest, annotations: moved, settled: moved, past: followed, saved: true }
  }
  if (!sameText(file.text, buffer.content.text)) {
    const ahead =
      moved === settled ? defined({ isAhead: entry.isAhead }) : { isAhead: true as const }
    return { ...rest, ...ahead, annotations, settled: moved, past, saved: false }
  }
  const next = { ...rest, annotations, settled: moved, past: entry.past, saved: true }
  if (!entry.saved) return afterSaving(next, { file, content: buffer.content }, page, context)
  return { ...next, annotations: carried(moved, file, buffer.content, { page, ...context }) }
}

/** Whether the file becomes what the buffer was edited to: then its edits know where all is that they did not lose. */
function isSaving(entry: Entry, buffer: Entry['buffer'], file: Content): boolean {
  return buffer !== undefined && !entry.saved && sameText(file.text, buffer.content.text)
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
  const found = hasLost(entry.annotations)
    ? withFound(entry.annotations, carried(entry.settled, file, content, { page, ...context }))
    : entry.annotations
  const whole = described(found, content.analysis.view, page)
  const settled = carried(whole, content, file, { page, ...context })
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
  const { textOf } = context
  const read = placeSidecar(sidecar, view, { page, textOf: withText(view, textOf) })
  const isOther = sidecar.header?.sha256 !== view.sha256
  const since = entry.past.step
  const { annotations: settled, kept } = tookOver(read, entry.settled, { isOther, since })
  const next = isOther ? entry : withoutAhead(entry)
  if (buffer === undefined || buffer.content.text === home.text) {
    return { ...next, annotations: settled, settled }
  }
  // Of what nobody put elsewhere the edits that are not saved know more than a diff.
  const found = carried(settled, home, buffer.content, { page, textOf })
  return { ...next, annotations: withPlacesOf(found, entry.annotations, kept), settled }
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
  const settled = carried(annotations, content, file, { page, ...context })
  return { ...entry, annotations, settled, past }
}

/** Whether two texts differ at most in their line breaks and in a byte order mark, which a file does not count and a buffer may begin with. */
export function sameText(a: string, b: string): boolean {
  if (a === b) return true
  const mayBe = [a, b].some((text) => text.includes('\r') || text.startsWith('\uFEFF'))
  return mayBe && lfView(a) === lfView(b)
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
