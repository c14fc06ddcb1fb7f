/** A page that random actions and edits are tried on, with what must be true of it after each. */

import assert from 'node:assert/strict'
import { placeSidecar, sidecarOf } from '../../../server/src/annotation/placed/placed.ts'
import type { SpanRecord } from '../../../server/src/annotation/record/record.ts'
import { defaultSchema, type Schema } from '../../../server/src/annotation/schema/schema.ts'
import { printSidecar, readSidecar } from '../../../server/src/annotation/sidecar/sidecar.ts'
import type { Analyser } from '../../../server/src/corpus/analysis/analysis.ts'
import { defaultConfig } from '../../../server/src/corpus/config/config.ts'
import {
  type Document,
  findPage,
  type PageEdit,
  type PageOfCorpus,
} from '../../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../../server/src/corpus/snapshot/workspace.ts'
import type { ActionName, AnyResult } from '../../../server/src/feature/annotate/action.ts'
import { lfView } from '../../../server/src/text/code-points.ts'
import { applyEdit, type Edit } from '../../../server/src/text/edit.ts'
import { overlaps, sameSpan, sliceSpan } from '../../../server/src/text/span.ts'
import { defined } from '../../../server/src/values/defined.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { simplePage, toMention } from '../../corpus-fixture.ts'
import { lexicon } from '../../lexicon.ts'
import { Acting, type Places } from './acting.ts'
import { pageUri, root } from './fixture.ts'

export const startText = [
  '助企行动走进嘉兴市',
  '本报讯 嘉兴市总工会启动助企行动,为货',
  '车司机和快递小哥𠮷服务。嘉兴市、嘉兴市秀洲区参加。',
  '图为嘉兴市总工会主席王丽。',
  '',
  '富润集团工会成立',
  '富润工会主席李明说,富润富润,工会工会。',
  '快递小哥入会,货车司机入会,王丽到会。',
].join('\n')

const names = new Map([
  ['嘉兴市总工会', 'Organization'],
  ['助企行动', 'Initiative'],
  ['嘉兴市', 'Place'],
  ['富润', 'Organization'],
  ['快递小哥', 'Group'],
  ['王丽', 'Person'],
])

/** Suggests each known name, the longest first, where nothing is decided. */
const analyser: Analyser = {
  lexicon,
  page: simplePage,
  mentions(text, page, marks) {
    const found = [...text.matchAll(new RegExp([...names.keys()].join('|'), 'g'))]
    return found
      .map(({ index, 0: name }) => ({
        start: index,
        end: index + name.length,
        type: names.get(name) ?? '',
      }))
      .filter((each) => !marks?.fixed.some(({ span }) => overlaps(span, each)))
      .filter(
        (each) =>
          !marks?.rejected?.some(({ span, type }) => type === each.type && sameSpan(span, each)),
      )
      .map((each) => toMention(text, page, each))
  },
}

export type Step =
  | { readonly kind: 'text'; readonly back: Edit; readonly saved: boolean }
  | { readonly kind: 'action'; readonly transaction: string }

export interface RandomPageOptions {
  readonly overlap?: boolean
  readonly text?: string
  /** Gives the ISO time of now. */
  readonly clock?: () => string
}

export class RandomPage {
  readonly workspace: Workspace
  readonly steps: Step[] = []
  readonly schema: Schema
  /** Ids of the records that the last action or undo put. */
  put: ReadonlySet<string> = new Set()
  /** What was marked, by id. */
  readonly #marked = new Map<string, string>()
  readonly #acting: Acting
  readonly #texts = new Map<string, string>()
  #version = 1

