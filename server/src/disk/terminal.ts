/**
 * What the command line prints: results, errors and progress, which is one line that others take the place of. Nothing
 * that comes from a text, a name or a file steers the terminal, also where it comes there through a pipe.
 */

import { showControls } from '../text/controls.ts'

export interface Output {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Terminal {
  out(text: string): void
  /** Whole lines. */
  error(text: string): void
  /** Shown until the next text or line; nothing for an empty one. Only where people look. */
  progress(text: string): void
}

/** `now` in milliseconds. */
export function terminal(out: Output, errors: Output, now: () => number = Date.now): Terminal {
  let shown = false
  let last = 0
  const clear = (): void => {
    if (shown) errors.write('\r\u001B[K')
    shown = false
  }
  return {
    out(text) {
      clear()
      out.write(showControls(text))
    },
    error(text) {
      clear()
      errors.write(showControls(text))
    },
    progress(text) {
      if (errors.isTTY !== true) return
      if (text === '') return clear()
      // A terminal is slower than the work.
      if (now() - last < pause) return
      last = now()
      clear()
      errors.write(showControls(text))
      shown = true
    },
  }
}

const pause = 100
