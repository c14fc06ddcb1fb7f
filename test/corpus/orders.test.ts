/** An edit, its saving, what is told of it, an action and the closing of the editor: in all orders the same comes of it. */
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

/**
 * `write`: the editor writes the file; `told`: the client says that it did; `watched`: the watcher has seen it;
 * `mark`: a person marks 富润集团; `type`: the page is edited again, and not saved.
 */
type Event = 'edit' | 'write' | 'told' | 'watched' | 'mark' | 'type' | 'close'

/** What has to come before what. */
const order: readonly (readonly [Event, Event])[] = [
  ['edit', 'write'],
  ['write', 'told'],
  ['write', 'watched'],
  ['write', 'type'],
  ['type', 'close'],
]

const orders = permutations<Event>([
  ...(['edit', 'write', 'told', 'watched', 'mark', 'type', 'close'] as const),
]).filter((events) => order.every(([first, then]) => events.indexOf(first) < events.indexOf(then)))

/** Which of the files' answers that wait comes next, or (-1) the next event; `more`: events are left. */
type Policy = (waiting: number, more: boolean) => number

const policies: readonly Policy[] = [
  // The disk is quicker than all events, slower than all, and answers the last question first.
  (waiting) => (waiting > 0 ? 0 : -1),
  (_, more) => (more ? -1 : 0),
  (waiting, more) => (more ? -1 : waiting - 1),
  ...Array.from({ length: 12 }, (_, seed): Policy => {
    const random = randomOf(seed + 1)
    return (waiting, more) => (more ? random(waiting + 1) - 1 : random(waiting))
  }),
]

describe('a page that is edited, saved, watched, annotated and closed', () => {
  for (const [at, policy] of policies.entries()) {
    it(`has a sidecar that describes the text on disk, however slow the disk is (${at})`, async () => {
      for (const events of orders) {
        const { marked, onDisk } = await happened(events, policy)
        const expected = marked ? ['嘉兴市 2', '富润集团 8'] : ['嘉兴市 2']
        assert.deepEqual(onDisk, { describes: textHash(after), records: expected }, events.join())
      }
    })
  }

  it('has marks in some orders, and is refused them in others', async () => {
    const answers = new Set<boolean>()
    const first: Policy = (waiting) => (waiting > 0 ? 0 : -1)
    for (const events of orders) answers.add((await happened(events, first)).marked)
    assert.deepEqual([...answers].sort(), [false, true])
  })
})

interface Outcome {
  /** Whether the mark was answered with done. */
  readonly marked: boolean
  readonly onDisk: { readonly describes: string | undefined; readonly records: readonly string[] }
}

async function happened(events: readonly Event[], policy: Policy): Promise<Outcome> {
  const scheduler = new Scheduler()
  const disk = new Map([
    [`${root}/corpus.json`, '{}'],
    [page, before],
    [sidecar, storedSidecar()],
  ])
  const { sidecars: sidecarFiles, ...files } = scheduledFiles(disk, scheduler)
  const workspace = new Workspace(bracketAnalyser())
  const sidecars = new Sidecars({ workspace, files: sidecarFiles })
  const warmer = createWarmer(workspace)
  const loader = new Loader({ workspace, files, warmer, sidecars })
  void loader.load([{ uri: root, name: '', pages: undefined }])
  await settle(scheduler)
  workspace.apply({ kind: 'open', uri: page, version: 1, text: before })

  const world: World = {
    disk,
    workspace,
    loader,
    performer: performer(workspace, loader, sidecars),
  }
  const answers: Promise<boolean>[] = []
  const left = [...events]
  while (left.length > 0 || scheduler.waiting > 0) {
    const next = policy(scheduler.waiting, left.length > 0)
    if (next >= 0) await scheduler.run(next)
    else {
      const event = left.shift()
      if (event !== undefined) answers.push(happen(event, world))
      await rest()
    }
  }
  const flushed = sidecars.flush()
  await settle(scheduler)
  await flushed
  const marked = (await Promise.all(answers)).some((each) => each)
  const { header, records } = readSidecar(disk.get(sidecar) ?? '')
  return { marked, onDisk: { describes: header?.sha256, records: records.flatMap(printed).sort() } }
}

interface World {
  readonly disk: Map<string, string>
  readonly workspace: Workspace
  readonly loader: Loader
  readonly performer: Performer
}

/** Whether something was marked. */
async function happen(
  event: Event,
  { disk, workspace, loader, performer }: World,
): Promise<boolean> {
  switch (event) {
    case 'edit':
      typed(workspace, 2)
      return false
    case 'write':
      disk.set(page, after)
      return false
    case 'told':
      await loader.saved(page)
      return false
    case 'watched':
      await loader.changed([{ uri: page, kind: 'changed' }])
      return false
    case 'mark':
      return (await performer.perform(mark)).kind === 'done'
    case 'type':
      typed(workspace, 3)
      return false
    case 'close':
      workspace.apply({ kind: 'close', uri: page })
      return false
  }
}

function typed(workspace: Workspace, version: number): void {
  const text = `新${findPage(workspace.snapshot(), page)?.document.text}`
  const edits = [{ span: { start: 0, end: 0 }, text: '新' }]
  workspace.apply({ kind: 'text', uri: page, version, text, edits })
}

function mark(snapshot: Snapshot) {
  const document = findPage(snapshot, page)?.document
  assert(document !== undefined)
  const put = [recordOf(document.text, '富润集团', 'B')]
  return { kind: 'edits', label: '', edits: [{ uri: page, put, drop: [] }] } as const
}

function performer(workspace: Workspace, loader: Loader, sidecars: Sidecars): Performer {
  let made = 0
  return new Performer(
    {
      snapshot: () => workspace.snapshot(),
      reread: (uri) => loader.changed([{ uri, kind: 'changed' }]),
      apply: (edits) => void workspace.apply({ kind: 'annotate', edits }),
      confirm: (uri, change) => sidecars.confirm(uri, change),
      announce: () => undefined,
    },
    () => String(made++),
  )
}

function storedSidecar(): string {
  const records = [recordOf(before, '嘉兴市', 'A')]
  return printSidecar({ header: headerOf(textView(before), '1.txt'), records, broken: [] })
}

function recordOf(text: string, words: string, id: string): SpanRecord {
  const start = text.indexOf(words)
  const anchor = describeSpans(textView(text), [{ start, end: start + words.length }])
  const when = '2026-01-01T00:00:00.000Z'
  return { kind: 'span', id, ...anchor, type: 'Place', status: 'accepted', when }
}

/** Its text and where it begins; a record in doubt says so. */
function printed(record: ReturnType<typeof readSidecar>['records'][number]): string[] {
  if (record.kind !== 'span') return []
  const { quote, at, anchor } = record
  return [`${quote.join('')} ${at[0]?.[0]}${anchor === undefined ? '' : ` ${anchor}`}`]
}

async function settle(scheduler: Scheduler): Promise<void> {
  await rest()
  while (scheduler.waiting > 0) await scheduler.run(0)
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((others) => [item, ...others]),
  )
}
