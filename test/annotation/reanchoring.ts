/** Measures re-anchoring on the fixed set of corrections; run by itself, it prints the figures. */
import { reanchor } from '../../server/src/annotation/anchor/anchor.ts'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import {
  describeSpans,
  spansOfRanges,
  type TextView,
  textView,
} from '../../server/src/annotation/record/selectors.ts'
import { sameSpan } from '../../server/src/text/span.ts'
import { type Correction, corrections, evenings } from './corrections.ts'

export interface Figures {
  /** Corrections after which the mention they are about is where it should be. */
  readonly right: number
  readonly of: number
  /** Mentions, neighbours included, that are in a wrong place and nobody is told. */
  readonly silentlyWrong: number
  /** Mentions in a wrong place, but marked. */
  readonly reportedWrong: number
  /** Corrections that ask a person, by kind of correction. */
  readonly asked: ReadonlyMap<string, number>
  /** The silently wrong ones and those that were not right, for the eye. */
  readonly examples: readonly string[]
}

export function measure(cases: readonly Correction[], withOldText: boolean): Figures {
  const views = new Map<string, TextView>()
  const viewOf = (text: string): TextView => {
    const view = views.get(text) ?? textView(text)
    views.set(text, view)
    return view
  }
  let [right, silentlyWrong, reportedWrong] = [0, 0, 0]
  const asked = new Map<string, number>()
  const examples: string[] = []
  for (const { kind, inside, before, after, mentions } of cases) {
    const [old, view] = [viewOf(before), viewOf(after)]
    const records = mentions.map(({ before: span }, i): SpanRecord => {
      // The target is among its neighbours too: as another type, so that both may have the place.
      const type = i === 0 ? 'Target' : 'Neighbour'
      return { kind: 'span', id: `${i}`, ...describeSpans(old, [span]), type, status: 'accepted' }
    })
    const sha256 = old.sha256
    const options = withOldText ? { sha256, textOf: () => before } : { sha256 }
    for (const [i, found] of reanchor(records, view, options).entries()) {
      const expected = mentions[i]?.after
      const [span] = spansOfRanges(view, found.at)
      const isThere = span !== undefined && expected !== undefined && sameSpan(span, expected)
      const isPlaced = found.state !== 'orphan'
      const isAsked = found.state === 'moved' || found.state === 'orphan'
      if (isPlaced && !isThere) {
        if (found.state === 'kept') silentlyWrong++
        else reportedWrong++
      }
      if (i === 0 && isThere && !isAsked) right++
      if (i === 0 && isAsked) asked.set(kind, (asked.get(kind) ?? 0) + 1)
      if ((isPlaced && !isThere) || (i === 0 && isAsked)) {
        const stands = span === undefined ? '' : after.slice(span.start, span.end)
        const should = expected === undefined ? '' : after.slice(expected.start, expected.end)
        examples.push(
          `${kind} ${inside ? 'in' : 'out'} ${i}: ${records[i]?.quote[0]} → ${stands}, not ${should} (${found.how}, ${found.state}, ${found.sure.toFixed(2)})`,
        )
      }
    }
  }
  return { right, of: cases.length, silentlyWrong, reportedWrong, asked, examples }
}

if (process.argv[1] === import.meta.filename) {
  const verbose = process.argv.includes('--examples')
  for (const [name, cases] of [
    ['one by one', corrections()],
    ['twenty at once', evenings()],
  ] as const) {
    for (const withOldText of [true, false]) {
      const { right, of, silentlyWrong, reportedWrong, asked, examples } = measure(
        cases,
        withOldText,
      )
      const share = ((100 * right) / of).toFixed(1)
      const kinds = [...asked].map(([kind, count]) => `${kind} ${count}`).join(', ')
      console.log(
        `${name}, ${withOldText ? 'old text known' : 'old text not known'}: ${right} of ${of} right without asking (${share} %), ` +
          `${silentlyWrong} wrong unreported, ${reportedWrong} wrong but marked; asked: ${kinds || 'none'}`,
      )
      if (verbose) for (const example of examples) console.log(`  ${example}`)
    }
  }
}
