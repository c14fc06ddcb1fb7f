/** What a page's sidecar is while it is read in the middle of its writing, with confirmed changes that wait in the journal. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { changeOf } from '../../server/src/corpus/saving/replay.ts'
import { Sidecars } from '../../server/src/corpus/saving/sidecars.ts'
import { findPage, type PageEdit } from '../../server/src/corpus/snapshot/model.ts'
import type { FileSystem } from '../../server/src/disk/file-system.ts'
import { Journal } from '../../server/src/disk/journal.ts'
import { applyEdit } from '../../server/src/text/edit.ts'
import { simulatedDisk } from '../disk/simulated-disk.ts'
import { file, root, workspaceOf } from './in-memory.ts'
import { rest, Scheduler, scheduledFiles } from './scheduler.ts'

const page = `${root}/1.txt`
const sidecar = `${root}/1.anno.jsonl`
const text = '在嘉兴市举行,富润集团参加。\n'

/** A disk that flushes a file when the scheduler says so. */
function flushedLater(scheduler: Scheduler): FileSystem {
  const { open, ...rest } = simulatedDisk()
  return {
    ...rest,
    async open(path, flags, mode) {
      const opened = await open(path, flags, mode)
      return {
        ...opened,
        async datasync() {
          await scheduler.later(() => undefined)
          await opened.datasync()
        },
      }
    },
  }
}

/** `diskOf`: where the journal is. */
async function opened(diskOf: (scheduler: Scheduler) => FileSystem = simulatedDisk) {
  const workspace = workspaceOf({ '1.txt': text })
  const disk = new Map<string, string>()
  const scheduler = new Scheduler()
  const journal = await Journal.open('/s', diskOf(scheduler))
  const { change, ...files } = scheduledFiles(disk, scheduler).sidecars
  const sidecars = new Sidecars({
    workspace,
    files: {
      ...files,
      // Written is one thing, that its folder is flushed and its lock away another, later one.
      async change(uri, make) {
        await change(uri, make)
        await scheduler.later(() => undefined)
      },
    },
    recall: () => scheduler.later(() => undefined),
    journal: async () => journal,
  })
  const confirm = (edit: Pick<PageEdit, 'put' | 'drop'>): Promise<boolean> => {
    const all = { uri: page, ...edit }
    const before = workspace.snapshot()
    workspace.apply({ kind: 'annotate', edits: [all] })
    return sidecars.confirm(page, changeOf(before, workspace.snapshot(), all))
  }
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await (scheduler.waiting > 0 ? scheduler.run(0) : rest())
  }
  const shown = (): readonly string[] =>
    findPage(workspace.snapshot(), page)?.document.annotations.records.map(
      ({ record }) => record.id,
    ) ?? []
  return { workspace, disk, scheduler, sidecars, journal, confirm, settle, shown }
}

function recordOf(id: string, words: string): SpanRecord {
  const start = text.indexOf(words)
  const { view } = findPage(workspaceOf({ '1.txt': text }).snapshot(), page)?.document ?? {}
  assert(view !== undefined)
  const anchor = describeSpans(view, [{ start, end: start + words.length }])
  return { kind: 'span', id, ...anchor, type: 'Place', status: 'accepted' }
}

