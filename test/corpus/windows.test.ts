/** Two windows on one page: one edits and saves it, both mark what overlaps; in all orders they end alike, and so does the file. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import {
  describeSpans,
  headerOf,
  textHash,
  textView,
} from '../../server/src/annotation/record/selectors.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { Loader } from '../../server/src/corpus/loading/loader.ts'
import { createWarmer } from '../../server/src/corpus/loading/warm.ts'
import { Sidecars } from '../../server/src/corpus/saving/sidecars.ts'
import { findPage, type Snapshot } from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { Performer } from '../../server/src/feature/annotate/perform.ts'
import { randomOf } from '../varied/random.ts'
import { bracketAnalyser, root } from './in-memory.ts'
import { rest, Scheduler, scheduledFiles } from './scheduler.ts'

const page = `${root}/1.txt`
const sidecar = `${root}/1.anno.jsonl`
const before = '在嘉兴市举行,富润集团参加。\n'
const after = `新${before}`
const texts = new Map([before, after].map((text) => [textHash(text), text]))

interface Window {
  readonly workspace: Workspace
  readonly sidecars: Sidecars
  readonly loader: Loader
  readonly performer: Performer
}

/** Of the window that has the page open: `edit`, `write`, `saved`. The other one only hears of its file. */
type Event =
  | 'edit'
  | 'write'
  | 'saved'
  | 'first marks'
  | 'second marks'
  | 'second hears of the page'
  | 'first hears of the sidecar'
  | 'second hears of the sidecar'

const events: readonly Event[] = [
  'edit',
  'write',
  'saved',
  'first marks',
  'second marks',
  'second hears of the page',
  'first hears of the sidecar',
  'second hears of the sidecar',
]

/** What has to come before what. */
const order: readonly (readonly [Event, Event])[] = [
  ['edit', 'write'],
  ['write', 'saved'],
  ['write', 'second hears of the page'],
]

describe('two windows that mark what overlaps while one saves the page', () => {
  for (const later of ['A', 'B']) {
    for (const first of [1, 21, 41, 61]) {
      it(`end alike, with one of the marks in doubt (${later} is later, from ${first})`, async () => {
        for (let seed = first; seed < first + 20; seed++) {
          const { shown, onDisk, story } = await happened(seed, later)
          assert.deepEqual(shown, [onDisk, onDisk], story)
          // One that replaced the other knew of it; else the later one is asked about, or lost its place on the way.
          const standing = onDisk.filter((each) => /^[AB] \S+ \d+$/.test(each))
          assert.ok(standing.length <= 1, `${onDisk.join()} ${story}`)
        }
      })
    }
  }
})

async function happened(seed: number, later: string) {
  const random = randomOf(seed)
  const scheduler = new Scheduler()
  const disk = new Map([
    [`${root}/corpus.json`, '{}'],
    [page, before],
  ])
  if (random(2) === 0) disk.set(sidecar, storedSidecar())
  const windows = [windowOn(disk, scheduler), windowOn(disk, scheduler)] as const
  const [first, second] = windows
  for (const { loader } of windows) {
    void loader.load([{ uri: root, name: '', pages: undefined }])
    await settle(scheduler)
  }
  first.workspace.apply({ kind: 'open', uri: page, version: 1, text: before })
  const left = ordered(random)
  const story: string[] = []
  const happen: Readonly<Record<Event, () => unknown>> = {
    edit: () =>
      first.workspace.apply({
        kind: 'text',
        uri: page,
        version: 2,
        text: after,
        edits: [{ span: { start: 0, end: 0 }, text: '新' }],
      }),
    write: () => disk.set(page, after),
    saved: () => first.loader.saved(page),
    'first marks': () => marks(first, '嘉兴市', 'A', later),
    'second marks': () => marks(second, '兴市举行', 'B', later),
    'second hears of the page': () => second.loader.changed([{ uri: page, kind: 'changed' }]),
    'first hears of the sidecar': () => hears(first),
    'second hears of the sidecar': () => hears(second),
  }
  while (left.length > 0 || scheduler.waiting > 0) {
    const next = random(scheduler.waiting + (left.length > 0 ? 1 : 0))
    if (next < scheduler.waiting) {
      story.push(`disk ${next}`)
      await scheduler.run(next)
    } else {
      const event = left.shift()
      if (event !== undefined) {
        story.push(event)
        void happen[event]()
      }
      await rest()
    }
  }
  // Watchers tell in the end, each as often as the file is written once more.
  let written: string | undefined
  for (let told = 0; told === 0 || written !== disk.get(sidecar); told++) {
    assert.ok(told < 5, `The windows write in turn: ${seed}: ${story.join(', ')}`)
    written = disk.get(sidecar)
    for (const window of windows) {
      void hears(window)
      await settle(scheduler)
    }
  }
  const onDisk = printed(readSidecar(disk.get(sidecar) ?? '').records)
  const shown = windows.map(({ workspace }) =>
    printed(
      (findPage(workspace.snapshot(), page)?.document.annotations.records ?? []).map(
        ({ record }) => record,
      ),
    ),
  )
  return { shown, onDisk, story: `${seed}: ${story.join(', ')}` }
}

