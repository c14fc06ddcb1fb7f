/**
 * What the parts of a test run have come to so far: each event is written as it happens, one line of JSON in the file that
 * BIAOZHU_RESULTS names, so that what ran is known whatever ends the run.
 */
import fs from 'node:fs'

export type Event =
  | { readonly kind: 'begin' | 'pass' | 'skip'; readonly title: string }
  | { readonly kind: 'fail'; readonly title: string; readonly why: string }
  | { readonly kind: 'end' }

export interface Results {
  readonly passed: number
  /** A line for each, with the first line of what went wrong. */
  readonly failed: readonly string[]
  readonly skipped: number
  /** The test or hook that began last. */
  readonly last: string | undefined
  /** False where something ended the run before its end. */
  readonly ended: boolean
}

/** Nowhere, where nobody asks for it. */
export function writeEvent(event: Event): void {
  const file = process.env['BIAOZHU_RESULTS']
  if (file !== undefined) fs.appendFileSync(file, `${JSON.stringify(event)}\n`)
}

/** Nothing, where the file is not there: no test has begun. */
export function readResults(file: string): Results {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const events = text.split('\n').flatMap(eventOf)
  const count = (kind: Event['kind']) => events.filter((event) => event.kind === kind).length
  const begun = events.flatMap((event) => (event.kind === 'begin' ? [event.title] : []))
  return {
    passed: count('pass'),
    failed: events.flatMap((event) =>
      event.kind === 'fail' ? [`${event.title}: ${event.why.split('\n', 1)[0]}`] : [],
    ),
    skipped: count('skip'),
    last: begun.at(-1),
    ended: count('end') > 0,
  }
}

/** None for a line that was cut off in the middle. */
function eventOf(line: string): readonly Event[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
