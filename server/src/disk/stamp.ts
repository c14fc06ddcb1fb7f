/** What the system says of a file that changes whenever the file does: to know a file again without reading it. */
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * Size and times of the file; `-` for one that is not there. Empty where that does not settle it: of two changes in one
 * moment of the file system's clock both have the same time, so that a file of just now may change unseen.
 */
export type Stamp = string

/** In ms: some file systems count time by two seconds. */
const moment = 2000

/** `now` in ms. Never rejects. */
export async function stampOf(uri: string, now: () => number = Date.now): Promise<Stamp> {
  const at = now()
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(fileURLToPath(uri))
    if (Math.max(mtimeMs, ctimeMs) > at - moment) return ''
    return [size, mtimeMs, ctimeMs, ino].map((number) => number.toString(36)).join(' ')
  } catch {
    return '-'
  }
}
