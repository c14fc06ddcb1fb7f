import assert from 'node:assert/strict'
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import {
  describeSpans,
  headerOf,
  textHash,
  textView,
} from '../../server/src/annotation/record/selectors.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { changeOf } from '../../server/src/corpus/saving/replay.ts'
import type { SavingFault } from '../../server/src/corpus/saving/saving-faults.ts'
import { Sidecars } from '../../server/src/corpus/saving/sidecars.ts'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { Journal } from '../../server/src/disk/journal.ts'
import { nodeSidecarFiles, type SidecarFiles } from '../../server/src/disk/sidecar-files.ts'
import { applyEdit } from '../../server/src/text/edit.ts'
import { defined } from '../../server/src/values/defined.ts'
import { bracketAnalyser, definition, file } from './in-memory.ts'

let folder = ''
let root = ''
const opened: Sidecars[] = []

/** What one window has: a workspace with the page and its sidecars. */
interface Window {
  readonly workspace: Workspace
  readonly sidecars: Sidecars
  readonly page: string
  /** Resolves when the sidecar is written. */
  annotate(id: string, words: string, type: string): Promise<boolean>
  /** Resolves when the annotation is confirmed. */
  confirm(id: string, words: string, type: string): Promise<boolean>
  /** Tells the workspace that the page is gone, or is there with this text. */
  file(text: string | undefined): void
  shown(): string[]
}