function hears({ loader }: Window): Promise<unknown> {
  return loader.changed([{ uri: sidecar, kind: 'changed' }])
}

function ordered(random: (below: number) => number): Event[] {
  for (;;) {
    const all = [...events]
    for (let i = all.length - 1; i > 0; i--) {
      const j = random(i + 1)
      const [a, b] = [all[i], all[j]]
      if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a]
    }
    if (order.every(([one, then]) => all.indexOf(one) < all.indexOf(then))) return all
  }
}

function windowOn(disk: Map<string, string>, scheduler: Scheduler): Window {
  const { sidecars: files, ...others } = scheduledFiles(disk, scheduler)
  const workspace = new Workspace(bracketAnalyser(), { textOf: (hash) => texts.get(hash) })
  const sidecars = new Sidecars({
    workspace,
    files,
    recall: () => scheduler.later(() => undefined),
  })
  const warmer = createWarmer(workspace)
  const loader = new Loader({ workspace, files: others, warmer, sidecars })
  let made = 0
  const performer = new Performer(
    {
      snapshot: () => workspace.snapshot(),
      reread: (uri) => loader.changed([{ uri, kind: 'changed' }]),
      apply: (edits) => void workspace.apply({ kind: 'annotate', edits }),
      confirm: (uri, change) => sidecars.confirm(uri, change),
      announce: () => undefined,
    },
    () => String(made++),
  )
  return { workspace, sidecars, loader, performer }
}

function marks({ performer }: Window, words: string, id: string, later: string): Promise<unknown> {
  return performer.perform((snapshot: Snapshot) => {
    const document = findPage(snapshot, page)?.document
    assert(document !== undefined)
    // As in a flat schema: what it overlaps, and the window knows of, goes.
    const drop = document.annotations.records.flatMap(({ record }) =>
      record.id === 'A' || record.id === 'B' ? [record.id] : [],
    )
    const when = `2026-01-0${id === later ? 2 : 1}T00:00:00.000Z`
    const put = [{ ...recordOf(document.text, words, id), when }]
    return { kind: 'edits', label: '', edits: [{ uri: page, put, drop }] } as const
  })
}

function storedSidecar(): string {
  const records = [recordOf(before, '富润集团', 'C')]
  return printSidecar({ header: headerOf(textView(before), '1.txt'), records, broken: [] })
}

function recordOf(text: string, words: string, id: string): SpanRecord {
  const start = text.indexOf(words)
  const anchor = describeSpans(textView(text), [{ start, end: start + words.length }])
  const when = '2026-01-01T00:00:00.000Z'
  return { kind: 'span', id, ...anchor, type: 'Place', status: 'accepted', when }
}

function printed(records: ReturnType<typeof readSidecar>['records']): readonly string[] {
  return records
    .flatMap((record) => {
      if (record.kind !== 'span') return []
      const { id, quote, at, anchor } = record
      return [`${id} ${quote.join('')} ${at[0]?.[0]}${anchor === undefined ? '' : ` ${anchor}`}`]
    })
    .sort()
}

async function settle(scheduler: Scheduler): Promise<void> {
  await rest()
  while (scheduler.waiting > 0) await scheduler.run(0)
}
