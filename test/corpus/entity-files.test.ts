import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { EntitiesRecord } from '../../server/src/annotation/entities/entity-record.ts'
import {
  entitiesChangeOf,
  reversedEntities,
} from '../../server/src/corpus/saving/entities-changes.ts'
import { EntityFiles } from '../../server/src/corpus/saving/entity-files.ts'
import type { SavingFault } from '../../server/src/corpus/saving/saving-faults.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { Journal } from '../../server/src/disk/journal.ts'
import { nodeSidecarFiles, type SidecarFiles } from '../../server/src/disk/sidecar-files.ts'
import { defined } from '../../server/src/values/defined.ts'
import { bracketAnalyser, definition, file } from './in-memory.ts'

let folder = ''
let root = ''
const opened: EntityFiles[] = []
const header = '{"kind":"entities","version":1}\n'

const link = (name: string, entity: string, when = '2026-01-01'): EntitiesRecord => ({
  ...{ kind: 'name', id: `Initiative:${name}`, type: 'Initiative' },
  ...{ entity: `Initiative:${entity}`, when },
})

interface Parts {
  readonly files?: SidecarFiles
  readonly journal?: Journal
  readonly report?: (uri: string, fault: SavingFault | undefined) => void
}

async function openWindow({ files = nodeSidecarFiles, journal, report }: Parts = {}) {
  const workspace = new Workspace(bracketAnalyser())
  workspace.apply({ kind: 'corpora', corpora: [definition({ root })] })
  workspace.apply({
    kind: 'file',
    uri: `${root}/1.txt`,
    content: file('【助企十条】与【暖企行动】'),
  })
  const entities = new EntityFiles({
    ...{ workspace, files, retry: 20, journal: async () => journal },
    ...defined({ report }),
  })
  opened.push(entities)
  await entities.load(root)
  const decide = (put: readonly EntitiesRecord[], drop: readonly string[] = []) => {
    const edit = { root, put, drop }
    const change = entitiesChangeOf(workspace.snapshot(), edit)
    workspace.apply({ kind: 'decide', edits: [edit] })
    return change
  }
  return {
    workspace,
    entities,
    decide,
    /** Resolves when it is confirmed. */
    confirm: (...put: readonly EntitiesRecord[]) => entities.confirm(root, decide(put)),
    names: () =>
      workspace
        .snapshot()
        .corpora.flatMap(({ index }) => index.entities({ types: ['Initiative'] }))
        .map(({ name, count }) => `${name} ×${count}`),
  }
}

const onDisk = () => readFile(join(folder, 'entities.jsonl'), 'utf8')
const write = (text: string) => writeFile(join(folder, 'entities.jsonl'), text)

describe('the file of entities', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'biaozhu-entities-'))
    root = pathToFileURL(folder).href
  })
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is read, obeyed and written, and gone where nothing is said any more', async () => {
    const line =
      '{"kind":"name","id":"Initiative:暖企行动","type":"Initiative","entity":"Initiative:助企十条"}\n'
    await write(header + line)
    const window = await openWindow()
    assert.deepEqual(window.names(), ['助企十条 ×2'])
    window.decide([], ['Initiative:暖企行动 name'])
    assert.deepEqual(window.names(), ['助企十条 ×1', '暖企行动 ×1'])
    assert.equal(await window.entities.save(root), true)
    assert.deepEqual(await readdir(folder), [])
  })

  it('keeps lines that are not understood when it is written', async () => {
    await write('{"kind":"someday","id":1}\nbroken\n')
    const window = await openWindow()
    await window.confirm(link('暖企行动', '助企十条'))
    const text = await onDisk()
    assert.match(text, /someday/)
    assert.match(text, /^broken$/m)
    assert.match(text, /助企十条/)
    assert.equal(window.workspace.entitiesOf(root).problems.length, 2)
  })

  it('is confirmed by the journal, and written by the process that comes after a killed one', async () => {
    const storage = join(folder, 'storage')
    const journal = await Journal.open(storage)
    const stuck: SidecarFiles = { ...nodeSidecarFiles, change: () => new Promise(() => undefined) }
    const killed = await openWindow({ files: stuck, journal })
    opened.pop()
    assert.equal(await killed.confirm(link('暖企行动', '助企十条')), true)
    await assert.rejects(onDisk())
    // As if the process that wrote the journal were gone.
    const [name = ''] = await readdir(storage)
    const text = await readFile(join(storage, name), 'utf8')
    const other = join(folder, 'other')
    await writeOther(other, text)
    const later = await Journal.open(other)
    const window = await openWindow({ journal: later })
    assert.deepEqual(window.names(), ['助企十条 ×2'])
    assert.match(await onDisk(), /暖企行动/)
    assert.deepEqual(later.open, [])
    await later.close()
    await journal.close()
  })

  it('has what two windows said, and each learns of the other', async () => {
    const [one, other] = [await openWindow(), await openWindow()]
    await Promise.all([
      one.confirm(link('暖企行动', '助企十条')),
      other.confirm({
        ...{ kind: 'entity', id: 'Initiative:助企十条', type: 'Initiative', name: '十条' },
      }),
    ])
    for (const each of [one, other]) await each.entities.changed(`${root}/entities.jsonl`)
    assert.deepEqual([one.names(), other.names()], [['十条 ×2'], ['十条 ×2']])
    assert.equal((await onDisk()).trim().split('\n').length, 3)
  })

  it('is never written over where a newer version wrote it', async () => {
    const newer = '{"kind":"entities","version":2}\n{"kind":"name","id":"?"}\n'
    await write(newer)
    const faults: (string | undefined)[] = []
    const window = await openWindow({ report: (_, fault) => faults.push(fault?.code) })
    assert.equal(await window.confirm(link('暖企行动', '助企十条')), false)
    assert.deepEqual([await onDisk(), faults], [newer, ['ENEWER']])
    await write('')
    assert.equal(await window.entities.save(root), true)
  })

  it('is tried again where the disk is full', async () => {
    let isFull = true
    const files: SidecarFiles = {
      ...nodeSidecarFiles,
      change: (...args) =>
        isFull
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : nodeSidecarFiles.change(...args),
    }
    const window = await openWindow({ files })
    assert.equal(await window.confirm(link('暖企行动', '助企十条')), false)
    isFull = false
    await window.entities.flush()
    assert.match(await onDisk(), /暖企行动/)
  })

  it('goes back to what it was, but for what somebody said since', async () => {
    const window = await openWindow()
    const first = window.decide([link('暖企行动', '助企十条'), link('A', 'B')])
    window.decide([{ ...link('A', 'C', '2026-02-01') }])
    const apply = (again: boolean) => {
      const edit = reversedEntities(first, window.workspace.snapshot(), { root, again })
      window.workspace.apply({ kind: 'decide', edits: [edit] })
    }
    apply(false)
    assert.deepEqual(window.names(), ['助企十条 ×1', '暖企行动 ×1'])
    apply(true)
    assert.deepEqual(window.names(), ['助企十条 ×2'])
  })
})

/** A journal whose owner is no running process. */
async function writeOther(other: string, text: string): Promise<void> {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(other)
  const [first = '', ...rest] = text.split('\n')
  const owner = JSON.parse(first)
  const gone = JSON.stringify({ ...owner, pid: 999_999_9 })
  await writeFile(join(other, '9999999-0123abcd.journal'), [gone, ...rest].join('\n'))
}
