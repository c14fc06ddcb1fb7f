/** Histories that once went wrong, as small as they could be made: they are tried first. */
import type { ActionName } from '../../server/src/feature/annotate/action.ts'
import type { ActStep, EditStep, Step } from './steps.ts'
import type { WindowStep } from './windows.ts'

const act = (name: ActionName, more: Partial<ActStep> = {}): ActStep => ({
  kind: 'act',
  name,
  mention: 0,
  at: 0,
  length: 0,
  more: 0,
  type: 'Place',
  ...more,
})
const edit = (more: Partial<EditStep>): EditStep => ({
  kind: 'edit',
  at: 0,
  near: 0,
  length: 0,
  text: '',
  isWhole: false,
  ...more,
})
const passage = 'a'.repeat(60)

/** What is there at the beginning, and what happens. */
export const kept: readonly (readonly [beginning: ActStep[], steps: Step[]])[] = [
  // A piece of which nothing was left was confirmed as a piece.
  [
    [act('mark')],
    [act('mark', { length: 1, more: 144 }), edit({ near: -1, length: 1 }), act('confirm')],
  ],
  [
    [act('mark')],
    [
      act('mark', { length: 1, more: 108 }),
      edit({ length: 1 }),
      act('drop'),
      act('mark', { more: 21 }),
    ],
  ],
  // A text that was sent whole put in doubt what stood beside what was typed.
  [
    [act('narrow', { mention: 8 }), act('mark')],
    [edit({ text: '王丽\n李明', isWhole: true }), { kind: 'undo' }],
  ],
  [
    [act('accept', { mention: 6 }), act('mark')],
    [edit({ at: 64, length: 6, text: '嘉兴市', isWhole: true }), act('mark'), edit({})],
  ],
  // Half of the edits were undone, and one of two places was taken.
  [
    [act('mark', { at: 87, more: 212 }), act('mark')],
    [
      edit({ at: 56, near: -1, text: 2 }),
      edit({ at: 172, near: 5, length: 3, text: passage }),
      act('mark'),
    ],
  ],
  [
    [act('mark', { at: 272, more: 52 }), act('mark')],
    [edit({ length: 6 }), edit({ at: 6, near: -1, length: 68, text: passage })],
  ],
  [
    [act('mark', { at: 76, more: 1 }), act('setRange')],
    [edit({ length: 6 }), edit({ at: 248, length: 63, text: 40 })],
  ],
  [
    [act('mark')],
    [
      edit({ text: '总工会' }),
      act('setNote', { mention: 36 }),
      edit({ text: 31 }),
      edit({ at: 391, near: -1, length: 3, text: 5 }),
      edit({ near: 3, length: 4 }),
      act('mark'),
    ],
  ],
  [
    [act('mark', { at: 175, length: 1, more: 180 }), act('mark')],
    [
      edit({ length: 4, text: '总工会' }),
      edit({ at: 194, length: 19 }),
      edit({ at: 176, length: 48, text: '嘉' }),
      act('mark', { at: 382, more: 1 }),
    ],
  ],
  // Several edits were one replacement for good after a larger one around them was undone.
  [
    [act('mark')],
    [
      act('mark', { at: 259 }),
      edit({ at: 128, near: 23, text: 27 }),
      edit({ at: 193, near: 26, length: 6 }),
      edit({ at: 183, near: 14, length: 55, text: '富润' }),
      { kind: 'undo' },
      act('widen', { mention: 28, at: 216, more: 223, type: 'Group' }),
      { kind: 'menu' },
      { kind: 'undo' },
      { kind: 'save' },
      { kind: 'redo' },
      act('mark', { mention: 8, at: 354, length: 5, more: 325, type: 'Group' }),
      edit({ at: 239, near: 27, length: 6, text: '工会' }),
    ],
  ],
]

/** The same of two windows. */
export const keptOfWindows: readonly (readonly WindowStep[])[] = [
  // What was changed and then lost had one quote in the window and another one in the file.
  [
    { kind: 'outside', window: 0, at: 5, length: 4, text: '' },
    { kind: 'mark', window: 0, at: 2, length: 2 },
    { kind: 'outside', window: 0, at: 29, length: 1, text: '' },
    { kind: 'save', window: 1 },
    { kind: 'type', window: 1, at: 28, length: 1, text: '' },
    { kind: 'disk', index: 0 },
  ],
  // A sidecar that was read before the page was read anew was taken over what was marked and written meanwhile.
  [
    { kind: 'type', window: 0, at: 0, length: 0, text: '嘉兴市' },
    { kind: 'told', window: 0, of: 'page' },
    { kind: 'save', window: 0 },
    { kind: 'mark', window: 1, at: 0, length: 1 },
    { kind: 'disk', index: 1 },
    { kind: 'told', window: 0, of: 'sidecar' },
    { kind: 'mark', window: 0, at: 0, length: 1 },
  ],
]