describe('a sidecar that is read while it is written', () => {
  /** In all orders in which the disk may answer: `choices` are the indices of what it answers next. */
  const orders = Array.from({ length: 27 }, (_, n) => [
    n % 3,
    Math.floor(n / 3) % 3,
    Math.floor(n / 9) % 3,
    Math.floor(n / 27),
  ])

  it('does not bring back what was taken back meanwhile', async () => {
    for (const order of orders) {
      for (let steps = 0; steps < 6; steps++) {
        const { disk, scheduler, sidecars, confirm, settle, shown } = await opened()
        void confirm({ put: [recordOf('A', '嘉兴市')], drop: [] })
        await rest()
        for (let i = 0; i < steps; i++)
          await scheduler.run((order[i % 4] ?? 0) % Math.max(1, scheduler.waiting))
        const loaded = sidecars.load(page, { follows: true })
        await rest()
        await scheduler.run((order[0] ?? 0) % Math.max(1, scheduler.waiting))
        void confirm({ put: [], drop: ['A'] })
        await rest()
        for (const choice of order) await scheduler.run(choice % Math.max(1, scheduler.waiting))
        await settle()
        await loaded
        assert.deepEqual([shown(), disk.get(sidecar)], [[], undefined], `${order} ${steps}`)
      }
    }
  })

  it('is not said to hold what was confirmed while it was written', async () => {
    const { disk, scheduler, sidecars, journal, confirm } = await opened()
    const names = ['嘉兴市', '举行', '富润', '集团', '参加']
    const confirmed: string[] = []
    const look = (): void => {
      for (const id of confirmed) {
        const isKept = journal.open.some(({ change }) => JSON.stringify(change).includes(`"${id}"`))
        assert.ok(isKept || disk.get(sidecar)?.includes(`"${id}"`), `${id} is nowhere`)
      }
    }
    for (const [i, words] of names.entries()) {
      void confirm({ put: [recordOf(`R${i}`, words)], drop: [] }).then(() =>
        confirmed.push(`R${i}`),
      )
      await rest()
      look()
      // One answer of the disk for each action: there is always one in the middle of a writing.
      await scheduler.run(0)
      look()
    }
    while (scheduler.waiting > 0) {
      await scheduler.run(0)
      look()
    }
    await sidecars.flush()
    assert.equal(confirmed.length, names.length)
    assert.deepEqual(journal.open, [])
  })

  it('leaves nothing in the journal of what it holds, however slowly that is flushed', async () => {
    for (const order of orders) {
      const { scheduler, sidecars, journal, confirm, settle } = await opened(flushedLater)
      for (const [i, words] of ['嘉兴市', '举行', '富润', '集团'].entries()) {
        void confirm({ put: [recordOf(`R${i}`, words)], drop: [] })
        for (const choice of order) {
          await rest()
          if (scheduler.waiting > 0) await scheduler.run(choice % scheduler.waiting)
        }
      }
      await settle()
      const flushed = sidecars.flush()
      await settle()
      await flushed
      assert.deepEqual(journal.open, [], `${order}`)
    }
  })

  it('says where its annotations are once the page has the text that it describes', async () => {
    const { workspace, disk, sidecars, settle } = await opened()
    const repeated = '区区区区区区区区'
    const view = textView(repeated)
    const third = { ...describeSpans(view, [{ start: 0, end: 1 }]), at: [[3, 4]] as const }
    const record: SpanRecord = {
      kind: 'span',
      id: 'A',
      ...third,
      type: 'Place',
      status: 'accepted',
    }
    const header = headerOf(view, '1.txt')
    disk.set(sidecar, printSidecar({ header, records: [record], broken: [] }))
    const load = async (): Promise<void> => {
      const loaded = sidecars.load(page)
      await settle()
      await loaded
    }
    await load()
    for (const now of [repeated, '', repeated]) {
      workspace.apply({ kind: 'file', uri: page, content: file(now) })
      await load()
    }
    const found = findPage(workspace.snapshot(), page)?.document.annotations.records
    assert.deepEqual(
      found?.map(({ spans }) => spans),
      [[{ start: 3, end: 4 }]],
    )
  })

  it('says what the edits know, where the editor is back at what it wrote while one typed on', async () => {
    const { workspace, disk, sidecars, confirm, settle } = await opened()
    void confirm({ put: [recordOf('A', '嘉兴市')], drop: [] })
    await settle()
    workspace.apply({ kind: 'open', uri: page, version: 1, text })
    let now = text
    const type = (start: number, end: number, put: string): void => {
      const edit = { span: { start, end }, text: put }
      now = applyEdit(now, edit)
      workspace.apply({ kind: 'text', uri: page, version: 2, text: now, edits: [edit] })
      sidecars.edited(page)
    }
    const saved = async (was: string): Promise<void> => {
      workspace.apply({ kind: 'file', uri: page, content: file(was) })
      const loaded = sidecars.load(page, { follows: true })
      await settle()
      await loaded
    }
    type(3, 4, '')
    await saved(now)
    type(3, 3, '市')
    const written = now
    type(0, 0, '新')
    await saved(written)
    type(0, 1, '')
    await settle()
    assert.match(disk.get(sidecar) ?? '', /"quote":\["嘉兴市"\]/)
  })

  it('does not lose what was marked meanwhile', async () => {
    for (const order of orders) {
      for (let steps = 0; steps < 6; steps++) {
        const { disk, scheduler, sidecars, confirm, settle, shown } = await opened()
        void confirm({ put: [recordOf('A', '嘉兴市')], drop: [] })
        await rest()
        for (let i = 0; i < steps; i++)
          await scheduler.run((order[i % 4] ?? 0) % Math.max(1, scheduler.waiting))
        const changed = sidecars.changed(sidecar)
        await rest()
        void confirm({ put: [recordOf('B', '富润集团')], drop: [] })
        await rest()
        for (const choice of order) await scheduler.run(choice % Math.max(1, scheduler.waiting))
        await settle()
        await changed
        assert.deepEqual(shown(), ['A', 'B'], `${order} ${steps}`)
        assert.match(disk.get(sidecar) ?? '', /"A".*\n.*"B"/)
      }
    }
  })
})
