/** How sure a person is of a correction. */
import { oneOf, optional } from '../parameters.ts'

export const certainty = optional(
  oneOf(['certain', 'conjectured'], '`certain` (also without it) or `conjectured`.'),
)
