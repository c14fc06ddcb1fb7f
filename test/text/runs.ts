/** What every diff has to be, whatever the two texts are. */
import assert from 'node:assert/strict'
import type { Match } from '../../server/src/text/diff/align.ts'

/** Runs are in order and apart, say the same in both texts, and cut no character of two units. */
export function assertRuns(before: string, after: string, matches: readonly Match[]): void {
  let [old, fresh] = [0, 0]
  for (const one of matches) {
    assert.ok(one.length > 0 && one.old >= old && one.new >= fresh)
    const common = before.slice(one.old, one.old + one.length)
    assert.equal(common, after.slice(one.new, one.new + one.length))
    assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(common))
    old = one.old + one.length
    fresh = one.new + one.length
  }
}
