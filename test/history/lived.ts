/** Histories lived through, one after the other: made up from a seed, and those that went wrong before. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { History } from './history.ts'
import { kept } from './kept.ts'
import { beginnings, histories, type Step } from './steps.ts'

/** `times`: how many are made up; `seconds`: after which no more are. Throws with the smallest that goes wrong. */
export function liveThrough(options: {
  readonly seed: number
  readonly times: number
  readonly seconds?: number
  readonly overlap: boolean
}): void {
  const { seed, times, seconds, overlap } = options
  let all = 0
  let same = 0
  const live = (beginning: readonly Step[], steps: readonly Step[]): void => {
    const lines = lived(beginning, steps, overlap)
    all += lines.all
    same += lines.same
  }
  for (const [beginning, steps] of kept) live(beginning, steps)
  fc.assert(fc.property(beginnings, histories, live), {
    seed,
    numRuns: times,
    ...(seconds === undefined ? {} : { interruptAfterTimeLimit: 1000 * seconds }),
  })
  // The others are in doubt: people are asked, nothing is guessed.
  assert.ok(same / all > 0.9, `${same} of ${all} are as they were`)
}

function lived(beginning: readonly Step[], steps: readonly Step[], overlap: boolean) {
  const history = new History({ overlap })
  for (const step of beginning) history.step(step)
  history.begin()
  for (const step of steps) history.step(step)
  return history.end()
}
