/**
 * A corpus in memory whose mentions are the marks of its texts, for tests of features. Its pages are
 * understood simply: a short line without punctuation, at the beginning or behind an empty line and
 * not before one, is a headline; a line that does not end a sentence is joined with the next one;
 * what stands before the first headline is in no article, nor is a caption: a line that begins with 图为.
 */
import type { Mention } from '../server/src/annotation/record/mention.ts'
import { defaultSchema, type Schema } from '../server/src/annotation/schema/schema.ts'
import type { Analyser } from '../server/src/corpus/analysis/analysis.ts'
import { defaultConfig } from '../server/src/corpus/config/config.ts'
import { findPage, type PageOfCorpus, type Snapshot } from '../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../server/src/corpus/snapshot/workspace.ts'
import type { Article, Block, Joint, LogicalText, Page } from '../server/src/page/model.ts'
import type { Piece } from '../server/src/text/offset-map.ts'
import { hull, sliceSpan } from '../server/src/text/span.ts'
import { lexicon } from './lexicon.ts'
import { parseMarked } from './marked.ts'

export interface CorpusFixture {
  readonly workspace: Workspace
  readonly snapshot: Snapshot
  /** The page with the cursor, the first one where there is none. */
  readonly place: PageOfCorpus
  /** UTF-16 offset of `$0`. */
  readonly cursor: number
}

export const fixtureRoot = 'file:///corpus'

/** Marked texts by file name: `{ '1.txt': '在⟦嘉兴市|Place⟧$0举行。' }`. */
export function corpusFixture(
  marked: Readonly<Record<string, string>>,
  schema: Schema = defaultSchema,
): CorpusFixture {
  const pages = Object.entries(marked).map(([path, text]) => ({ path, ...parseMarked(text) }))
  const marksOf = new Map(pages.map(({ text, spans }) => [text, spans]))
  const analyser: Analyser = {
    lexicon,
    page: simplePage,
    mentions: (text, page) =>
      (marksOf.get(text) ?? []).map(({ start, end, type }) =>
        toMention(text, page, { start, end, type }),
      ),
  }
  const workspace = new Workspace(analyser)
  workspace.apply({
    kind: 'corpora',
    corpora: [
      {
        root: fixtureRoot,
        config: { ...defaultConfig, schema },
        configUri: undefined,
        problems: [],
      },
    ],
  })
  for (const { path, text } of pages) {
    const content = { text, encoding: 'utf8', state: 'ready' } as const
    workspace.apply({ kind: 'file', uri: `${fixtureRoot}/${path}`, content })
  }
  const snapshot = workspace.snapshot()
  const active = pages.find(({ cursor }) => cursor !== undefined) ?? pages[0]
  const place = findPage(snapshot, `${fixtureRoot}/${active?.path}`)
  if (place === undefined) throw new Error('A corpus fixture needs a page')
  return { workspace, snapshot, place, cursor: active?.cursor ?? 0 }
}

export function simplePage(text: string): Page {
  const blocks: Block[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const headline =
      /^[^,。!?:,:]{1,20}$/.test(line[0]) &&
      /(^|\n\n)$/.test(text.slice(0, line.index)) &&
      /^\n[^\n]/.test(text.slice(line.index + line[0].length))
    const kind = headline ? 'headline' : line[0].startsWith('图为') ? 'caption' : 'paragraph'
    blocks.push({ kind, span: { start: line.index, end: line.index + line[0].length } })
  }
  const first = blocks.findIndex(({ kind }) => kind === 'headline')
  const loose = blocks.filter(({ kind }, i) => first < 0 || i < first || kind === 'caption')
  const groups: Block[][] = []
  for (const block of blocks) {
    if (loose.includes(block)) continue
    if (block.kind === 'headline') groups.push([block])
    else groups.at(-1)?.push(block)
  }
  return {
    blocks,
    articles: groups.map((group) => simpleArticle(text, group)),
    loose: loose.map((block) => ({ block, logical: logicalText(text, [block], ['break']) })),
    unsureJoins: [],
    data: {},
  }
}

function simpleArticle(text: string, blocks: readonly Block[]): Article {
  const joints = blocks.map((block, i): Joint => {
    const before = blocks[i - 1]
    const open = before?.kind === 'paragraph' && !/[。!?]$/.test(sliceSpan(text, before.span))
    return open && block.kind === 'paragraph' ? 'join' : 'break'
  })
  const titleLines = blocks
    .filter(({ kind }) => kind === 'headline')
    .map(({ span }) => sliceSpan(text, span))
  return {
    kind: 'article',
    blocks,
    joints,
    span: hull(blocks.map(({ span }) => span)) ?? { start: 0, end: 0 },
    titleLines,
    headline: titleLines[0],
    byline: [],
    logical: logicalText(text, blocks, joints),
  }
}

function logicalText(
  text: string,
  blocks: readonly Block[],
  joints: readonly Joint[],
): LogicalText {
  const pieces: Piece[] = []
  let logical = ''
  blocks.forEach(({ span }, i) => {
    if (i > 0 && joints[i] !== 'join') logical += '\n'
    pieces.push({ logical: logical.length, source: span.start, length: span.end - span.start })
    logical += sliceSpan(text, span)
  })
  return { text: logical, map: { pieces } }
}

/** A suggestion. */
export function toMention(
  text: string,
  page: Page,
  { start, end, type }: { start: number; end: number; type: string },
): Mention {
  const article = page.articles.findIndex(({ blocks }) =>
    blocks.some(({ span }) => span.start <= start && start < span.end),
  )
  return {
    spans: [{ start, end }],
    type,
    status: 'suggested',
    text: text.slice(start, end).replace(/\s*\n\s*/g, ''),
    article: article < 0 ? undefined : article,
    source: 'mark',
    confidence: 1,
  }
}
