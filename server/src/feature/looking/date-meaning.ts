/** What dates of pages mean; each article is read once for each state of its page. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import { dateValues } from '../../entity/page-values.ts'

/** In EDTF; `undefined` for what is no date, and for a date that nothing settles. */
export function dateMeaning(
  corpus: Pick<Corpus, 'pageData'>,
  document: Document,
  mention: Mention,
): string | undefined {
  const { page, mentions, lexicon } = document
  const issueDate = corpus.pageData(document).date
  const before = known.get(mentions)
  const isOfIssue = before !== undefined && before.issueDate === issueDate
  const read: Read = isOfIssue ? before : { issueDate, articles: new Map() }
  known.set(mentions, read)
  const { article } = mention
  const values =
    read.articles.get(article) ?? dateValues({ page, mentions, lexicon, issueDate }, article)
  read.articles.set(article, values)
  return values.get(mention)
}

interface Read {
  readonly issueDate: string | undefined
  readonly articles: Map<number | undefined, ReadonlyMap<Mention, string>>
}

/** Mentions are made once for each state of a page. */
const known = new WeakMap<readonly Mention[], Read>()
