/** What stands above the title of each article: how much is named in it, and how much of that is open. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { groupBy } from '../../values/group-by.ts'
import { isInitiative } from '../lists/initiatives.ts'
import { mentionsInOrder } from '../looking/mention-at.ts'
import { t } from '../wording/messages.ts'
import { stopsOf } from './stops.ts'

export interface ArticleLens {
  /** Index of the article on its page. */
  readonly article: number
  /** The first line of its titles, UTF-16 offsets. */
  readonly span: Span
  /** Numbers of mentions and initiatives. */
  readonly named: string
  /** The first mention of each initiative, in their order. */
  readonly initiatives: readonly Span[]
  /** How many suggestions are open; absent where none is. */
  readonly open?: string
}

/** In the order of articles; none for one without a title or without mentions. */
export function articleLenses(place: PageOfCorpus): readonly ArticleLens[] {
  const { corpus, document } = place
  const mentions = groupBy(mentionsInOrder(document), ({ article }) => article)
  const stops = groupBy(stopsOf(document, {}), (stop) =>
    stop.kind === 'gap' ? undefined : stop.mention.article,
  )
  return document.page.articles.flatMap(({ headline, blocks }, article): readonly ArticleLens[] => {
    const here = mentions.get(article) ?? []
    const span = blocks[0]?.span
    if (headline === undefined || span === undefined || here.length === 0) return []
    const first = new Map<string, Span>()
    for (const mention of here) {
      const entity = corpus.index.entityOf(document.path, mention)
      if (entity === undefined || !isInitiative(corpus, entity) || first.has(entity.id)) continue
      first.set(entity.id, mentionSpan(mention))
    }
    const open = stops.get(article)?.length ?? 0
    return [
      {
        article,
        span,
        named: [mentionWords(here.length), initiativeWords(first.size)].join(' · '),
        initiatives: [...first.values()],
        ...(open === 0 ? {} : { open: t('{0} open', open) }),
      },
    ]
  })
}

function mentionWords(count: number): string {
  return count === 1 ? t('1 mention') : t('{0} mentions', count)
}

function initiativeWords(count: number): string {
  return count === 1 ? t('1 initiative') : t('{0} initiatives', count)
}
