/** The steps of a history as plain values, so that they can be made up, made small, printed and kept. */
import fc from 'fast-check'
import type { ActionName } from '../../server/src/feature/annotate/action.ts'
import type { Edit } from '../../server/src/text/edit.ts'
import { type Span, sliceSpan } from '../../server/src/text/span.ts'
import type { JsonObject } from '../../server/src/values/json.ts'
import type { Places } from '../feature/annotate/acting.ts'
import type { RandomPage } from '../feature/annotate/random-page.ts'

export interface EditStep {
  readonly kind: 'edit'
  /** Where: at the `near`th edge of an annotation, shifted by a few; where that is negative, at the offset `at`. */
  readonly at: number
  readonly near: number
  readonly length: number
  /** What is put there; a number copies as much of the text, from the same offset. */
  readonly text: string | number
  /** Sent as a whole text: nobody knows which characters were edited. */
  readonly isWhole: boolean
}

export interface ActStep {
  readonly kind: 'act'
  readonly name: ActionName
  /** Of the mention it is about. */
  readonly mention: number
  readonly at: number
  readonly length: number
  readonly more: number
  readonly type: string
}

export type Step =
  | EditStep
  | ActStep
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** *Edit > Undo* of the editor's menu, which takes back the last edit of the text, whatever was done since. */
  | { readonly kind: 'menu' }
  | { readonly kind: 'save' }

const names: readonly ActionName[] = [
  'mark',
  'accept',
  'reject',
  'retype',
  'widen',
  'narrow',
  'setRange',
  'split',
  'mergeNext',
  'addFragment',
  'removeFragment',
  'delete',
  'setNote',
  'setUnsure',
  'setReading',
  'confirm',
  'putHere',
  'drop',
  'setBlockKind',
  'splitBlock',
]
const pieces = ['', '嘉', '市', '富润', '工会', '嘉兴市', '总工会', '\n', '𠮷', ',', '王丽\n李明']
/** So long that it replaces one as a whole. */
const passage =
  '近年来,该镇坚持党建引领,打造服务阵地,推动各类资源下沉一线,让每位劳动者都能感受到家的温暖。'
const types = ['Place', 'Organization', 'Group']

const number = fc.nat({ max: 400 })
const edit: fc.Arbitrary<EditStep> = fc.record({
  kind: fc.constant('edit'),
  at: number,
  near: fc.integer({ min: -20, max: 40 }),
  length: fc.oneof({ arbitrary: fc.nat({ max: 8 }), weight: 9 }, fc.nat({ max: 70 })),
  text: fc.oneof(
    { arbitrary: fc.constantFrom(...pieces), weight: 7 },
    fc.nat({ max: 60 }),
    fc.constant(passage),
  ),
  isWhole: fc.nat({ max: 7 }).map((n) => n === 7),
})
const act: fc.Arbitrary<ActStep> = fc.record({
  kind: fc.constant('act'),
  name: fc.oneof(fc.constant<ActionName>('mark'), fc.constantFrom(...names)),
  mention: fc.nat({ max: 40 }),
  at: number,
  length: fc.nat({ max: 8 }),
  more: number,
  type: fc.constantFrom(...types),
})

/** Actions from which a history begins. */
export const beginnings = fc.array(act, { minLength: 1, maxLength: 10 })

export const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { arbitrary: edit, weight: 9 },
    { arbitrary: act, weight: 6 },
    { arbitrary: fc.constant<Step>({ kind: 'undo' }), weight: 4 },
    { arbitrary: fc.constant<Step>({ kind: 'redo' }), weight: 2 },
    { arbitrary: fc.constant<Step>({ kind: 'menu' }), weight: 1 },
    { arbitrary: fc.constant<Step>({ kind: 'save' }), weight: 2 },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
)

/** No editor edits inside a pair of surrogates. */
function snapped(text: string, at: number): number {
  const offset = Math.max(0, Math.min(text.length, at))
  return /[\udc00-\udfff]/.test(text.charAt(offset)) ? offset - 1 : offset
}

function spanOf(text: string, at: number, length: number): Span {
  const start = snapped(text, at % (text.length + 1))
  const end = snapped(text, start + length)
  return { start, end: Math.max(start, end) }
}

export function editOf({ at, near, length, text: put }: EditStep, page: RandomPage): Edit {
  const { text, annotations } = page.document
  const edges = annotations.records.flatMap(({ spans }) =>
    spans.flatMap(({ start, end }) => [start, end]),
  )
  const edge = near < 0 ? undefined : edges[near % Math.max(1, edges.length)]
  const from = edge === undefined ? at : Math.max(0, edge + (at % 9) - 4)
  const copied = typeof put === 'number' ? sliceSpan(text, spanOf(text, at, put)) : put
  return { span: spanOf(text, from, length), text: copied }
}

export function actionOf(
  { name, mention, at, length, more, type }: ActStep,
  page: RandomPage,
): { readonly name: ActionName; readonly values: JsonObject; readonly at: Places } {
  const { text, mentions, annotations } = page.document
  const chosen = mentions[mention % Math.max(1, mentions.length)]
  const [first] = chosen?.spans ?? []
  const offset = first === undefined ? 0 : first.start + (more % (first.end - first.start + 1))
  const span = spanOf(text, at, length)
  const here = { offset }
  const border = {
    side: more % 2 === 0 ? 'start' : 'end',
    by: more % 3 === 0 ? 'word' : 'character',
  }
  const doubtful = annotations.records.filter(
    ({ record }) => 'anchor' in record && record.anchor !== undefined,
  )
  const id = doubtful[mention % Math.max(1, doubtful.length)]?.record.id ?? ''
  switch (name) {
    case 'mark': {
      if (more % 4 === 0)
        return { name, values: { type }, at: { spans: [span, spanOf(text, at + more, 3)] } }
      return { name, values: { type }, at: { span } }
    }
    case 'setRange':
      return {
        name,
        values: chosen?.record === undefined ? {} : { id: chosen.record.id },
        at: { span },
      }
    case 'addFragment':
      return { name, values: {}, at: { span } }
    case 'retype':
      return { name, values: { type }, at: here }
    case 'widen':
    case 'narrow':
      return { name, values: border, at: here }
    case 'setNote':
      return { name, values: { note: ['a', 'b', ''][more % 3] ?? '' }, at: here }
    case 'setUnsure':
      return { name, values: { unsure: more % 2 === 0 }, at: here }
    case 'setReading':
      return { name, values: { reading: 'x' }, at: here }
    case 'confirm':
    case 'drop':
      return { name, values: { id }, at: {} }
    case 'putHere':
      return { name, values: { id }, at: { span } }
    case 'setBlockKind':
      return {
        name,
        values: { kind: ['caption', 'headline', 'paragraph'][more % 3] ?? '' },
        at: { offset: span.start },
      }
    case 'splitBlock':
      return { name, values: {}, at: { offset: span.start } }
    default:
      return { name, values: {}, at: here }
  }
}
