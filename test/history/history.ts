/** A page with a history of edits, actions and undo, held against what is known of where each annotation must be. */
import assert from 'node:assert/strict'
import type { PlacedRecord } from '../../server/src/annotation/record/placed-record.ts'
import { isAnchored } from '../../server/src/annotation/record/record.ts'
import { applyEdit, type Edit, enclosingEdit } from '../../server/src/text/edit.ts'
import { sameSpan } from '../../server/src/text/span.ts'
import { RandomPage, startText } from '../feature/annotate/random-page.ts'
import { IdentifiedText, type Identities, type Place } from './identities.ts'
import { actionOf, type EditStep, editOf, type Step } from './steps.ts'

type Places = ReadonlyMap<string, Place>

type Done =
  | {
      readonly kind: 'text'
      readonly back: Edit
      readonly gone: Identities
      readonly saved: boolean
    }
  | {
      readonly kind: 'action'
      readonly transaction: string
      readonly before: Places
      readonly after: Places
    }

export class History {
  readonly #page: RandomPage
  readonly #text: IdentifiedText
  /** By id of the record. */
  #places = new Map<string, Place>()
  #done: Done[] = []
  #undone: Done[] = []
  /** The sidecar at the beginning. */
  #start = ''

  constructor({ overlap = false } = {}) {
    let seconds = 0
    const clock = () => new Date(Date.UTC(2026, 0, 1) + 1000 * ++seconds).toISOString()
    this.#page = new RandomPage({ overlap, clock })
    this.#text = new IdentifiedText(startText)
  }

  /** Does one step, and looks whether everything is where it must be. */
  step(step: Step): void {
    switch (step.kind) {
      case 'edit':
        this.#edit(editOf(step, this.#page), step)
        break
      case 'act':
        this.#act(step)
        break
      case 'undo':
        this.#undo()
        break
      case 'redo':
        this.#redo()
        break
      case 'menu':
        this.#undoText()
        break
      case 'save':
        this.#page.save()
    }
    this.#check()
  }

  /** What is there now is what undoing everything leads back to. */
  begin(): void {
    this.#page.save()
    this.#done = []
    this.#undone = []
    this.#start = this.#page.sidecar
  }

  /** Undoes everything. How many lines of the sidecar are as they were, and of how many. */
  end(): { readonly same: number; readonly all: number } {
    while (this.#done.length > 0) this.step({ kind: 'undo' })
    this.#page.save()
    this.#check()
    const before = this.#start.split('\n')
    const ids = new Set(before.map(idOf))
    const now = this.#page.sidecar.split('\n')
    for (const line of now) {
      const isKnown = before.includes(line) || (line.includes('"anchor":') && ids.has(idOf(line)))
      assert.ok(
        isKnown,
        `After undo of everything there is ${line}, before it was ${before.find((each) => idOf(each) === idOf(line))}`,
      )
    }
    const left = new Set(now.map(idOf))
    for (const line of before) assert.ok(left.has(idOf(line)), `Lost by undo: ${line}`)
    return { same: before.filter((line) => now.includes(line)).length, all: before.length }
  }

  #edit(edit: Edit, { isWhole }: Pick<EditStep, 'isWhole'>): void {
    const { text, saved } = this.#page.document
    const after = applyEdit(text, edit)
    this.#touch(isWhole ? enclosingEdit(text, after) : edit, isWhole)
    const gone = this.#text.edit(edit, text)
    this.#page.edit(edit, { told: !isWhole })
    this.#done.push({ kind: 'text', back: backOf(text, edit), gone, saved })
    this.#undone = []
  }

