/** What server and worker tell each other. Pages come one by one, so that no message takes long. */
import type { Learned, LearnTask } from './learn.ts'
import type { MarkedPage } from './marked-lines.ts'

export type ToWorker =
  | { readonly kind: 'page'; readonly page: MarkedPage }
  | ({ readonly kind: 'learn' } & Omit<LearnTask, 'pages'>)

export type FromWorker =
  /** From 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'learned'; readonly learned: Learned }