  constructor({ overlap = false, text = startText, clock }: RandomPageOptions = {}) {
    this.schema = { ...defaultSchema, ...(overlap ? { overlap } : {}) }
    this.workspace = new Workspace(analyser, { textOf: (sha256) => this.#texts.get(sha256) })
    this.#acting = new Acting(this.workspace, (edits) => this.#learn(edits), clock)
    const config = { ...defaultConfig, schema: this.schema }
    const corpora = [{ root, config, configUri: undefined, problems: [] }]
    this.workspace.apply({ kind: 'corpora', corpora })
    this.#write(text)
    this.workspace.apply({ kind: 'open', uri: pageUri, version: 1, text })
  }

  get place(): PageOfCorpus {
    const place = findPage(this.workspace.snapshot(), pageUri)
    assert(place !== undefined)
    return place
  }

  get document(): Document {
    return this.place.document
  }

  /** Runs an action on the saved page; true if it changed anything. */
  act(name: ActionName, values: JsonObject, at: Places): boolean {
    this.save()
    const result: AnyResult = this.#acting.act(name, pageUri, values, at)
    if (result.kind !== 'edits') return false
    const { performed } = this.#acting
    const transaction = performed?.kind === 'done' ? performed.transaction : undefined
    if (transaction !== undefined) this.steps.push({ kind: 'action', transaction })
    return true
  }

  /** An edit in the editor; `told`: it comes as an edit, else as a whole text. */
  edit(edit: Edit, { told }: { readonly told: boolean }): void {
    const { text, saved } = this.document
    const back = {
      span: { start: edit.span.start, end: edit.span.start + edit.text.length },
      text: sliceSpan(text, edit.span),
    }
    this.steps.push({ kind: 'text', back, saved })
    this.#type(applyEdit(text, edit), told ? [edit] : undefined)
  }

  save(): void {
    if (!this.document.saved) this.#write(this.document.text)
  }

  /** The page was changed by another program; `known`: its old text is at hand. */
  replace(text: string, { known }: { readonly known: boolean }): void {
    this.save()
    const { view } = this.document
    this.workspace.apply({ kind: 'close', uri: pageUri })
    if (known) this.#texts.set(view.sha256, view.text)
    else this.#texts.clear()
    this.#write(text)
    this.workspace.apply({ kind: 'open', uri: pageUri, version: ++this.#version, text })
  }

  /** Takes the last step back. */
  undo(): void {
    const step = this.steps.pop()
    if (step?.kind === 'action') this.takeBack(step.transaction, 'undo')
    else if (step !== undefined) {
      this.#type(applyEdit(this.document.text, step.back), [step.back])
      if (step.saved) this.save()
    }
  }

  /** Takes back what one action did, or does it once more. */
  takeBack(transaction: string, way: 'undo' | 'redo'): void {
    this.#acting.takeBack(transaction, way)
  }

  /** The sidecar as it would be written. */
  get sidecar(): string {
    const { annotations, view } = this.document
    return printSidecar(sidecarOf(annotations, view, '1.txt'))
  }

  /** What must be true at any time. */
  check(): void {
    const { annotations, text, view, saved } = this.document
    const accepted = annotations.records.flatMap(({ record, spans }) =>
      record.kind === 'span' && record.status === 'accepted' ? [{ record, spans }] : [],
    )
    for (const { record, spans } of accepted) {
      const marked = this.#marked.get(record.id)
      assert.equal(read(record.marked ?? record.quote), marked, record.id)
      if (record.anchor === 'orphan') assert.deepEqual(spans, [])
      else {
        const here = spans.map((span) => lfView(sliceSpan(text, span)))
        assert.ok(spans.length > 0, record.id)
        if (record.anchor !== 'changed') assert.equal(read(here), marked, record.id)
      }
    }
    if (this.schema.overlap !== true) {
      const pieces = accepted.flatMap(({ record, spans }) =>
        spans.map((span) => ({ record, span })),
      )
      for (const [i, a] of pieces.entries()) {
        for (const b of pieces.slice(i + 1)) {
          // Undo may bring one back where another was put for want of a better place, in doubt.
          const isReported = a.record.anchor !== undefined || b.record.anchor !== undefined
          const isFlat = !overlaps(a.span, b.span) || isReported
          assert.ok(isFlat, `${a.record.id} and ${b.record.id} overlap`)
        }
      }
    }
    for (const { record } of annotations.records) {
      if (record.kind !== 'relation') continue
      for (const end of [record.from, record.to]) {
        assert.ok(
          annotations.records.some(({ record: { id } }) => id === end),
          `${record.id} ends nowhere`,
        )
      }
    }
    if (!saved) return
    const again = placeSidecar(readSidecar(this.sidecar), view, { page: '1.txt' })
    const spansOf = (records: Document['annotations']['records']) =>
      new Map(records.map(({ record, spans }) => [record.id, spans]))
    assert.deepEqual(spansOf(again.records), spansOf(annotations.records))
    assert.equal(printSidecar(sidecarOf(again, view, '1.txt')), this.sidecar)
  }

  #learn(edits: readonly PageEdit[]): void {
    const ids = edits.flatMap(({ put, back = [] }) => [
      ...put.map(({ id }) => id),
      ...back.map(({ placed }) => placed.record.id),
    ])
    this.put = new Set(ids)
    for (const { record } of this.document.annotations.records) {
      if (record.kind === 'span' && this.put.has(record.id))
        this.#marked.set(record.id, read(record.marked ?? record.quote))
    }
  }

  #type(text: string, edits: readonly Edit[] | undefined): void {
    const version = ++this.#version
    this.workspace.apply({
      kind: 'text',
      uri: pageUri,
      version,
      text,
      ...defined({ edits }),
    })
  }

  #write(text: string): void {
    const content = { text, encoding: 'utf8', state: 'ready' } as const
    this.workspace.apply({ kind: 'file', uri: pageUri, content })
  }
}

/** Lines may be joined and normal forms change: it still says the same. */
function read(pieces: SpanRecord['quote']): string {
  return pieces.map((each) => each.normalize('NFC').replace(/\n[ \t\u3000\n]*/g, '')).join('|')
}
