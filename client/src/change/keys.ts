/**
 * What keys have asked for, one after the other. Keys are pressed faster than an action takes: each is
 * about the place where it was pressed, or where the ones before it have gone.
 */
import type { Disposable, TextEditor } from 'vscode'
import { type Boxes, boxesOf } from '../pick/boxes.ts'
import { Strokes } from '../pick/strokes.ts'
import { followEdits } from './edits.ts'
import { type Place, pageEditor, placeIn } from './place.ts'
import { type Queue, queue } from './queue.ts'
import { shifted } from './shifted.ts'

export interface Here {
  readonly editor: TextEditor
  /** Where the key was pressed, after what was edited since. */
  place(): Place
}

export interface Keys extends Queue {
  /** `undefined`, and nothing is done, where the editor in front is no page. */
  at<T>(work: (here: Here) => Promise<T>, options?: KeyOptions): Promise<T | undefined>
  /** As `at`, for what opens boxes: keys of the page that are pressed until it has ended are for these. */
  ask<T>(
    work: (here: Here, boxes: Boxes) => Promise<T>,
    options?: KeyOptions,
  ): Promise<T | undefined>
  /** Whether keys of the page are for a box. */
  readonly isAsking: boolean
  /** A key of the page that is for a box. */
  press(typed: string): void
}

export interface KeyOptions {
  /** The cursor goes elsewhere, and keys that are pressed meanwhile mean that place. */
  readonly moves?: boolean
}

/** `press` is given what was typed behind the last box, key by key. */
export function keysInOrder(press: (typed: string) => void): Keys {
  const { run } = queue()
  let moving = 0
  /** Where the key was pressed that is given to `press`. */
  let again: Place | undefined
  const strokes = new Strokes<Place>((typed, at) => {
    again = at
    press(typed)
    again = undefined
  })
  const boxes = boxesOf(strokes)
  return {
    run,
    get isAsking() {
      return strokes.isAsking
    },
    press(typed) {
      const editor = pageEditor()
      strokes.press(typed, editor && placeIn(editor))
    },
    async ask(work, options) {
      strokes.begin()
      try {
        return await this.at((here) => work(here, boxes), options)
      } finally {
        strokes.end()
      }
    },
    async at(work, { moves = false } = {}) {
      // Read before anything is waited for: what is typed behind this key has not arrived yet.
      const pressed = moving === 0 ? hereNow(again) : undefined
      let here = pressed
      if (moves) moving++
      try {
        return await run(async () => {
          here ??= hereNow()
          return here && work(here)
        })
      } finally {
        if (moves) moving--
        here?.dispose()
      }
    },
  }
}

/** `pressed`: where the key was pressed, if that was some time ago. */
function hereNow(pressed?: Place): (Here & Disposable) | undefined {
  const editor = pageEditor()
  if (editor === undefined) return undefined
  const now = placeIn(editor)
  const place = pressed?.uri === now.uri ? pressed : now
  const edits = followEdits(place.uri)
  return {
    editor,
    place: () => shifted(place, edits.changes),
    dispose: () => edits.dispose(),
  }
}
