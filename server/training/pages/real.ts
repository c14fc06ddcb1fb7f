/** Real articles, of which the repository has only addresses, hashes and offsets: rebuilt from excerpts that were found again. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldPage } from '../../src/feature/scoring/score-pages.ts'
import { groupBy } from '../../src/values/group-by.ts'

const folder = new URL('../real/', import.meta.url)

/** Offsets are code points of the article with half-width letters, digits and punctuation. */
interface Article {
  readonly n: string
  readonly spans: readonly (readonly [start: number, end: number, type: string])[]
  /** Length and SHA-256 of each piece of the excerpt that the article is made of, white space left out. */
  readonly segments: readonly (readonly [length: number, hash: string])[]
  /** White space by its place between the other characters. */
  readonly blanks: readonly (readonly [at: number, text: string])[]
}

export interface RealPages {
  readonly pages: readonly GoldPage[]
  /** Names of articles whose excerpt is missing or another by now. */
  readonly missing: readonly string[]
}

/** The articles whose name begins with `letter`, from `NAME.txt` in `excerpts`. */
export function realPages(excerpts: string, letter: string): RealPages {
  const hashes = new Map(
    linesOf('index.tsv').map((line) => {
      const [name = '', , , hash = ''] = line.split('\t')
      return [name, hash] as const
    }),
  )
  const pages: GoldPage[] = []
  const missing: string[] = []
  for (const line of linesOf('spans.jsonl')) {
    const article: Article = JSON.parse(line)
    if (!article.n.startsWith(letter)) continue
    const file = join(excerpts, `${article.n}.txt`)
    const text = existsSync(file) ? rebuilt(article, readFileSync(file, 'utf8')) : undefined
    if (text === undefined || hashOf(text.join('')) !== hashes.get(article.n))
      missing.push(article.n)
    else pages.push({ name: article.n, marked: marked(text, article) })
  }
  return { pages, missing }
}

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

/** A page of `seeds/` that is learned from nowhere, as one annotator marked it; offsets are code points. */
interface SeedMarks {
  readonly file: string
  readonly annotator: string
  readonly spans: Article['spans']
}

/** The two such pages, by annotator. */
export function seedPages(): ReadonlyMap<string, readonly GoldPage[]> {
  const all = linesOf('seeds.jsonl').map((line): SeedMarks => JSON.parse(line))
  const byAnnotator = groupBy(all, ({ annotator }) => annotator)
  return new Map(
    [...byAnnotator].map(([annotator, marks]) => [
      annotator,
      marks.map(({ file, spans }) => {
        const text = [...readFileSync(new URL(`../../../seeds/${file}`, folder), 'utf8')]
        return { name: file, marked: marked(text, { spans }) }
      }),
    ]),
  )
}

/** Code points of the article; `undefined` where a piece of it is not in the excerpt. */
function rebuilt({ segments, blanks }: Article, excerpt: string): readonly string[] | undefined {
  const from = [...folded(excerpt)]
  const flat: string[] = []
  for (const [length, hash] of segments) {
    const at = from.findIndex((_, i) => hashOf(from.slice(i, i + length).join('')) === hash)
    if (at < 0) return undefined
    flat.push(...from.slice(at, at + length))
  }
  const spaces = new Map(blanks)
  return Array.from({ length: flat.length + 1 }, (_, i) => [
    ...(spaces.get(i) ?? ''),
    ...(flat[i] ?? ''),
  ]).flat()
}

/** Without white space, full-width ASCII as half-width. */
function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5d\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b\ufeff]/gu, '')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function marked(text: readonly string[], { spans }: Pick<Article, 'spans'>): string {
  const parts: string[] = []
  let at = 0
  for (const [start, end, type] of spans) {
    parts.push(text.slice(at, start).join(''), `⟦${text.slice(start, end).join('')}|${type}⟧`)
    at = end
  }
  return parts.join('') + text.slice(at).join('')
}
