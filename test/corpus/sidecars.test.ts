import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans } from '../../server/src/annotation/record/selectors.ts'
import {
  createSidecars,
  type SavingFault,
  type Sidecars,
} from '../../server/src/corpus/saving/sidecars.ts'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { nodeSidecarFiles, type SidecarFiles } from '../../server/src/disk/sidecar-files.ts'
import { createSpare, type Spare } from '../../server/src/disk/spare.ts'
import { applyEdit } from '../../server/src/text/edit.ts'
import { defined } from '../../server/src/values/defined.ts'
import { bracketAnalyser, definition, file } from './in-memory.ts'

let folder = ''
let root = ''

/** What one window has: a workspace with the page and its sidecars. */
interface Window {
  readonly workspace: Workspace
  readonly sidecars: Sidecars
  readonly page: string
  annotate(id: string, words: string, type: string): Promise<boolean>
  shown(): string[]
}

async function openWindow(
  text: string,
  files: SidecarFiles = nodeSidecarFiles,
  report?: (uri: string, fault: SavingFault | undefined) => void,
  spare?: Spare,
): Promise<Window> {
  const workspace = new Workspace(bracketAnalyser())
  workspace.apply({ kind: 'corpora', corpora: [definition({ root })] })
  const page = `${root}/1.txt`
  workspace.apply({ kind: 'file', uri: page, content: file(text) })
  const sidecars = createSidecars({
    workspace,
    files,
    retry: 20,
    ...defined({ report, spare }),
  })
  await sidecars.load(page)
  return {
    workspace,
    sidecars,
    page,
    annotate(id, words, type) {
      const document = findPage(workspace.snapshot(), page)?.document
      assert(document !== undefined)
      const start = document.text.indexOf(words)
      const span = { start, end: start + words.length }
      const anchor = describeSpans(document.view, [span])
      const record: SpanRecord = { kind: 'span', id, ...anchor, type, status: 'accepted' }
      workspace.apply({ kind: 'annotate', edits: [{ uri: page, put: [record], drop: [] }] })
      return sidecars.save(page)
    },
    shown() {
      const document = findPage(workspace.snapshot(), page)?.document
      return (document?.decided ?? []).map(({ text: words, type }) => `${words} ${type}`)
    },
  }
}

const text = '在嘉兴市举行,富润集团参加。\n'

describe('sidecars', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidecars-'))
    root = pathToFileURL(folder).href
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const onDisk = (): Promise<string> => readFile(join(folder, '1.anno.jsonl'), 'utf8')

  it('are written after an annotation, and read again', async () => {
    const window = await openWindow(text)
    assert.equal(await window.annotate('1', '嘉兴市', 'Place'), true)
    assert.match(await onDisk(), /"quote":\["嘉兴市"\]/)
    assert.deepEqual((await openWindow(text)).shown(), ['嘉兴市 Place'])
    assert.deepEqual(await readdir(folder), ['1.anno.jsonl'])
  })

  it('are gone with their last record', async () => {
    const window = await openWindow(text)
    await window.annotate('1', '嘉兴市', 'Place')
    const edits = [{ uri: window.page, put: [], drop: ['1'] }]
    window.workspace.apply({ kind: 'annotate', edits })
    await window.sidecars.save(window.page)
    assert.deepEqual(await readdir(folder), [])
  })

  it('hold what two windows wrote at the same time, and both see both', async () => {
    const [one, two] = [await openWindow(text), await openWindow(text)]
    await Promise.all([
      one.annotate('1', '嘉兴市', 'Place'),
      two.annotate('2', '富润集团', 'Organization'),
    ])
    const uri = `${root}/1.anno.jsonl`
    await Promise.all([one.sidecars.changed(uri), two.sidecars.changed(uri)])
    const both = ['嘉兴市 Place', '富润集团 Organization']
    assert.deepEqual([one.shown(), two.shown()], [both, both])
  })

  it('lose nothing of a hundred annotations of two windows without a pause', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `名${i + 100}`)
    const long = `${names.join('、')}。\n`
    const windows = [await openWindow(long), await openWindow(long)]
    await Promise.all(names.map((name, i) => windows[i % 2]?.annotate(name, name, 'Person')))
    assert.deepEqual(
      (await openWindow(long)).shown(),
      names.map((name) => `${name} Person`),
    )
  })

  it('follow the page when it is saved with other text', async () => {
    const window = await openWindow(text)
    await window.annotate('1', '富润集团', 'Organization')
    const { workspace, page } = window
    const edit = { span: { start: 0, end: 0 }, text: '昨天' }
    const now = applyEdit(text, edit)
    workspace.apply({ kind: 'open', uri: page, version: 1, text })
    workspace.apply({ kind: 'text', uri: page, version: 2, text: now, edits: [edit] })
    assert.equal(findPage(workspace.snapshot(), page)?.document.saved, false)
    workspace.apply({ kind: 'file', uri: page, content: file(now) })
    await window.sidecars.pageSaved(page)
    assert.match(await onDisk(), /"at":\[\[9,13\]\]/)
    assert.deepEqual((await openWindow(now)).shown(), ['富润集团 Organization'])
  })

  it('are tried again when they cannot be written, and nothing is lost meanwhile', async () => {
    let full = true
    const faults: (SavingFault | undefined)[] = []
    const window = await openWindow(
      text,
      {
        read: nodeSidecarFiles.read,
        change: (uri, change) =>
          nodeSidecarFiles.change(uri, (before) => {
            const after = change(before)
            if (full) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
            return after
          }),
      },
      (_, fault) => faults.push(fault),
    )
    assert.equal(await window.annotate('1', '嘉兴市', 'Place'), false)
    assert.equal(await window.annotate('2', '富润集团', 'Organization'), false)
    assert.deepEqual(
      window.sidecars.unsaved.map(({ code }) => code),
      ['ENOSPC'],
    )
    full = false
    await window.sidecars.flush()
    assert.deepEqual((await openWindow(text)).shown(), ['嘉兴市 Place', '富润集团 Organization'])
    assert.deepEqual(
      faults.map((fault) => fault?.code),
      ['ENOSPC', undefined],
    )
  })

  it('are kept elsewhere when they cannot be written before the end', async () => {
    const spare = createSpare(join(folder, 'storage'))
    const full: SidecarFiles = {
      read: nodeSidecarFiles.read,
      change: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    }
    const first = await openWindow(text, full, undefined, spare)
    await first.annotate('1', '嘉兴市', 'Place')
    await eventually(async () => (await spare.get(`${root}/1.anno.jsonl`)) !== undefined)
    const other = await openWindow(text)
    await other.annotate('2', '富润集团', 'Organization')
    const next = await openWindow(
      text,
      nodeSidecarFiles,
      undefined,
      createSpare(join(folder, 'storage')),
    )
    const both = ['嘉兴市 Place', '富润集团 Organization']
    assert.deepEqual(next.shown(), both)
    assert.deepEqual((await openWindow(text)).shown(), both)
  })

  it('keep a broken line, and report it', async () => {
    await writeFile(join(folder, '1.anno.jsonl'), '\uFEFF{"kind":"span"}\r\n<<<<<<< HEAD\r\n')
    const window = await openWindow(text)
    await window.annotate('1', '嘉兴市', 'Place')
    assert.match(await onDisk(), /\{"kind":"span"\}\n<<<<<<< HEAD\n/)
  })
})

/** Waits until `fits` holds; fails after two seconds. */
async function eventually(fits: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await fits()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  assert.fail('it never came to that')
}