async function openWindow(
  text: string,
  files: SidecarFiles = nodeSidecarFiles,
  report?: (uri: string, fault: SavingFault | undefined) => void,
  journal?: Journal,
): Promise<Window> {
  const workspace = new Workspace(bracketAnalyser())
  workspace.apply({ kind: 'corpora', corpora: [definition({ root })] })
  const page = `${root}/1.txt`
  workspace.apply({ kind: 'file', uri: page, content: file(text) })
  const sidecars = new Sidecars({
    workspace,
    files,
    retry: 20,
    ...defined({ report }),
    journal: async () => journal,
  })
  opened.push(sidecars)
  await sidecars.load(page)
  const put = (id: string, words: string, type: string) => {
    const document = findPage(workspace.snapshot(), page)?.document
    assert(document !== undefined)
    const start = document.text.indexOf(words)
    const span = { start, end: start + words.length }
    const anchor = describeSpans(document.view, [span])
    const when = '2026-01-01T00:00:00.000Z'
    const record: SpanRecord = { kind: 'span', id, ...anchor, type, status: 'accepted', when }
    const edit = { uri: page, put: [record], drop: [] }
    const before = workspace.snapshot()
    workspace.apply({ kind: 'annotate', edits: [edit] })
    return changeOf(before, workspace.snapshot(), edit)
  }
  return {
    workspace,
    sidecars,
    page,
    annotate(id, words, type) {
      put(id, words, type)
      return sidecars.save(page)
    },
    async confirm(id, words, type) {
      return sidecars.confirm(page, put(id, words, type))
    },
    file(now) {
      const content = now === undefined ? undefined : file(now)
      workspace.apply({ kind: 'file', uri: page, content })
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
  afterEach(async () => {
    for (const sidecars of opened.splice(0)) await sidecars.close()
    await rm(folder, { recursive: true, force: true })
  })

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

  it('ask which belongs there where two windows marked what overlaps, alike in both and in the file', async () => {
    const [one, two] = [await openWindow(text), await openWindow(text)]
    await Promise.all([
      one.annotate('1', '嘉兴市举行', 'Place'),
      two.annotate('2', '举行,富润', 'Organization'),
    ])
    const uri = `${root}/1.anno.jsonl`
    await Promise.all([one.sidecars.changed(uri), two.sidecars.changed(uri)])
    const both = ['嘉兴市举行 Place', '举行,富润 Organization']
    assert.deepEqual([one.shown(), two.shown()], [both, both])
    const asked = readSidecar(await onDisk()).records.map((record) =>
      record.kind === 'span' ? `${record.id} ${record.anchor ?? 'sure'}` : '',
    )
    assert.deepEqual(asked, ['1 sure', '2 moved'])
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
    await window.sidecars.load(page, { follows: true })
    assert.match(await onDisk(), /"at":\[\[9,13\]\]/)
    assert.deepEqual((await openWindow(now)).shown(), ['富润集团 Organization'])
  })

  it('describe the text that the editor saved, also after a window that has not heard of it wrote', async () => {
    const [one, two] = [await openWindow(text), await openWindow(text)]
    await one.annotate('1', '嘉兴市', 'Place')
    await two.sidecars.changed(`${root}/1.anno.jsonl`)
    one.file(`新${text}`)
    await one.sidecars.load(one.page, { follows: true })
    await two.annotate('2', '富润集团', 'Organization')
    assert.equal(readSidecar(await onDisk()).header?.sha256, textHash(text))
    await one.sidecars.changed(`${root}/1.anno.jsonl`)
    assert.equal(readSidecar(await onDisk()).header?.sha256, textHash(`新${text}`))
    assert.deepEqual(one.shown(), ['嘉兴市 Place', '富润集团 Organization'])
  })

  it('are read again where another program writes what we once wrote', async () => {
    const window = await openWindow(text)
    await window.annotate('1', '嘉兴市', 'Place')
    const [path, uri, ours] = [join(folder, '1.anno.jsonl'), `${root}/1.anno.jsonl`, await onDisk()]
    await rm(path)
    await window.sidecars.changed(uri)
    assert.deepEqual(window.shown(), [])
    await writeFile(path, ours)
    await window.sidecars.changed(uri)
    assert.deepEqual(window.shown(), ['嘉兴市 Place'])
  })

  it('of thousands of annotations are printed in turns, and have what came between them', async () => {
    const view = textView(text)
    const anchor = describeSpans(view, [{ start: 1, end: 4 }])
    const records = Array.from({ length: 1700 }, (_, i): SpanRecord => {
      return { kind: 'span', id: `M${i}`, ...anchor, type: 'Place', status: 'rejected' }
    })
    const stored = printSidecar({ header: headerOf(view, '1.txt'), records, broken: [] })
    await writeFile(join(folder, '1.anno.jsonl'), stored)
    const window = await openWindow(text)
    let isSaved = false
    const first = window.annotate('1', '嘉兴市', 'Place').then((done) => {
      isSaved = true
      return done
    })
    let others = 0
    for (; !isSaved && others < 50; others++) {
      void window.annotate(`N${others}`, '富润集团', 'Organization')
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.ok(others > 2, `${others}`)
    assert.equal(await first, true)
    await window.sidecars.flush()
    assert.equal(readSidecar(await onDisk()).records.length, 1700 + 1 + others)
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

  it('describe the page on disk when they are tried again and the page is edited meanwhile', async () => {
    let isFull = true
    const window = await openWindow(text, {
      read: nodeSidecarFiles.read,
      change: (uri, change) => (isFull ? full : nodeSidecarFiles).change(uri, change),
    })
    assert.equal(await window.annotate('1', '富润集团', 'Organization'), false)
    const { workspace, page } = window
    const edits = [{ span: { start: 0, end: 0 }, text: '昨天' }]
    workspace.apply({ kind: 'open', uri: page, version: 1, text })
    workspace.apply({ kind: 'text', uri: page, version: 2, text: `昨天${text}`, edits })
    isFull = false
    assert.equal(await window.sidecars.save(page), true)
    const { header, records } = readSidecar(await onDisk())
    assert.equal(header?.sha256, textHash(text))
    assert.deepEqual(records[0]?.kind === 'span' && records[0].at, [[7, 11]])
  })

  const full: SidecarFiles = {
    read: nodeSidecarFiles.read,
    change: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  }
  const openJournal = () => Journal.open(join(folder, 'storage'))

  /** A journal as the next process finds it. */
  async function nextJournal(): Promise<Journal> {
    const storage = join(folder, 'storage')
    const own = `"pid":${process.pid},`
    for (const name of await readdir(storage)) {
      const lines = await readFile(join(storage, name), 'utf8')
      await writeFile(join(storage, name), lines.replace(own, `"pid":${2 ** 22 + 1},`))
    }
    return openJournal()
  }

  it('have what was confirmed when they could not be written before the end', async () => {
    const first = await openWindow(text, full, undefined, await openJournal())
    assert.equal(await first.confirm('1', '嘉兴市', 'Place'), true)
    const other = await openWindow(text)
    await other.annotate('2', '富润集团', 'Organization')
    const next = await openWindow(text, nodeSidecarFiles, undefined, await nextJournal())
    const both = ['嘉兴市 Place', '富润集团 Organization']
    assert.deepEqual(next.shown(), both)
    assert.deepEqual((await openWindow(text)).shown(), both)
    assert.deepEqual((await nextJournal()).open, [])
  })

  it('are not given again what git took back after they were written', async () => {
    const first = await openWindow(text, nodeSidecarFiles, undefined, await openJournal())
    await first.confirm('1', '嘉兴市', 'Place')
    await first.sidecars.flush()
    await rm(join(folder, '1.anno.jsonl'))
    const next = await openWindow(text, nodeSidecarFiles, undefined, await nextJournal())
    assert.deepEqual(next.shown(), [])
  })

  it('keep what somebody decided later than what is replayed', async () => {
    const first = await openWindow(text, full, undefined, await openJournal())
    await first.confirm('1', '嘉兴市', 'Place')
    const other = await openWindow(text)
    await other.annotate('1', '嘉兴市', 'Organization')
    const disk = await onDisk()
    await writeFile(join(folder, '1.anno.jsonl'), disk.replace('2026-01-01', '2026-02-02'))
    const next = await openWindow(text, nodeSidecarFiles, undefined, await nextJournal())
    assert.deepEqual(next.shown(), ['嘉兴市 Organization'])
  })

  it('are written when their page is taken away right after an answer', async () => {
    const window = await openWindow(text, nodeSidecarFiles, undefined, await openJournal())
    await window.confirm('1', '嘉兴市', 'Place')
    window.file(undefined)
    await window.sidecars.flush()
    assert.match(await onDisk(), /嘉兴市/)
    window.file(text)
    await window.sidecars.load(window.page)
    assert.deepEqual(window.shown(), ['嘉兴市 Place'])
  })

  it('wait in the journal for a page that is taken away while they cannot be written', async () => {
    const window = await openWindow(text, full, undefined, await openJournal())
    await window.confirm('1', '嘉兴市', 'Place')
    window.file(undefined)
    await window.sidecars.flush()
    window.file(text)
    await window.sidecars.load(window.page)
    assert.deepEqual(window.shown(), ['嘉兴市 Place'])
  })

  it('are written before an answer where there is no journal', async () => {
    const window = await openWindow(text)
    assert.equal(await window.confirm('1', '嘉兴市', 'Place'), true)
    assert.match(await onDisk(), /嘉兴市/)
  })

  it('of a newer version are not written over, which is said', async () => {
    await (await openWindow(text)).annotate('1', '嘉兴市', 'Place')
    const newer = (await onDisk()).replace('"version":1', '"version":99')
    await writeFile(join(folder, '1.anno.jsonl'), newer)
    const faults: (SavingFault | undefined)[] = []
    const window = await openWindow(text, nodeSidecarFiles, (_, fault) => faults.push(fault))
    assert.equal(await window.annotate('2', '富润集团', 'Organization'), false)
    assert.equal(await onDisk(), newer)
    assert.equal(faults[0]?.code, 'ENEWER')
  })

  it('that cannot be read say so at once', async () => {
    await mkdir(join(folder, '1.anno.jsonl'))
    const faults: (SavingFault | undefined)[] = []
    await openWindow(text, nodeSidecarFiles, (_, fault) => faults.push(fault))
    assert.deepEqual(
      faults.map((fault) => fault?.code),
      ['EISDIR'],
    )
  })

  it('that are links are written where they lead', async () => {
    const target = join(folder, 'elsewhere.jsonl')
    await symlink(target, join(folder, '1.anno.jsonl'))
    await (await openWindow(text)).annotate('1', '嘉兴市', 'Place')
    assert.match(await readFile(target, 'utf8'), /嘉兴市/)
    assert.equal((await lstat(join(folder, '1.anno.jsonl'))).isSymbolicLink(), true)
  })

  it('keep a broken line, and report it', async () => {
    await writeFile(join(folder, '1.anno.jsonl'), '\uFEFF{"kind":"span"}\r\n<<<<<<< HEAD\r\n')
    const window = await openWindow(text)
    await window.annotate('1', '嘉兴市', 'Place')
    assert.match(await onDisk(), /\{"kind":"span"\}\n<<<<<<< HEAD\n/)
  })
})
