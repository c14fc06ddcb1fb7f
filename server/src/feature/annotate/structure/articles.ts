/** Which article a block belongs to, and an article's title lines and byline. */

import type { Correction } from '../../../page/corrected/correction.ts'
import {
  setByline as bylineOf,
  moveToArticle,
  ownArticle,
  setTitles as titlesOf,
} from '../../../page/corrected/make-correction.ts'
import type { Article } from '../../../page/model.ts'
import type { Span } from '../../../text/span.ts'
import { articleIndexAt } from '../../page/logical-article.ts'
import { articleName } from '../../wording/article-name.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionParams } from '../action.ts'
import {
  atPlace,
  either,
  index,
  oneOf,
  optional,
  page,
  position,
  range,
  ranges,
} from '../parameters.ts'
import { refused, wrong } from '../refused.ts'
import { idAnswer } from '../result.ts'
import { noBlock, offsetOf } from './blocks.ts'
import { structured } from './page-record.ts'
import { blocksIn } from './questions.ts'

export const moveBlock: Action<'moveBlock'> = {
  description:
    'Moves the block at `position`, or all blocks that `range` touches, to an article of the page.',
  parameters: {
    place: page,
    position: optional(position()),
    range: optional(range()),
    article: either(
      index('Index of the article, as `articlesOf` has it, or `"new"`.'),
      oneOf(['new'], ''),
    ),
  },
  answer: idAnswer,
  run(_, params, context) {
    const { document } = params.place
    const { text, page: known } = document
    const blocks = blocksIn(document, params)
    if (blocks.length === 0) return noBlock()
    if (params.article === 'new') {
      const correction = ownArticle(text, blocks)
      if (correction === undefined) return noBlock()
      return structured(document, correction, t('An article of its own'), context)
    }
    const article = known.articles[params.article]
    if (article === undefined) return wrong('article')
    if (blocks.every((block) => article.blocks.includes(block))) {
      return refused(t('It belongs to that article already.'))
    }
    const others = blocks.filter((block) => !article.blocks.includes(block))
    const correction = moveToArticle(text, article, others)
    if (correction === undefined) return noBlock()
    return structured(document, correction, t('Move to “{0}”', articleName(article)), context)
  },
}

export const setTitles: Action<'setTitles'> = linesAction({
  description:
    'Sets all title lines of the article at `position`: `ranges`, each one line, in their order; `[]` for none.',
  make: titlesOf,
  label: (article) => t('Title lines of “{0}”', articleName(article)),
})

export const setByline: Action<'setByline'> = linesAction({
  description:
    'Sets the authors of the article at `position`: `ranges`, each one name, in their order; `[]` for none.',
  make: bylineOf,
  label: (article) => t('Byline of “{0}”', articleName(article)),
})

interface LinesAction {
  readonly description: string
  readonly make: (text: string, article: Article, spans: readonly Span[]) => Correction | undefined
  readonly label: (article: Article) => string
}

function linesAction({ description, make, label }: LinesAction): Action<'setTitles'> {
  return {
    description,
    parameters: {
      ...atPlace,
      ranges: ranges(),
      article: optional(index('Index of the article, instead of `position`.')),
    },
    answer: idAnswer,
    run(_, params, context) {
      const { place, ranges: spans } = params
      const { document } = place
      const article = articleOf(params)
      if (article === undefined) return refused(t('There is no article here.'))
      const filled = spans.filter(({ start, end }) => document.text.slice(start, end).trim() !== '')
      if (filled.length === 0 && spans.length > 0) return wrong('ranges')
      const correction = make(document.text, article, filled)
      if (correction === undefined) return refused(t('There is no article here.'))
      return structured(document, correction, label(article), context)
    },
  }
}

function articleOf(params: ActionParams<'setTitles'>): Article | undefined {
  const { document } = params.place
  // A client that has only the ranges means the article in which the first one stands.
  const offset = offsetOf(params)
  const at = params.article ?? (offset === undefined ? undefined : articleIndexAt(document, offset))
  return at === undefined ? undefined : document.page.articles[at]
}
