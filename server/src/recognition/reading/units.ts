/** The texts of a page that recognisers see: one unit for each article and each loose block. */
import type { Article, Block, LooseBlock, Page } from '../../page/model.ts'
import { type OffsetMap, sourceToLogical } from '../../text/offset-map.ts'
import { fold } from './fold.ts'
import type { Unit, UnitBlock } from './recogniser.ts'

/** A unit before it is segmented. */
export type UnitDraft = Omit<Unit, 'words'>

export interface PlacedUnit {
  readonly draft: UnitDraft
  readonly map: OffsetMap
  /** Index in `page.articles`; `undefined` for a loose block. */
  readonly article: number | undefined
}

export function unitsOf(page: Page): readonly PlacedUnit[] {
  return [
    ...page.articles.map((article, index) => articleUnit(article, index)),
    ...page.loose.map((loose) => looseUnit(loose)),
  ]
}

function articleUnit(article: Article, index: number): PlacedUnit {
  const { text, map } = article.logical
  const byline = article.byline.flatMap(({ name, span }) => {
    const start = sourceToLogical(map, span.start)
    // A name cut by a break is shorter in the logical text than in the source.
    return start === undefined ? [] : [{ name, span: { start, end: start + name.length } }]
  })
  const blocks = placeBlocks(article.blocks, map)
  return { draft: draftOf(text, blocks, byline), map, article: index }
}

function looseUnit({ block, logical }: LooseBlock): PlacedUnit {
  const { text, map } = logical
  const blocks = [{ kind: block.kind, span: { start: 0, end: text.length } }]
  return { draft: draftOf(text, blocks, []), map, article: undefined }
}

function draftOf(printed: string, blocks: readonly UnitBlock[], byline: Unit['byline']): UnitDraft {
  const text = fold(printed)
  return { text, ...(text === printed ? {} : { printed }), blocks, byline }
}

function placeBlocks(blocks: readonly Block[], map: OffsetMap): UnitBlock[] {
  return blocks.flatMap(({ kind, span }) => {
    const start = sourceToLogical(map, span.start)
    const last = sourceToLogical(map, span.end - 1)
    if (start === undefined || last === undefined || last < start) return []
    return [{ kind, span: { start, end: last + 1 } }]
  })
}
