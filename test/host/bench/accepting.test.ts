/** How long a person waits who reviews a page: `npm run bench -- --window`. */
import { mark } from '../suite/mark.ts'
import { eventually } from '../suite/page.ts'
import { decided, openAtStart, run, undecided, untilSelected } from '../suite/reviewing.ts'

/** Milliseconds. */
const bars = { next: 100, stored: 300 }

describe('accepting a suggestion', () => {
  before(() => run('workbench.action.closeAllEditors'))
  afterEach(undecided)

  it('is followed by the next one', async () => {
    await openAtStart('001')
    await untilSelected('biaozhu.nextSuggestion')
    // Other work on the machine disturbs a round of eight seconds, but hardly each of three.
    for (let round = 0; round < 3; round++) {
      const times: number[] = []
      for (let i = 0; i < 40; i++) {
        times.push(await timeOf(() => untilSelected('biaozhu.accept')))
        // Nobody decides faster.
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
      const sorted = times.toSorted((a, b) => a - b)
      const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0)
      say(
        `accept → next suggestion: median ${at(0.5)} ms, p95 ${at(0.95)} ms (bar ${bars.next}), longest ${at(1)} ms`,
      )
    }
  })

  it('is followed by its sidecar', async () => {
    const page = await openAtStart('001')
    await untilSelected('biaozhu.nextSuggestion')
    const time = await timeOf(async () => {
      await run('biaozhu.accept')
      await eventually(() => decided(page, 'accepted') > 0 || undefined, 'nothing is accepted')
    })
    say(`accept → sidecar on disk: ${time.toFixed(0)} ms (bar ${bars.stored})`)
  })
})

async function timeOf(wait: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await wait()
  return performance.now() - started
}

/** Among mocha's own lines. */
function say(text: string): void {
  console.log(`${mark}      ${text}`)
}
