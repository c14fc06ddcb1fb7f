/** Folding: articles, the parts of an article under a crosshead, and the page's own matter. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Block } from '../../page/model.ts'
import { byPosition } from '../../text/span.ts'

/** Zero-based lines, both included; ranges nest or are apart. */
export interface Fold {
  readonly startLine: number
  readonly endLine: number
}

/** An article that lies in several places of the page folds in each of them. */
export function folding(document: Document): readonly Fold[] {
  const folds: Fold[] = []
  for (const run of runs(document)) {
    folds.push(run.fold)
    let start: number | undefined
    const close = (end: number): void => {
      if (start !== undefined && start < end) folds.push({ startLine: start, endLine: end })
    }
    for (const block of run.blocks) {
      if (block.kind !== 'crosshead') continue
      const line = document.lines.position(block.span.start).line
      // The part above ends on the last line with text.
      close(lastTextLine(document, line - 1))
      start = line
    }
    close(run.fold.endLine)
  }
  return folds.filter(({ startLine, endLine }) => startLine < endLine)
}

interface Run {
  readonly fold: Fold
  readonly blocks: readonly Block[]
}

/** Stretches of the page whose blocks belong to one article, or to none. */
function runs(document: Document): readonly Run[] {
  const { page, lines } = document
  const owner = new Map<Block, number>()
  page.articles.forEach((article, index) => {
    for (const block of article.blocks) owner.set(block, index)
  })
  const found: { fold: Fold; blocks: Block[]; owner: number | undefined }[] = []
  for (const block of page.blocks.toSorted((a, b) => byPosition(a.span, b.span))) {
    const startLine = lines.position(block.span.start).line
    const endLine = lines.position(block.span.end).line
    const last = found.at(-1)
    // A block that begins inside a line leaves the line to the run before it.
    const own = last === undefined ? startLine : Math.max(startLine, last.fold.endLine + 1)
    if (last !== undefined && last.owner === owner.get(block)) {
      last.fold = { startLine: last.fold.startLine, endLine: Math.max(last.fold.endLine, endLine) }
      last.blocks.push(block)
    } else if (own <= endLine) {
      found.push({
        fold: { startLine: own, endLine },
        blocks: [block],
        owner: owner.get(block),
      })
    }
  }
  return found
}

function lastTextLine({ text, lines }: Document, from: number): number {
  let line = from
  while (line > 0 && text.slice(lines.lineStart(line), lines.lineEnd(line)).trim() === '') line--
  return line
}
