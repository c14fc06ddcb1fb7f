/** The texts of a page that recognisers see: one unit for each article and each loose block. */
import type { Article, Block, LooseBlock, Page } from '../page/model.ts'
import { type OffsetMap, sourceToLogical } from '../text/offset-map.ts'
import type { Segmenter } from '../words/token.ts'
import type { Unit, UnitBlock } from './recogniser.ts'

export interface PlacedUnit {
  readonly unit: Unit
  readonly map: OffsetMap
  /** Index in `page.articles`; `undefined` for a loose block. */
  readonly article: number | undefined
}

export function unitsOf(page: Page, segment: Segmenter): readonly PlacedUnit[] {
  return [
    ...page.articles.map((article, index) => articleUnit(article, index, segment)),
    ...page.loose.map((loose) => looseUnit(loose, segment)),
  ]
}

function articleUnit(article: Article, index: number, segment: Segmenter): PlacedUnit {
  const { text, map } = article.logical
  const byline = article.byline.flatMap(({ name, span }) => {
    const start = sourceToLogical(map, span.start)
    // A name cut by a break is shorter in the logical text than in the source.
    return start === undefined ? [] : [{ name, span: { start, end: start + name.length } }]
  })
  const blocks = placeBlocks(article.blocks, map)
  return { unit: { text, tokens: segment(text), blocks, byline }, map, article: index }
}

function looseUnit({ block, logical }: LooseBlock, segment: Segmenter): PlacedUnit {
  const { text, map } = logical
  const blocks = [{ kind: block.kind, span: { start: 0, end: text.length } }]
  return { unit: { text, tokens: segment(text), blocks, byline: [] }, map, article: undefined }
}

function placeBlocks(blocks: readonly Block[], map: OffsetMap): UnitBlock[] {
  return blocks.flatMap(({ kind, span }) => {
    const start = sourceToLogical(map, span.start)
    const last = sourceToLogical(map, span.end - 1)
    if (start === undefined || last === undefined || last < start) return []
    return [{ kind, span: { start, end: last + 1 } }]
  })
}
