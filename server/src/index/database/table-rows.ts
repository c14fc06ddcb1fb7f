/** What an index has of mentions, facts and entities, with the ids by which they belong together. */
import type { Status } from '../../annotation/record/record.ts'
import type { Span } from '../../text/span.ts'
import { spansOf } from './merge.ts'
import { statuses } from './pages.ts'
import { numberOf, numberOrNone, type Sqlite, textOf, textOrNone } from './sqlite.ts'

/** Offsets are UTF-16 units of the page's text. */
export interface TableMention {
  readonly spans: readonly Span[]
  readonly type: string
  readonly status: Status
  readonly article: number | undefined
  /** Id of its entity; none has a rejected one, and one whose name is what stands there, on its page alone. */
  readonly entity: string | undefined
}

export interface TableFact extends Span {
  /** Index of the mention of the initiative among those of its page. */
  readonly mention: number
  readonly isSaid: boolean
  readonly key: string
  readonly part: string | undefined
  readonly type: string
  readonly text: string
  /** 0 to 1. */
  readonly confidence: number | undefined
}

export interface TableEntity {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly uri: string | undefined
  readonly kind: string | undefined
  readonly owner: string | undefined
  readonly place: string | undefined
  readonly since: string | undefined
  readonly counts: MentionCounts
}

/** Of those that are wanted. */
export interface MentionCounts {
  readonly accepted: number
  readonly suggested: number
  readonly pages: number
}

/** Which suggestions count: those of pages that are not done, all, or none. */
export type CountedStatus = 'finished' | 'all' | 'accepted'

export class TableRows {
  readonly #sqlite: Sqlite

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
  }

  /** In the order in which facts count them. */
  mentions(page: number): readonly TableMention[] {
    return this.#sqlite
      .rows(
        `SELECT mention.start, mention.length, mention.spans, type.name, mention.status, mention.article, root.name
         FROM mention JOIN type ON type.id = mention.type LEFT JOIN form ON form.id = mention.form
         LEFT JOIN name ON name.id = form.name LEFT JOIN name root ON root.id = name.root
         WHERE mention.page = ? ORDER BY mention.n`,
        page,
      )
      .map(([start, length, spans, type, status, article, entity]) => ({
        spans: spansOf(numberOf(start), numberOf(length), textOrNone(spans)),
        type: textOf(type),
        status: statuses[numberOf(status)] ?? 'suggested',
        article: numberOrNone(article),
        entity: textOrNone(entity),
      }))
  }

  facts(page: number): readonly TableFact[] {
    return this.#sqlite
      .rows(
        'SELECT n, said, key, part, type, start, end, text, confidence FROM fact WHERE page = ? ORDER BY n, i',
        page,
      )
      .map(([mention, said, key, part, type, start, end, text, confidence]) => ({
        mention: numberOf(mention),
        isSaid: said === 1,
        key: textOf(key),
        part: textOrNone(part),
        type: textOf(type),
        start: numberOf(start),
        end: numberOf(end),
        text: textOf(text),
        confidence: numberOrNone(confidence),
      }))
  }

  isDone(page: number): boolean {
    return this.#sqlite.row('SELECT done FROM page WHERE id = ?', page)?.[0] === 1
  }

  /** By id; those without a mention that counts are left out. */
  *entities(counted: CountedStatus): Generator<TableEntity, void> {
    const rows = this.#sqlite.each(
      `SELECT entity.root, own.name, type.name, entity.name, aliases, uri, kind, owner, place, since
       FROM name own JOIN entity ON entity.root = own.id JOIN type ON type.id = own.type ORDER BY own.name`,
    )
    for (const [root = null, id, type, name, aliases, uri, kind, owner, place, since] of rows) {
      const counts = this.#counts(numberOf(root), counted)
      if (counts.accepted + counts.suggested === 0) continue
      yield {
        id: textOf(id),
        type: textOf(type),
        name: textOf(name),
        aliases: JSON.parse(textOf(aliases)),
        uri: textOrNone(uri),
        kind: textOrNone(kind),
        owner: textOrNone(owner),
        place: textOrNone(place),
        since: textOrNone(since),
        counts,
      }
    }
  }

  #counts(root: number, counted: CountedStatus): MentionCounts {
    const [accepted, suggested, pages] =
      this.#sqlite.row(
        `SELECT sum(mention.status = 1), sum(mention.status = 0), count(DISTINCT page.id)
         FROM name JOIN form ON form.name = name.id JOIN mention ON mention.form = form.id
         JOIN page ON page.id = mention.page WHERE name.root = ? AND ${counting[counted]}`,
        root,
      ) ?? []
    return { accepted: numberOf(accepted), suggested: numberOf(suggested), pages: numberOf(pages) }
  }
}

const counting: Readonly<Record<CountedStatus, string>> = {
  accepted: 'mention.status = 1',
  all: 'mention.status <> 2',
  finished: '(mention.status = 1 OR (mention.status = 0 AND page.done = 0))',
}
