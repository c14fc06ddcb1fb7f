/** Growth: four times as much may take four times as long, and not sixteen times, as loops in loops do. */
import assert from 'node:assert/strict'

export interface Growing<T> {
  /** Things at the beginning: so many that they take some ten milliseconds. */
  readonly from: number
  /** Makes the input, which is not measured. */
  readonly prepare: (count: number) => T | Promise<T>
  readonly run: (input: T) => unknown
}

/** Fails where four times as many things take more than nine times the CPU time. Each size is run three times; the least counts. */
export async function assertGrowsLinearly<T>({ from, prepare, run }: Growing<T>): Promise<void> {
  const [one, two, four] = [
    await least(await prepare(from), run),
    await least(await prepare(2 * from), run),
    await least(await prepare(4 * from), run),
  ]
  const said = `${from} things take ${one} ms, ${2 * from} ${two} ms, ${4 * from} ${four} ms of CPU time`
  assert.ok(four <= 9 * Math.max(one, floor), said)
}

/** Below this, in ms, the first size says nothing. */
const floor = 15

async function least<T>(input: T, run: (input: T) => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage()
    await run(input)
    const { user, system } = process.cpuUsage(before)
    times.push(Math.round((user + system) / 1000))
  }
  return Math.min(...times)
}
