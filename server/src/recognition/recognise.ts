/** From a page to its suggested mentions: units, recognisers, marks, page knowledge, and back to the source. */
import type { Mention } from '../annotation/record/mention.ts'
import type { Page } from '../page/model.ts'
import { oncePer } from '../values/once-per.ts'
import { recent } from '../values/recent.ts'
import { concluder } from './conclude.ts'
import type { Marks } from './decided/decisions.ts'
import { nearestFirst } from './nearest.ts'
import { partsOfUnit } from './reading/long-units.ts'
import { printedText } from './reading/recogniser.ts'
import { type UnitDraft, unitsOf } from './reading/units.ts'
import { type Means, resolveInSteps, resolveUnit } from './resolve-unit.ts'
import type { Tagger } from './spans/tagger.ts'
import type { ResolvedUnit } from './spread/spread.ts'

/**
 * Suggests mentions for pages; `text` is always the page's source, `marks` what people have decided
 * there and in the corpus. The results of recent units are remembered, so that an edit costs the work of
 * its own article, and a mark that of the units which it is about. Equal input gives equal answers. Total.
 */
export interface PageRecogniser {
  /** All suggestions, in order of their place. */
  mentions(text: string, page: Page, marks?: Marks): readonly Mention[]
  /**
   * Does what is costly in `mentions` beforehand, in steps of some milliseconds: each resolves a part
   * of a unit, the units nearest to the source offset `around` first. `personal` is that of the marks.
   */
  prepare(page: Page, around: number, personal?: Marks['personal']): Generator<void, void>
  /** UTF-16 units of text in the units that are not resolved yet. */
  pending(page: Page, personal?: Marks['personal']): number
  /** The suggestions in the units that are resolved already. */
  soFar(text: string, page: Page, marks?: Marks): readonly Mention[]
}

export type { Means }

/**
 * `remembered` is the length of the text and structure of all units that are, in UTF-16 units: those of several open
 * pages.
 */
export function createRecogniser(means: Means, remembered = 600_000): PageRecogniser {
  const shipped = recogniserWith(means, remembered)
  const own = oncePer((tagger: Tagger) => recogniserWith({ ...means, tagger }, remembered))
  const by = (personal?: Marks['personal']): Recogniser => (personal ? own(personal) : shipped)
  return {
    mentions: (text, page, marks) => by(marks?.personal).mentions(text, page, marks),
    prepare: (page, around, personal) => by(personal).prepare(page, around),
    pending: (page, personal) => by(personal).pending(page),
    soFar: (text, page, marks) => by(marks?.personal).soFar(text, page, marks),
  }
}

/** One that reads with the tagger of `means`, whatever the marks say. */
type Recogniser = Pick<PageRecogniser, 'mentions' | 'soFar'> & {
  prepare(page: Page, around: number): Generator<void, void>
  pending(page: Page): number
}

function recogniserWith(means: Means, remembered: number): Recogniser {
  const resolved = recent<ResolvedUnit>(remembered, (key) => key.length)
  const placedOf = oncePer((page: Page) => unitsOf(page).flatMap(partsOfUnit))
  const keyOf = oncePer((draft: UnitDraft) =>
    JSON.stringify([printedText(draft), draft.blocks, draft.byline]),
  )
  const conclude = concluder(means)
  return {
    mentions(text, page, marks) {
      const placed = placedOf(page)
      const units = placed.map(({ draft }) =>
        resolved(keyOf(draft), () => resolveUnit(draft, means)),
      )
      return conclude(units, { text, placed, marks })
    },
    *prepare(page, around) {
      for (const { draft } of nearestFirst(placedOf(page), around)) {
        const key = keyOf(draft)
        if (resolved.known(key) !== undefined) continue
        const unit = yield* resolveInSteps(draft, means)
        resolved(key, () => unit)
        yield
      }
    },
    pending: (page) =>
      placedOf(page).reduce(
        (sum, { draft }) =>
          resolved.known(keyOf(draft)) === undefined ? sum + draft.text.length : sum,
        0,
      ),
    soFar(text, page, marks) {
      const placed = placedOf(page)
      const units = placed.map(({ draft }) => resolved.known(keyOf(draft)) ?? nothingYet)
      return conclude(units, { text, placed, marks })
    },
  }
}

/** Stands in for a unit that is not resolved yet. */
const nothingYet: ResolvedUnit = {
  unit: { text: '', words: [], blocks: [], byline: [] },
  all: [],
  candidates: [],
}

/** All suggestions for a page, in order of their place, from scratch. Pure and total. */
export function recognisePage(
  text: string,
  page: Page,
  means: Means,
  marks?: Marks,
): readonly Mention[] {
  return createRecogniser(means).mentions(text, page, marks)
}
