/** What several annotators say of one page: each for a layer of its own, or one of them chosen by name. */

import type { Document } from '../../corpus/snapshot/model.ts'
import { safePath } from '../../exchange/file/safe-path.ts'
import { groupBy } from '../../values/group-by.ts'
import type { ImportAs } from './compare.ts'
import { byDocument } from './plan.ts'
import type { IncomingPage } from './read.ts'

/** Names of those of whom a reading has several on a page, in their order. */
export function annotatorsIn(pages: readonly IncomingPage[]): readonly string[] {
  return [...new Set(pages.flatMap(({ annotator }) => annotator ?? []))]
}

/** Without what others than `name` say, where there are several. */
export function saidBy(pages: readonly IncomingPage[], name: string): readonly IncomingPage[] {
  return pages
    .filter(({ annotator }) => annotator === undefined || annotator === name)
    .map(({ annotator, ...page }) => page)
}

/** Whether a layer can have this name: it is a part of the name of a file. */
export function isLayerName(name: string): boolean {
  return safePath(name) === name && !name.includes('/')
}

/**
 * Into which layer a page goes, `undefined` for the annotations of the page: the one that is chosen, else that of its
 * annotator. What nobody has decided is of no person.
 */
export function layerOf(
  { annotator }: Pick<IncomingPage, 'annotator'>,
  { as, layer }: { readonly as: ImportAs; readonly layer?: string | undefined },
): string | undefined {
  return layer ?? (as === 'suggestions' ? undefined : annotator)
}

/** What is said of a page, for its annotations and for each of its layers. */
export interface LayeredPart {
  readonly document: Document
  /** `undefined` for the annotations of the page. */
  readonly layer: string | undefined
  readonly incoming: readonly IncomingPage[]
}

export function layeredParts(
  pages: readonly IncomingPage[],
  into: Parameters<typeof layerOf>[1],
): readonly LayeredPart[] {
  return [...byDocument(pages)].flatMap(([document, ofPage]) =>
    [...groupBy(ofPage, (page) => layerOf(page, into))].map(([layer, incoming]) => ({
      document,
      layer,
      incoming,
    })),
  )
}
