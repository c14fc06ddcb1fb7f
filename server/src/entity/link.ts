/** Links mentions to entities: one name on a page is one entity, full names are over pages. */
import type { Mention } from '../annotation/model.ts'
import { defaultSchema, type Schema } from '../annotation/schema.ts'
import type { Page } from '../page/model.ts'
import type { Entity } from './model.ts'

export interface LinkedPage {
  /** Identifies the page in its corpus. */
  readonly path: string
  readonly text: string
  readonly page: Page
  readonly mentions: readonly Mention[]
  readonly newspaper: string | undefined
}

export function linkEntities(
  _pages: readonly LinkedPage[],
  _schema: Schema = defaultSchema,
): readonly Entity[] {
  return []
}
