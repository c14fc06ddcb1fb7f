/** Inlay hints: where a text stops and perhaps goes on elsewhere, which no one has confirmed, and what dates mean. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Document, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { dateValues } from '../../entity/page-values.ts'
import { type Span, sliceSpan } from '../../text/span.ts'
import { isShown, type Shown } from '../looking/shown.ts'
import { oneLine } from '../wording/markdown.ts'
import { t } from '../wording/messages.ts'

export interface Hint {
  /** Where it is shown: behind the text that stops. */
  readonly offset: number
  readonly label: string
  /** Where the text perhaps goes on, to jump to. */
  readonly target?: Span
}

/** As many characters of the continuation as tell it from others. */
const shown = 8

export function hints(document: Document, within: Span): readonly Hint[] {
  return document.page.unsureJoins
    .filter(({ from }) => within.start <= from.span.end && from.span.end <= within.end)
    .map(({ from, to }) => ({
      offset: from.span.end,
      label: t('⤷ continues: “{0}”?', oneLine(sliceSpan(document.text, to.span), shown)),
      target: to.span,
    }))
}

/** Behind each shown date its value in EDTF: `今年6月` `2021-06`. */
export function dateHints(
  { corpus, document }: PageOfCorpus,
  within: Span,
  shown: Shown,
): readonly Hint[] {
  if (shown.dateHints !== true) return []
  const { page, mentions, lexicon } = document
  const issueDate = corpus.pageData(document).date
  const dates = mentions.filter(
    (each) => each.type === 'Date' && isShown(each, shown) && isInside(mentionSpan(each), within),
  )
  return [...new Set(dates.map(({ article }) => article))].flatMap((article) => {
    const values = dateValues({ page, mentions, lexicon, issueDate }, article)
    return dates.flatMap((mention) => {
      const label = mention.article === article ? values.get(mention) : undefined
      return label === undefined ? [] : [{ offset: mentionSpan(mention).end, label }]
    })
  })
}

function isInside(span: Span, within: Span): boolean {
  return within.start <= span.end && span.end <= within.end
}
