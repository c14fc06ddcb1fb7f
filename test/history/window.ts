/** One window of several on a folder: an editor with the page open, and its server, over a disk that answers when it is told to. */
import assert from 'node:assert/strict'
import type { PlacedRecord } from '../../server/src/annotation/record/placed-record.ts'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans } from '../../server/src/annotation/record/selectors.ts'
import { Loader } from '../../server/src/corpus/loading/loader.ts'
import { createWarmer } from '../../server/src/corpus/loading/warm.ts'
import { createOldTexts } from '../../server/src/corpus/saving/old-texts.ts'
import { Sidecars } from '../../server/src/corpus/saving/sidecars.ts'
import {
  type Document,
  findPage,
  type PageEdit,
  type Snapshot,
} from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import { Journal } from '../../server/src/disk/journal.ts'
import type { AnyResult } from '../../server/src/feature/annotate/action.ts'
import { Performer } from '../../server/src/feature/annotate/perform.ts'
import { diagnostics } from '../../server/src/feature/page/diagnostics.ts'
import { applyEdit, type Edit } from '../../server/src/text/edit.ts'
import type { Span } from '../../server/src/text/span.ts'
import { bracketAnalyser, root } from '../corpus/in-memory.ts'
import { type Scheduler, scheduledFiles } from '../corpus/scheduler.ts'
import { simulatedDisk } from '../disk/simulated-disk.ts'

export const page = `${root}/1.txt`
export const sidecar = `${root}/1.anno.jsonl`

/** What was done, by the record that it was done to. */
export interface Answered {
  readonly id: string
  readonly what: 'put' | 'drop'
}

export class Window {
  readonly #disk: Map<string, string>
  readonly #workspace: Workspace
  readonly #loader: Loader
  readonly #sidecars: Sidecars
  readonly #performer: Performer
  /** What the editor has, and what of that it has read or written. */
  #buffer: string
  #base: string
  #version = 1
  readonly #done: { readonly transaction: string; readonly id: string }[] = []
  /** Ids of records of which something was taken back. */
  readonly undone = new Set<string>()
  readonly answers: Answered[] = []

  private constructor(
    disk: Map<string, string>,
    scheduler: Scheduler,
    { journal, newId }: { readonly journal: Journal; readonly newId: () => string },
  ) {
    const { sidecars: sidecarFiles, ...files } = scheduledFiles(disk, scheduler)
    const texts = createOldTexts(undefined)
    this.#disk = disk
    this.#workspace = new Workspace(bracketAnalyser(), { textOf: (sha256) => texts.textOf(sha256) })
    this.#sidecars = new Sidecars({
      workspace: this.#workspace,
      files: sidecarFiles,
      recall: (sha256) => texts.load(sha256),
      remember: (text) => texts.remember(text),
      journal: async () => journal,
    })
    const warmer = createWarmer(this.#workspace)
    this.#loader = new Loader({
      workspace: this.#workspace,
      files,
      warmer,
      sidecars: this.#sidecars,
    })
    this.#performer = new Performer(
      {
        snapshot: () => this.#workspace.snapshot(),
        reread: (uri) => this.#loader.changed([{ uri, kind: 'changed' }]),
        apply: (edits) => void this.#workspace.apply({ kind: 'annotate', edits }),
        confirm: (uri, change) => this.#sidecars.confirm(uri, change),
        announce: () => undefined,
      },
      newId,
    )
    this.#buffer = this.#base = disk.get(page) ?? ''
  }

  static async open(
    disk: Map<string, string>,
    scheduler: Scheduler,
    newId: () => string,
  ): Promise<Window> {
    const journal = await Journal.open('/s', simulatedDisk())
    const window = new Window(disk, scheduler, { journal, newId })
    void window.#loader.load([{ uri: root, name: '', pages: undefined }])
    return window
  }

  show(): void {
    this.#workspace.apply({ kind: 'open', uri: page, version: 1, text: this.#buffer })
  }

  get document(): Document {
    const document = findPage(this.#workspace.snapshot(), page)?.document
    assert(document !== undefined)
    return document
  }

  get records(): readonly PlacedRecord[] {
    return this.document.annotations.records
  }

  get text(): string {
    return this.#buffer
  }

  /** Codes of what the panel shows. */
  get problems(): readonly string[] {
    const place = findPage(this.#workspace.snapshot(), page)
    return place === undefined ? [] : diagnostics(place).page.map(({ code }) => code)
  }

  type(edit: Edit): void {
    this.#buffer = applyEdit(this.#buffer, edit)
    const change = { uri: page, version: ++this.#version, text: this.#buffer, edits: [edit] }
    this.#workspace.apply({ kind: 'text', ...change })
  }

  /** The editor does not write over what it has not seen: it shows that instead. */
  save(): void {
    const there = this.#disk.get(page) ?? ''
    if (there !== this.#base) {
      this.#reload(there)
      return
    }
    if (there === this.#buffer) return
    this.#disk.set(page, this.#buffer)
    this.#base = this.#buffer
    void this.#loader.saved(page)
  }

  /** The watcher has seen that a file is another one; an editor without unsaved edits shows it. */
  told(uri: string): void {
    void this.#loader.changed([{ uri, kind: 'changed' }])
    const there = this.#disk.get(page) ?? ''
    if (uri === page && this.#buffer === this.#base && there !== this.#base) this.#reload(there)
  }

  mark(span: Span, type: string, when: string, id: string): void {
    const run = (snapshot: Snapshot): AnyResult => {
      const document = findPage(snapshot, page)?.document
      assert(document !== undefined)
      const place = describeSpans(document.view, [span])
      const put: SpanRecord = { kind: 'span', id, ...place, type, status: 'accepted', when }
      return edits({ put: [put], drop: [] })
    }
    this.#perform(run, { id, what: 'put' })
  }

  note(index: number, note: string, when: string): void {
    const record = this.records[index]?.record
    if (record?.kind !== 'span') return
    const run = (): AnyResult => {
      const now = this.records.find((each) => each.record.id === record.id)?.record
      return now?.kind === 'span'
        ? edits({ put: [{ ...now, note, when }], drop: [] })
        : { kind: 'refused', message: '' }
    }
    this.#perform(run, { id: record.id, what: 'put' })
  }

  drop(index: number): void {
    const id = this.records[index]?.record.id
    if (id !== undefined) this.#perform(() => edits({ put: [], drop: [id] }), { id, what: 'drop' })
  }

  undo(): void {
    const done = this.#done.pop()
    if (done === undefined) return
    this.undone.add(done.id)
    void this.#performer.takeBack(done.transaction, 'undo')
  }

  flush(): Promise<void> {
    return this.#sidecars.flush()
  }

  #reload(text: string): void {
    this.#buffer = this.#base = text
    this.#workspace.apply({ kind: 'text', uri: page, version: ++this.#version, text })
  }

  #perform(run: (snapshot: Snapshot) => AnyResult, answer: Answered): void {
    void this.#performer.perform(run).then((performed) => {
      if (performed.kind !== 'done') return
      this.answers.push(answer)
      const { transaction } = performed
      if (transaction !== undefined) this.#done.push({ transaction, id: answer.id })
    })
  }
}

function edits(edit: Pick<PageEdit, 'put' | 'drop'>): AnyResult {
  return { kind: 'edits', label: '', edits: [{ uri: page, ...edit }] }
}
