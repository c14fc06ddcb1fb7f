/** How far the heap grows before its garbage is collected: a small one as the engine likes, a large one in small steps. */
import { PerformanceObserver } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'

/** Bytes in use from which on a heap is large: the pages of a small corpus take less. */
const large = 100_000_000

/** Per cent of what is in use; the engine alone lets a large heap grow to twice of it and more. */
const step = 25

/**
 * Looks at the heap after each collection. A page with a hundred thousand annotations makes as much garbage by one edit
 * as ten pages have text: let grow, its heap would be half garbage.
 */
export function growInSmallSteps(): void {
  // Flags are read-only memory in the editor's own process; there the heap takes half of this one.
  if (process.versions['electron'] !== undefined) return
  let isLarge = false
  new PerformanceObserver(() => {
    const is = process.memoryUsage().heapUsed > large
    if (is === isLarge) return
    isLarge = is
    setFlagsFromString(`--heap-growing-percent=${is ? step : 0}`)
  }).observe({ entryTypes: ['gc'] })
}
