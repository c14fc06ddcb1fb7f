/** A person types, saves and takes it back faster than the disk is: the sidecar says in the end what the window shows. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { Loader } from '../../server/src/corpus/loading/loader.ts'
import { createWarmer } from '../../server/src/corpus/loading/warm.ts'
import { Sidecars } from '../../server/src/corpus/saving/sidecars.ts'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { applyEdit, type Edit } from '../../server/src/text/edit.ts'
import { randomOf } from '../varied/random.ts'
import { bracketAnalyser, root } from './in-memory.ts'
import { rest, Scheduler, scheduledFiles } from './scheduler.ts'

const page = `${root}/1.txt`
const sidecar = `${root}/1.anno.jsonl`
const start = '在嘉兴市举行,嘉兴市参加,嘉兴市。\n'

describe('a page that is typed in, saved and taken back in quick turns', () => {
  // Among them are those in which the file once stayed behind: 135, 178, 440.
  for (const first of [1, 120, 170, 430]) {
    it(`has a sidecar that says what is shown, however late disk and editor are (from ${first})`, async () => {
      for (let seed = first; seed < first + 20; seed++) {
        const { shown, onDisk, story } = await happened(seed)
        assert.deepEqual(onDisk, shown, story)
      }
    })
  }
})

async function happened(seed: number) {
  const random = randomOf(seed)
  const scheduler = new Scheduler()
  const disk = new Map([
    [`${root}/corpus.json`, '{}'],
    [page, start],
    [sidecar, storedSidecar()],
  ])
  const { sidecars: files, ...others } = scheduledFiles(disk, scheduler)
  const workspace = new Workspace(bracketAnalyser())
  const sidecars = new Sidecars({
    workspace,
    files: {
      ...files,
      // Written is one thing, that it is flushed another, later one.
      async change(uri, make) {
        await scheduler.later(() => undefined)
        await files.change(uri, make)
        await scheduler.later(() => undefined)
      },
    },
  })
  const warmer = createWarmer(workspace)
  const loader = new Loader({ workspace, files: others, warmer, sidecars })
  void loader.load([{ uri: root, name: '', pages: undefined }])
  await settle(scheduler)
  workspace.apply({ kind: 'open', uri: page, version: 1, text: start })

  let buffer = start
  let version = 1
  const past: Edit[] = []
  const messages: (() => void)[] = []
  const story: string[] = []
  const type = (edit: Edit): void => {
    const text = applyEdit(buffer, edit)
    buffer = text
    messages.push(() => {
      workspace.apply({ kind: 'text', uri: page, version: ++version, text, edits: [edit] })
      sidecars.edited(page)
    })
    story.push(`${edit.span.start}-${edit.span.end}${edit.text}`)
  }
  const save = (): void => {
    disk.set(page, buffer)
    messages.push(() => void loader.saved(page))
    story.push('save')
  }
  const act = (): void => {
    const which = random(3)
    const last = which === 0 ? past.pop() : undefined
    if (last !== undefined) type(last)
    else if (which === 1) save()
    else {
      const at = random(buffer.length)
      const end = Math.min(buffer.length - 1, at + random(4))
      const span = { start: Math.min(at, end), end }
      const text = ['', '', '嘉', '嘉兴市', '新'][random(5)] ?? ''
      past.push({
        span: { start: span.start, end: span.start + text.length },
        text: buffer.slice(span.start, span.end),
      })
      type({ span, text })
    }
  }
  for (let left = 12; left > 0 || messages.length + scheduler.waiting > 0; ) {
    const choice = random(3)
    if (choice === 0 && left > 0) {
      left--
      if (left > 0) act()
      else save()
    } else if (choice === 1) {
      messages.shift()?.()
      await rest()
    } else if (scheduler.waiting > 0) await scheduler.run(random(scheduler.waiting))
  }
  const shown = findPage(workspace.snapshot(), page)?.document.annotations.records ?? []
  return {
    shown: printed(shown.map(({ record }) => record)),
    onDisk: printed(readSidecar(disk.get(sidecar) ?? '').records),
    story: `${seed}: ${story.join(', ')}`,
  }
}

function storedSidecar(): string {
  const records = [recordOf(1, 'A'), recordOf(7, 'B'), recordOf(13, 'C')]
  return printSidecar({ header: headerOf(textView(start), '1.txt'), records, broken: [] })
}

function recordOf(at: number, id: string): SpanRecord {
  const anchor = describeSpans(textView(start), [{ start: at, end: at + 3 }])
  const when = '2026-01-01T00:00:00.000Z'
  return { kind: 'span', id, ...anchor, type: 'Place', status: 'accepted', when }
}

function printed(records: ReturnType<typeof readSidecar>['records']): readonly string[] {
  return records
    .flatMap((record) => {
      if (record.kind !== 'span') return []
      const { id, quote, anchor } = record
      return [`${id} ${quote.join('')}${anchor === undefined ? '' : ` ${anchor}`}`]
    })
    .sort()
}

async function settle(scheduler: Scheduler): Promise<void> {
  await rest()
  while (scheduler.waiting > 0) await scheduler.run(0)
}
