/** Suggestions of one name on a page or in its corpus. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import { type PageOfCorpus, pagesAt } from '../../corpus/snapshot/model.ts'
import { comparePaths } from '../../disk/paths.ts'
import { sentenceOf } from '../lists/entity-mentions.ts'
import type { PlacedItem } from './action.ts'
import type { Target } from './target.ts'

export interface SameName {
  /** Suggestions with the type of the mention asked about, in order of page and place. */
  readonly same: readonly Target[]
  /** Those with another type. */
  readonly other: readonly Target[]
  /** Decided mentions of the name that are not rejected. */
  readonly annotated: number
}

/** Of the name of `target`, which is among them where it is a suggestion itself. */
export function sameName(target: Target, scope: 'page' | 'corpus'): SameName {
  const { corpus, mention } = target
  const places: readonly PageOfCorpus[] =
    scope === 'page' ? [target] : pagesAt(corpus, pagesNaming(target))
  const same: Target[] = []
  const other: Target[] = []
  let annotated = 0
  for (const place of places) {
    for (const each of place.document.mentions) {
      if (each.text !== mention.text) continue
      if (each.status === 'accepted') annotated++
      if (each.status !== 'suggested') continue
      const list = each.type === mention.type ? same : other
      list.push({ corpus, document: place.document, mention: each })
    }
  }
  return { same, other, annotated }
}

/**
 * The pages on which a mention may have the name: those that have one, and those that hold the name, whose suggestions
 * may not be made yet since it was decided.
 */
function pagesNaming({ corpus: { index }, mention: { text } }: Target): readonly string[] {
  const pages = [...index.pagesMentioning(text), ...index.pagesHolding(new Set([text]))]
  return [...new Set(pages)].sort(comparePaths)
}

/** Most that are listed: a person looks at no more. */
const longest = 500

export function previewOf(targets: readonly Target[]): readonly PlacedItem[] {
  return targets.slice(0, longest).map(({ document, mention }) => ({
    uri: document.uri,
    span: mentionSpan(mention),
    text: mention.text,
    type: mention.type,
    ...sentenceOf(document, mention),
  }))
}