  #act(step: Extract<Step, { kind: 'act' }>): void {
    this.#page.save()
    const before = new Map(this.#places)
    const { name, values, at } = actionOf(step, this.#page)
    const many = this.#page.steps.length
    if (!this.#page.act(name, values, at) || this.#page.steps.length === many) return
    const transaction = this.#page.steps.at(-1)
    if (transaction?.kind !== 'action') return
    const after = new Map<string, Place>()
    for (const each of this.#page.document.annotations.records) {
      const { id } = each.record
      const known = before.get(id)
      const isLearned = known === undefined || (this.#page.put.has(id) && !isDoubtful(each))
      after.set(id, isLearned ? this.#text.placeOf(each.spans) : known)
    }
    this.#places = new Map(after)
    this.#done.push({ ...transaction, before, after })
    this.#undone = []
  }

  #undo(): void {
    const done = this.#done.pop()
    if (done === undefined) return
    this.#undone.push(this.#reversed(done, 'undo'))
  }

  /** The last edit of the text, under what was done since. */
  #undoText(): void {
    const at = this.#done.findLastIndex(({ kind }) => kind === 'text')
    const done = this.#done[at]
    if (done === undefined) return
    this.#done = this.#done.toSpliced(at, 1)
    this.#reversed(done, 'undo')
    this.#undone = []
  }

  #redo(): void {
    const undone = this.#undone.pop()
    if (undone === undefined) return
    this.#done.push(this.#reversed(undone, 'redo'))
  }

  #reversed(step: Done, way: 'undo' | 'redo'): Done {
    if (step.kind === 'action') {
      this.#page.save()
      this.#page.takeBack(step.transaction, way)
      this.#restore(step, way)
      return step
    }
    const { text, saved } = this.#page.document
    const { back } = step
    this.#touch(back, false)
    const gone = this.#text.edit(back, text, step.gone)
    this.#page.edit(back, { told: true })
    if (step.saved) this.#page.save()
    return { kind: 'text', back: backOf(text, back), gone, saved }
  }

  /** Of the records that an action changed; the others are where they were. */
  #restore({ before, after }: Extract<Done, { kind: 'action' }>, way: 'undo' | 'redo'): void {
    const [from, to] = way === 'undo' ? [after, before] : [before, after]
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const place = to.get(id)
      if (from.get(id) === place) continue
      if (place === undefined) this.#places.delete(id)
      else this.#places.set(id, { ...place, isTouched: true })
    }
  }

  #touch({ span }: Edit, isWhole: boolean): void {
    for (const [id, place] of this.#places) {
      const spans = this.#text.spansOf(place)
      const isNear =
        spans === undefined ||
        spans.some(({ start, end }) => span.start <= end + 1 && start <= span.end + 1)
      if (isNear)
        this.#places.set(id, { ...place, isTouched: true, isBlurred: place.isBlurred || isWhole })
    }
  }

  #check(): void {
    this.#page.check()
    const { annotations } = this.#page.document
    const there = new Set(annotations.records.map(({ record }) => record.id))
    for (const id of this.#places.keys()) assert.ok(there.has(id), `${id} is lost`)
    for (const placed of annotations.records) {
      const place = this.#places.get(placed.record.id)
      assert.ok(place !== undefined, `${placed.record.id} has come from nowhere`)
      if (isAnchored(placed.record)) this.#checkPlace(placed, place)
    }
  }

  #checkPlace(placed: PlacedRecord, place: Place): void {
    const { record, spans } = placed
    const wanted = this.#text.spansOf(place)
    const { text } = this.#page.document
    const said = () =>
      `${record.id} ${JSON.stringify(spans)} is to be at ${JSON.stringify(wanted)} in ${text}`
    if (isDoubtful(placed)) {
      assert.ok(place.isTouched || wanted === undefined, `Asked about untouched ${said()}`)
    } else if (wanted !== undefined && !place.isBlurred) {
      const isThere =
        spans.length === wanted.length &&
        spans.every((span, i) => sameSpan(span, wanted[i] ?? span))
      assert.ok(isThere, `Silently elsewhere: ${said()}`)
    } else if (!place.isBlurred)
      assert.ok(this.#text.mayBe(place, spans), `Silently guessed: ${said()}`)
  }
}

function isDoubtful({ record }: PlacedRecord): boolean {
  return isAnchored(record) && record.anchor !== undefined
}

function backOf(text: string, { span, text: put }: Edit): Edit {
  return {
    span: { start: span.start, end: span.start + put.length },
    text: text.slice(span.start, span.end),
  }
}

function idOf(line: string): string {
  return /"id":"([^"]*)"/.exec(line)?.[1] ?? line
}
