/** The mentions of a page: what people decided, and around it what the recogniser suggests. */
import { type Mention, mentionSpan } from '../annotation/model.ts'
import type { Annotations, PlacedRecord } from '../annotation/placed.ts'
import { blockAt } from '../page/lookup.ts'
import type { Block, Page } from '../page/model.ts'
import type { Marks, PlacedMark } from '../recognition/marks.ts'
import { byPosition } from '../text/span.ts'
import { type Names, nameOf } from './names.ts'

/** Mentions with a record, by place; orphans are none. */
export function decidedMentions({ records }: Annotations, page: Page): readonly Mention[] {
  const articleAt = articleIndexAt(page)
  return records
    .flatMap((placed): Mention[] => {
      const known = mentions.get(placed)
      if (known?.page === page) return [known.mention]
      const { record, spans } = placed
      if (record.kind !== 'span' || spans.length === 0) return []
      const mention: Mention = {
        spans,
        type: record.type,
        status: record.status,
        text: nameOf({ quote: record.quote }),
        article: articleAt(spans[0]?.start ?? 0),
        source: record.source ?? '',
        confidence: record.confidence ?? 1,
        record,
      }
      mentions.set(placed, { page, mention })
      return [mention]
    })
    .sort((a, b) => byPosition(mentionSpan(a), mentionSpan(b)))
}

/** Of ten thousand annotations one action changes one: the others keep their mention. */
const mentions = new WeakMap<PlacedRecord, { readonly page: Page; readonly mention: Mention }>()

/** What the recogniser hears of them; `undefined` where nobody has decided anything. */
export function marksOf(decided: readonly Mention[], names: Names): Marks | undefined {
  const { positive, negative, personal } = names
  const isEmpty = decided.length === 0 && positive.size === 0 && negative.size === 0
  if (isEmpty && personal === undefined) return undefined
  const fixed: PlacedMark[] = []
  const rejected: PlacedMark[] = []
  for (const mention of decided) {
    const { spans, type, status } = mention
    const span = mentionSpan(mention)
    const mark = { span, type, text: mention.text, ...(spans.length > 1 ? { spans } : {}) }
    // A stored suggestion, as of an import, binds nobody.
    if (status === 'accepted') fixed.push(mark)
    else if (status === 'rejected') rejected.push(mark)
  }
  return { fixed, rejected, positive, negative, personal }
}

/** Two lists, each by place, as one. */
export function inOrder(a: readonly Mention[], b: readonly Mention[]): readonly Mention[] {
  if (a.length === 0) return b
  const all: Mention[] = []
  let next = 0
  for (const mention of b) {
    const span = mentionSpan(mention)
    for (let first = a[next]; first !== undefined; first = a[++next]) {
      if (byPosition(mentionSpan(first), span) > 0) break
      all.push(first)
    }
    all.push(mention)
  }
  return [...all, ...a.slice(next)]
}

/** Index of the article at a UTF-16 offset. */
function articleIndexAt(page: Page): (offset: number) => number | undefined {
  const indices = new Map<Block, number>()
  for (const [i, { blocks }] of page.articles.entries())
    for (const block of blocks) indices.set(block, i)
  return (offset) => {
    const block = blockAt(page, offset)
    return block === undefined ? undefined : indices.get(block)
  }
}
