/**
 * What keys have asked for, one after the other. Keys are pressed faster than an action takes: each is
 * about the place where it was pressed, or where the ones before it have gone.
 */
import type { Disposable, TextEditor } from 'vscode'
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
}

export interface KeyOptions {
  /** The cursor goes elsewhere, and keys that are pressed meanwhile mean that place. */
  readonly moves?: boolean
}

export function keysInOrder(): Keys {
  const { run } = queue()
  let moving = 0
  return {
    run,
    async at(work, { moves = false } = {}) {
      // Read before anything is waited for: what is typed behind this key has not arrived yet.
      const pressed = moving === 0 ? hereNow() : undefined
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

function hereNow(): (Here & Disposable) | undefined {
  const editor = pageEditor()
  if (editor === undefined) return undefined
  const place = placeIn(editor)
  const edits = followEdits(place.uri)
  return {
    editor,
    place: () => shifted(place, edits.changes),
    dispose: () => edits.dispose(),
  }
}
