import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { pageTimes, startTime, typingTimes } from './timing.ts'

/** Milliseconds. The bars of the last two are wider than what is aimed at: a test machine may be busy. */
const bars = { start: 2000, page: 150, typing: 90 }

describe('speed', () => {
  it('the first page is highlighted soon after the server starts', async () => {
    const start = Math.min(await startTime(), await startTime(), await startTime())
    console.log(`      start → first tokens: ${start.toFixed(0)} ms`)
    assert.ok(start < bars.start, `${start} ms`)
  }).timeout(30_000)

  it('a page is highlighted at once', async () => {
    const times = await pageTimes()
    console.log(`      page → tokens: ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
    assert.ok(Math.min(...times) > 0 && median(times) < bars.page, times.join())
  }).timeout(30_000)

  it('typing gets its tokens at once', async () => {
    const times = await typingTimes()
    const p95 = times[95] ?? Infinity
    console.log(
      `      edit → tokens: median ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    )
    assert.ok(p95 < bars.typing, `${p95} ms`)
  }).timeout(30_000)
})

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Infinity
}
