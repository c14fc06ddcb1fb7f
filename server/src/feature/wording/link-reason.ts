/** Why a mention belongs to its entity, in words. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { LinkReason } from '../../entity/link-reason.ts'
import { t } from './messages.ts'
import { pageName } from './page-name.ts'

/** The nearest reason first; empty for a mention without an entity. */
export function linkWords({ corpus, document }: PageOfCorpus, mention: Mention): string {
  const reasons = corpus.index.linkOf(document.path, mention)
  return reasons.map((reason) => words(reason, corpus)).join('; ')
}

function words(reason: LinkReason, corpus: PageOfCorpus['corpus']): string {
  switch (reason.kind) {
    case 'linked':
      return t('linked by {0}', reason.who ?? t('unknown'))
    case 'merged':
      return t('“{0}” is “{1}”, says {2}', reason.name, reason.full, reason.who ?? t('unknown'))
    case 'introduced':
      return t('the text introduces it as short for “{0}”', reason.full)
    case 'shortForm':
      return t('short for “{0}” on this page', reason.full)
    case 'fullerElsewhere': {
      const document = reason.page === undefined ? undefined : corpus.byPath(reason.page)
      const page = document === undefined ? '' : pageName(corpus, document)
      return t('“{0}” is short for “{1}” on {2}', reason.name, reason.full, page)
    }
    case 'sameName':
      return sameName(reason.within)
  }
}

function sameName(within: 'corpus' | 'newspaper' | 'page'): string {
  if (within === 'corpus') return t('the same name in the corpus')
  return within === 'newspaper'
    ? t('the same name in this newspaper')
    : t('the same name on this page')
}
