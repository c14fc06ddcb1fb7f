/** Two windows and another program on one page, in any order of what they do, what the disk answers and what they hear. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AnnotationRecord } from '../../server/src/annotation/record/record.ts'
import { quoteAt, textHash, textView } from '../../server/src/annotation/record/selectors.ts'
import { readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { applyEdit, type Edit } from '../../server/src/text/edit.ts'
import { overlaps } from '../../server/src/text/span.ts'
import { root } from '../corpus/in-memory.ts'
import { rest, Scheduler } from '../corpus/scheduler.ts'
import { page, sidecar, Window } from './window.ts'

const text = '在嘉兴市举行,富润集团参加,嘉兴市总工会、嘉兴市妇联主办。\n'

interface Change {
  readonly at: number
  readonly length: number
  readonly text: string
}

/** `window` 0 or 1. */
export type WindowStep =
  | ({ readonly kind: 'type' | 'outside'; readonly window: number } & Change)
  | { readonly kind: 'mark'; readonly window: number; readonly at: number; readonly length: number }
  | { readonly kind: 'note' | 'drop'; readonly window: number; readonly index: number }
  | { readonly kind: 'save' | 'undo' | 'hand'; readonly window: number }
  | { readonly kind: 'told'; readonly window: number; readonly of: 'page' | 'sidecar' }
  /** The disk answers one of the questions that wait. */
  | { readonly kind: 'disk'; readonly index: number }

const window = fc.nat({ max: 1 })
const change = {
  at: fc.nat({ max: 40 }),
  length: fc.nat({ max: 4 }),
  text: fc.constantFrom('', '新', '嘉兴市', '\n'),
}
const step: fc.Arbitrary<WindowStep> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), window, ...change }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outside' as const), window, ...change }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      window,
      at: change.at,
      length: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('note' as const, 'drop' as const),
      window,
      index: fc.nat({ max: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('save' as const, 'save' as const, 'undo' as const, 'hand' as const),
      window,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('told' as const),
      window,
      of: fc.constantFrom('page' as const, 'sidecar' as const),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('disk' as const), index: fc.nat({ max: 5 }) }),
  },
)

export const windowHistories = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' })

export async function livedByTwo(steps: readonly WindowStep[]): Promise<void> {
  const scheduler = new Scheduler()
  const disk = new Map([
    [`${root}/corpus.json`, '{}'],
    [page, text],
  ])
  let ids = 0
  let seconds = 0
  const newId = () => `t${++ids}`
  const when = () => new Date(Date.UTC(2026, 0, 1) + 1000 * ++seconds).toISOString()
  const windows = [
    await Window.open(disk, scheduler, newId),
    await Window.open(disk, scheduler, newId),
  ]
  await settled(scheduler)
  for (const each of windows) each.show()
  let marks = 0
  for (const one of steps) {
    if (one.kind === 'disk') {
      if (scheduler.waiting > 0) await scheduler.run(one.index % scheduler.waiting)
      continue
    }
    const here = windows[one.window]
    if (here !== undefined) act(one, here, disk, { when, id: () => `${one.window}-${++marks}` })
    await rest()
  }
  await comeToRest(windows, disk, scheduler)
  check(windows, disk)
}

function act(
  step: Exclude<WindowStep, { kind: 'disk' }>,
  here: Window,
  disk: Map<string, string>,
  { when, id }: { readonly when: () => string; readonly id: () => string },
): void {
  switch (step.kind) {
    case 'type':
      here.type(editOf(step, here.text))
      break
    case 'outside': {
      const there = disk.get(page) ?? ''
      disk.set(page, applyEdit(there, editOf(step, there)))
      break
    }
    case 'hand': {
      const lines = (disk.get(sidecar) ?? '').split('\n')
      const noted = lines.map((line, i) =>
        i === 1 ? line.replace(/"status":/, '"entity":"hand","status":') : line,
      )
      if (disk.has(sidecar) && !/"entity"/.test(lines[1] ?? '')) disk.set(sidecar, noted.join('\n'))
      break
    }
    case 'mark': {
      const { span } = editOf({ ...step, text: '' }, here.text)
      if (span.end > span.start) here.mark(span, 'Place', when(), id())
      break
    }
    case 'note':
      here.note(step.index % Math.max(1, here.records.length), id(), when())
      break
    case 'drop':
      here.drop(step.index % Math.max(1, here.records.length))
      break
    case 'save':
      here.save()
      break
    case 'undo':
      here.undo()
      break
    case 'told':
      here.told(step.of === 'page' ? page : sidecar)
      break
  }
}

