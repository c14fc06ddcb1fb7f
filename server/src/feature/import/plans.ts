/** Previews of imports that a person has seen and may still want: the last few, by id. */
import type { Format } from '../../exchange/format/format.ts'
import { recent } from '../../values/recent.ts'
import type { ImportAs } from './compare.ts'
import type { IncomingPage } from './read.ts'

export interface ImportPlan {
  readonly format: Format
  readonly as: ImportAs
  /** The one that was chosen for all. */
  readonly layer?: string | undefined
  /** Places in the pages as they were: what has changed since is compared anew, or refused. */
  readonly pages: readonly IncomingPage[]
}

const plans = recent<ImportPlan | undefined>(4)

export function rememberPlan(id: string, plan: ImportPlan): void {
  plans(id, () => plan)
}

export function planOf(id: string): ImportPlan | undefined {
  return plans.known(id)
}
