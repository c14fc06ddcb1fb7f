/** Which article a block belongs to, and an article's title lines and byline. */

import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import type { Correction } from '../../../page/corrected/correction.ts'
import {
  setByline as bylineOf,
  moveToArticle,
  ownArticle,
  setTitles as titlesOf,
} from '../../../page/corrected/make-correction.ts'
import type { Article } from '../../../page/model.ts'
import type { Span } from '../../../text/span.ts'
import { own } from '../../../values/json.ts'
import { articleIndexAt } from '../../page/logical-article.ts'
import { articleName } from '../../wording/article-name.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionParams } from '../action.ts'
import { idAnswer, refused, wrong } from '../result.ts'
import { noBlock, offsetOf } from './blocks.ts'
import { structured } from './page-record.ts'
import { blocksIn } from './questions.ts'

export const moveBlock: Action = {
  name: 'moveBlock',
  description:
    'Moves the block at `position`, or all blocks that `range` touches, to an article of the page.',
  parameters: { article: 'Index of the article, as `articlesOf` has it, or `"new"`.' },
  answer: idAnswer,
  run(_, params, context) {
    const { place } = params
    if (place === undefined) return wrong('uri')
    const { document } = place
    const { text, page } = document
    const blocks = blocksIn(document, params)
    if (blocks.length === 0) return noBlock()
    const given = own(params.values, 'article')
    if (given === 'new') {
      const correction = ownArticle(text, blocks)
      if (correction === undefined) return noBlock()
      return structured(document, correction, t('An article of its own'), context)
    }
    const article = typeof given === 'number' ? page.articles[given] : undefined
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

export const setTitles = linesAction({
  name: 'setTitles',
  description:
    'Sets all title lines of the article at `position`: `ranges`, each one line, in their order; `[]` for none.',
  make: titlesOf,
  label: (article) => t('Title lines of “{0}”', articleName(article)),
})

export const setByline = linesAction({
  name: 'setByline',
  description:
    'Sets the authors of the article at `position`: `ranges`, each one name, in their order; `[]` for none.',
  make: bylineOf,
  label: (article) => t('Byline of “{0}”', articleName(article)),
})

interface LinesAction {
  readonly name: string
  readonly description: string
  readonly make: (text: string, article: Article, spans: readonly Span[]) => Correction | undefined
  readonly label: (article: Article) => string
}

function linesAction({ name, description, make, label }: LinesAction): Action {
  return {
    name,
    description,
    parameters: { article: 'Index of the article, instead of `position`.' },
    answer: idAnswer,
    run(_, params, context) {
      const { place, spans } = params
      if (place === undefined) return wrong('uri')
      if (spans === undefined) return wrong('ranges')
      const { document } = place
      const article = articleOf(place, params)
      if (article === undefined) return refused(t('There is no article here.'))
      const filled = spans.filter(({ start, end }) => document.text.slice(start, end).trim() !== '')
      if (filled.length === 0 && spans.length > 0) return wrong('ranges')
      const correction = make(document.text, article, filled)
      if (correction === undefined) return refused(t('There is no article here.'))
      return structured(document, correction, label(article), context)
    },
  }
}

function articleOf({ document }: PageOfCorpus, params: ActionParams): Article | undefined {
  const given = own(params.values, 'article')
  // A client that has only the ranges means the article in which the first one stands.
  const offset = offsetOf(params)
  const index =
    typeof given === 'number'
      ? given
      : offset === undefined
        ? undefined
        : articleIndexAt(document, offset)
  return index === undefined ? undefined : document.page.articles[index]
}
