/** The boxes of what a key has asked for, which take what is typed ahead. */
import { type Choice, choose, type Looks, type Question } from './box.ts'
import { askLine, type LineLooks, type LineQuestion } from './line.ts'
import type { StrokeQueue } from './strokes.ts'

/** Both give `undefined` where the person leaves the box, or where there turns out to be nothing to ask. */
export interface Boxes {
  /** One of a few things. */
  choose<T>(
    asked: Question<T> | Promise<Question<T> | undefined>,
    looks: Looks,
  ): Promise<T | undefined>
  /** A line of text. */
  line(
    asked: LineQuestion | Promise<LineQuestion | undefined>,
    looks: LineLooks,
  ): Promise<string | undefined>
  /** A box of another kind comes: what is typed before it is seen is for nothing. */
  forget(): void
}

export type { Choice, LineQuestion, Question }

export function boxesOf(strokes: StrokeQueue): Boxes {
  return {
    choose: (asked, looks) => choose(strokes, asked, looks),
    line: (asked, looks) => askLine(strokes, asked, looks),
    forget: () => strokes.answered(false),
  }
}
