/** Which mentions a person wants to see in the text: all but the suggestions that they hide. */
import type { Mention } from '../../annotation/record/mention.ts'

export interface Shown {
  /** False: no suggestions. True where it is absent. */
  readonly suggestions?: boolean
  /** Suggestions below this confidence (0 to 1) are hidden. */
  readonly minimumConfidence?: number
  /** True: hints say what dates mean. */
  readonly dateHints?: boolean
}

/** What people decided is always shown. */
export function isShown(
  { status, confidence }: Pick<Mention, 'status' | 'confidence'>,
  { suggestions = true, minimumConfidence = 0 }: Shown,
): boolean {
  return status !== 'suggested' || (suggestions && confidence >= minimumConfidence)
}