function editOf({ at, length, text: put }: Change, there: string): Edit {
  const start = at % (there.length + 1)
  return { span: { start, end: Math.min(there.length, start + length) }, text: put }
}

/** All is saved, at last by the first window, and everybody has heard of everything. */
async function comeToRest(
  windows: readonly Window[],
  disk: Map<string, string>,
  scheduler: Scheduler,
): Promise<void> {
  const [first] = windows
  const tell = async (): Promise<void> => {
    for (const each of windows) each.told(page)
    await settled(scheduler)
  }
  await settled(scheduler)
  await tell()
  for (const each of windows) {
    each.save()
    await settled(scheduler)
    await tell()
  }
  first?.type({ span: { start: first.text.length, end: first.text.length }, text: '完' })
  first?.save()
  await settled(scheduler)
  await tell()
  for (let before: string | undefined, n = 0; n < 6 && before !== disk.get(sidecar); n++) {
    before = disk.get(sidecar)
    for (const each of windows) {
      const flushed = each.flush()
      await settled(scheduler)
      await flushed
      each.told(sidecar)
      await settled(scheduler)
    }
  }
}

async function settled(scheduler: Scheduler): Promise<void> {
  await rest()
  while (scheduler.waiting > 0) await scheduler.run(0)
}

function check(windows: readonly Window[], disk: ReadonlyMap<string, string>): void {
  const there = disk.get(page) ?? ''
  const { header, records, problems } = readSidecar(disk.get(sidecar) ?? '')
  assert.deepEqual(problems, [])
  const view = textView(there)
  if (records.length > 0)
    assert.equal(header?.sha256, textHash(there), 'The sidecar describes another text')
  for (const each of records) {
    if (each.kind !== 'span' || each.anchor === 'orphan') continue
    assert.equal(each.of, undefined)
    assert.deepEqual(
      each.at.map((range) => quoteAt(view, range)),
      each.quote,
    )
  }
  const onDisk = records.map(shownRecord).sort()
  const isOverlapping = overlapping(records)
  for (const { document, records: placed, problems: shown } of windows) {
    assert.equal(document.text, there)
    assert.deepEqual(placed.map(({ record }) => shownRecord(record)).sort(), onDisk)
    if (isOverlapping) assert.ok(shown.includes('overlap'), 'An overlap is not in the panel')
  }
  const ids = new Set(records.map(({ id }) => id))
  const answers = windows.flatMap((each) => each.answers)
  const taken = new Set(answers.filter(({ what }) => what === 'drop').map(({ id }) => id))
  for (const { id, what } of answers) {
    const isUndone = windows.some((each) => each.undone.has(id))
    if (what === 'put' && !taken.has(id) && !isUndone) assert.ok(ids.has(id), `${id} is lost`)
  }
}

function shownRecord(record: AnnotationRecord): string {
  if (record.kind !== 'span') return record.id
  const { id, at, quote, anchor = '', note = '', entity = '' } = record
  return [
    id,
    anchor === 'orphan' ? '' : JSON.stringify(at),
    quote.join('|'),
    anchor,
    note,
    entity,
  ].join(' ')
}

function overlapping(records: readonly AnnotationRecord[]): boolean {
  const spans = records.flatMap((each) =>
    each.kind === 'span' && each.anchor !== 'orphan'
      ? each.at.map(([start, end]) => ({ start, end }))
      : [],
  )
  return spans.some((a, i) => spans.slice(i + 1).some((b) => overlaps(a, b)))
}
