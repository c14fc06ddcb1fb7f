/** `biaozhu mentions`. */

import type { EntityDecisions } from '../entity/decisions.ts'
import { LinkedMentions } from '../feature/lists/linked-mentions.ts'
import type { MentionRecord } from '../feature/lists/mention-list.ts'
import { Columns, cutToWidth } from '../text/columns.ts'
import { type Command, type Outside, paths } from './command.ts'
import { say, tableFormat, titleWidth } from './listing.ts'

export const mentions: Command = {
  name: 'mentions',
  summary: 'people, organisations, places, dates, initiatives, …',
  description:
    'Lists what the pages mention, by page and position, with the headline of the article.',
  examples: [
    'biaozhu mentions seeds',
    'biaozhu mentions --format jsonl seeds/000_43f4299937225fbf.txt',
    `biaozhu mentions --format jsonl seeds | grep '"type":"Person"'`,
  ],
  operands: paths,
  options: [tableFormat],
  async run({ options, operands }, outside) {
    const stream = await outside.stream(operands)
    const before = [...stream.errors]
    say([...stream.notes, ...before], outside)
    const list = new List(options.get('format') === 'jsonl', stream.decisions, outside)
    try {
      let count = 0
      for await (const page of stream.documents()) {
        await list.add(list.mentions.ofPage(page))
        outside.progress(`${++count}/${stream.pages.length} ${page.document.path}`)
      }
      outside.progress('')
      say(stream.errors.slice(before.length), outside)
      await list.print()
    } finally {
      await list.close()
    }
    return stream.errors.length === 0 ? 0 : 2
  },
}

const headings = ['PAGE', 'PLACE', 'TYPE', 'TEXT', 'STATUS', 'ARTICLE']

/** The pages may be thousands: their lines wait on disk until it is known to what the last one links them, and how wide they are. */
class List {
  readonly mentions: LinkedMentions
  readonly #isJson: boolean
  readonly #outside: Outside
  readonly #lines: ReturnType<Outside['spool']>
  readonly #columns = new Columns()
  #isEmpty = true

  constructor(isJson: boolean, decisions: EntityDecisions, outside: Outside) {
    this.mentions = new LinkedMentions(decisions)
    this.#isJson = isJson
    this.#outside = outside
    this.#lines = outside.spool()
    this.#columns.fit(headings)
  }

  async add(records: readonly MentionRecord[]): Promise<void> {
    for (const record of records) {
      this.#isEmpty = false
      if (!this.#isJson) this.#columns.fit(rowOf(record))
      await this.#lines.add(JSON.stringify(record))
    }
  }

  /** Prints nothing where there are none: a table's headings alone say nothing. */
  async print(): Promise<void> {
    const { print } = this.#outside
    if (this.#isEmpty) return
    if (!this.#isJson) await print(`${this.#columns.line(headings)}\n`)
    for await (const line of this.#lines.lines()) {
      const record: MentionRecord = JSON.parse(line)
      const shown = this.#isJson
        ? JSON.stringify(this.mentions.linked(record))
        : this.#columns.line(rowOf(record))
      await print(`${shown}\n`)
    }
  }

  close(): Promise<void> {
    return this.#lines.close()
  }
}

function rowOf({ page, start, end, type, text, status, article }: MentionRecord) {
  return [page, `${start}-${end}`, type, text, status, cutToWidth(article ?? '', titleWidth)]
}
