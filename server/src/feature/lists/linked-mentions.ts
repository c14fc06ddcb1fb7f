/** Mentions of pages that come one by one and are not kept, each with the entity that all pages make of it. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { StreamedPage } from '../../corpus/paths/page-stream.ts'
import type { EntityDecisions } from '../../entity/decisions.ts'
import type { EntityRow } from '../../entity/entity-rows.ts'
import { FullerNames } from '../../entity/fuller-names.ts'
import { linkedRows } from '../../index/linked-pages.ts'
import { type MentionRecord, mentionsOfPage } from './mention-list.ts'

export class LinkedMentions {
  readonly #names: FullerNames
  readonly #decisions: EntityDecisions

  constructor(decisions: EntityDecisions) {
    this.#names = new FullerNames(decisions)
    this.#decisions = decisions
  }

  /** Those of one page; `entity` is what this page alone makes of them, until `linked` is asked. */
  ofPage({ document, data }: StreamedPage): readonly MentionRecord[] {
    const { rows } = linkedRows(document, data, this.#decisions.apart.get(document.path))
    this.#names.add(rows)
    const rowOf = new Map<Mention, EntityRow>()
    for (const row of rows) for (const mention of row.mentions) rowOf.set(mention, row)
    return mentionsOfPage(document, (mention) => rowOf.get(mention)?.id)
  }

  /** After all pages: the mention with its entity in all of them. */
  linked(record: MentionRecord): MentionRecord {
    const { entity } = record
    return entity === null ? record : { ...record, entity: this.#names.entityOf(entity) }
  }
}
