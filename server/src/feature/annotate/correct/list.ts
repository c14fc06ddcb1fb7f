/** A question: all corrections of a page or a corpus. */

import { type PageOfCorpus, pagesAt } from '../../../corpus/snapshot/model.ts'
import type { ListedCorrection } from '../../../protocol.ts'
import { spanToRange } from '../../../text/lines.ts'
import { defined } from '../../../values/defined.ts'
import { sentenceOf } from '../../lists/entity-mentions.ts'
import { corrections } from '../../page/corrections.ts'
import { pageName } from '../../wording/page-name.ts'
import type { Action } from '../action.ts'
import { optional, page, text } from '../parameters.ts'

export const listCorrections: Action<'corrections'> = {
  asks: 'always',
  description: 'A question: the corrections of the page `uri`; without it of all pages.',
  parameters: {
    place: optional(page),
    corpus: optional(text('Uri of a corpus root, instead of `uri`: of its pages.')),
  },
  answer:
    '`{ "corrections": […] }`, each with `id`, `uri`, `page` (its name), `range`, `was`, `now`, `certainty`, `sentence` and `highlight` (where the corrected text stands in it) and, as far as they are there, `note`, `who`, `when` and `doubt` (`changed`, `moved` or `orphan`).',
  run({ corpora }, { place, corpus: root }) {
    const pages: readonly PageOfCorpus[] =
      place !== undefined
        ? [place]
        : corpora
            .filter((corpus) => root === undefined || corpus.root === root)
            .flatMap((corpus) => pagesAt(corpus, corpus.index.pagesWith('corrected')))
    return { kind: 'answer', answer: { corrections: pages.flatMap(correctionsOn) } }
  },
}

function correctionsOn({ corpus, document }: PageOfCorpus): readonly ListedCorrection[] {
  return corrections(document).map(({ record, span, now }) => {
    const { id, was, certainty, note, who, when, anchor } = record
    const { sentence, highlight } = sentenceOf(document, { spans: [span], text: now })
    return {
      id,
      uri: document.uri,
      page: pageName(corpus, document),
      range: spanToRange(document.lines, span),
      was,
      now,
      certainty,
      sentence,
      highlight: [highlight.start, highlight.end],
      ...defined({ note, who, when, doubt: anchor }),
    }
  })
}
