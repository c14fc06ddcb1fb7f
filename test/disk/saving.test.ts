/** Confirmed changes on a disk that fails or loses power at any call: in the journal or in the sidecar, never torn, never lost. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans } from '../../server/src/annotation/record/selectors.ts'
import { readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { changeOf } from '../../server/src/corpus/saving/replay.ts'
import { Sidecars } from '../../server/src/corpus/saving/sidecars.ts'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { Journal } from '../../server/src/disk/journal.ts'
import { ownIdentity } from '../../server/src/disk/process-identity.ts'
import { sidecarFilesOn } from '../../server/src/disk/sidecar-files.ts'
import { root, workspaceOf } from '../corpus/in-memory.ts'
import { rounds } from '../rounds.ts'
import { chooser, type SimulatedDisk, simulatedDisk } from './simulated-disk.ts'

const page = `${root}/1.txt`
const path = '/corpus/1.anno.jsonl'
const text = '在嘉兴市举行,富润集团参加。\n'

/** What is done, one after the other: a record with a note, or without one any more. */
const actions: readonly (readonly [id: string, note: string | undefined])[] = [
  ['A', '1'],
  ['B', '2'],
  ['A', '3'],
  ['A', undefined],
  ['B', undefined],
  ['C', '4'],
  ['C', '5'],
]

async function opened(disk: SimulatedDisk, withJournal: boolean) {
  const workspace = workspaceOf({ '1.txt': text })
  const journal = withJournal ? await Journal.open('/s', disk) : undefined
  const files = sidecarFilesOn({
    files: disk,
    lock: (_, work) => work(),
    target: async (each) => each,
    tidy: async () => undefined,
  })
  const sidecars = new Sidecars({ workspace, files, retry: 60_000, journal: async () => journal })
  await sidecars.load(page)
  let seconds = 0
  const done = (id: string, note: string | undefined): Promise<boolean> => {
    const put = note === undefined ? [] : [recordOf(id, note, ++seconds)]
    const edit = { uri: page, put, drop: note === undefined ? [id] : [] }
    const before = workspace.snapshot()
    workspace.apply({ kind: 'annotate', edits: [edit] })
    return sidecars.confirm(page, changeOf(before, workspace.snapshot(), edit))
  }
  const notes = (): ReadonlyMap<string, string | undefined> =>
    new Map(
      findPage(workspace.snapshot(), page)?.document.annotations.records.map(({ record }) => [
        record.id,
        record.kind === 'span' ? record.note : undefined,
      ]),
    )
  return { sidecars, done, notes }
}

function recordOf(id: string, note: string, second: number): SpanRecord {
  const { view } = findPage(workspaceOf({ '1.txt': text }).snapshot(), page)?.document ?? {}
  assert(view !== undefined)
  const start = id.charCodeAt(0) - 64
  const anchor = describeSpans(view, [{ start, end: start + 1 }])
  const when = new Date(Date.UTC(2026, 0, 1) + 1000 * second).toISOString()
  return { kind: 'span', id, ...anchor, type: 'Place', status: 'accepted', note, when }
}

/** What was confirmed, and what may or may not have been done. */
interface Told {
  readonly confirmed: Map<string, string | undefined>
  readonly open: Set<string>
}

async function act(disk: SimulatedDisk, withJournal: boolean, told: Told): Promise<void> {
  const { sidecars, done } = await opened(disk, withJournal)
  for (const [id, note] of actions) {
    told.open.add(id)
    if (!(await done(id, note))) continue
    told.confirmed.set(id, note)
    told.open.delete(id)
    // Writing goes on while nobody waits for it.
    await new Promise((resolve) => setImmediate(resolve))
  }
  await sidecars.flush()
}

/** After the end of the process, of which the journals are left to the next one. */
async function look(
  disk: SimulatedDisk,
  withJournal: boolean,
  { confirmed, open }: Told,
  said: string,
): Promise<void> {
  for (const [name, content] of disk.files) {
    const gone = content.replaceAll(`"pid":${ownIdentity().pid},`, `"pid":${2 ** 22 + 1},`)
    if (name.includes('.journal')) disk.put(name, gone)
  }
  assert.deepEqual(readSidecar(disk.files.get(path) ?? '').problems, [], `${said}: torn`)
  const next = await opened(disk, withJournal)
  const notes = next.notes()
  for (const [id, note] of confirmed) {
    if (!open.has(id)) assert.equal(notes.get(id), note, `${said}: ${id}`)
  }
  await next.sidecars.flush()
  const { records } = readSidecar(disk.files.get(path) ?? '')
  assert.deepEqual(records.map(({ id }) => id).sort(), [...notes.keys()].sort(), said)
}

describe('saving on a disk that fails', () => {
  for (const withJournal of [true, false]) {
    const where = withJournal ? 'with a journal' : 'without a journal'
    it(`loses nothing confirmed when any one call fails, ${where}`, async () => {
      const whole = simulatedDisk()
      await act(whole, withJournal, { confirmed: new Map(), open: new Set() })
      for (let at = 1; at <= whole.calls; at++) {
        const disk = simulatedDisk()
        disk.failAt(at, 'ENOSPC')
        const told = { confirmed: new Map(), open: new Set<string>() }
        await act(disk, withJournal, told).catch(() => undefined)
        disk.losePower(chooser(at))
        await look(disk, withJournal, told, `call ${at} of ${whole.calls} fails`)
      }
    })

    it(`loses nothing confirmed when the power goes at any call, ${where}`, async () => {
      const whole = simulatedDisk()
      await act(whole, withJournal, { confirmed: new Map(), open: new Set() })
      for (let at = 1; at <= whole.calls; at++) {
        for (let seed = at; seed < at + rounds(1); seed++) {
          const disk = simulatedDisk()
          disk.failAt(at, 'EIO', true)
          const told = { confirmed: new Map(), open: new Set<string>() }
          await act(disk, withJournal, told).catch(() => undefined)
          disk.losePower(chooser(seed))
          await look(disk, withJournal, told, `power lost at call ${at}, seed ${seed}`)
        }
      }
    })
  }
})
