/** What a person wants to see in the text and can do from there: of mentions all but the suggestions that they hide. */
import type { Mention } from '../../annotation/record/mention.ts'

export interface Shown {
  /** False: no suggestions. True where it is absent. */
  readonly suggestions?: boolean
  /** Suggestions below this confidence (0 to 1) are hidden. */
  readonly minimumConfidence?: number
  /** True: rejected suggestions, too. */
  readonly rejected?: boolean
  /** True: hints say what dates mean. */
  readonly dateHints?: boolean
  /** False: nothing stands above titles. */
  readonly codeLens?: boolean
  /** True: what is shown may lead to commands of our extension. */
  readonly ownCommands?: boolean
}

/** What people decided is always shown. */
export function isShown(
  { status, confidence }: Pick<Mention, 'status' | 'confidence'>,
  { suggestions = true, minimumConfidence = 0 }: Shown,
): boolean {
  return status !== 'suggested' || (suggestions && confidence >= minimumConfidence)
}
