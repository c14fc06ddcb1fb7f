/** The written corpus: marked pages with the facts that their writers gave, by part and paper. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type MarkedPage, readMarked } from '../../src/text/marked.ts'

export const corpusFolder = path.resolve(import.meta.dirname, '../corpus')

/** Papers are in one part as a whole. Nobody who works on rules, lists or features reads `test`. */
export const parts = ['train', 'dev', 'test'] as const
export type Part = (typeof parts)[number]

export interface InitiativeFacts {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string | readonly string[]
  readonly owner: readonly string[]
  readonly place: readonly string[]
  readonly since: readonly string[]
  readonly targets: readonly string[]
  readonly figures: readonly { readonly value: string; readonly of: string }[]
  /** Headline; `null` for an initiative outside all articles. */
  readonly article: string | null
  readonly mentions: number
}

/** Facts are words as they stand on the page. */
export interface PageFacts {
  readonly page: {
    readonly paper: string
    readonly region: string
    readonly level: string
    readonly trade?: string
    /** `2004-05-14`. */
    readonly issueDate: string
    readonly kinds: readonly string[]
  }
  readonly articles: readonly {
    readonly headline: string | null
    readonly starts_with: string
    readonly byline: readonly string[]
    readonly body_starts_with: string
  }[]
  readonly initiatives: readonly InitiativeFacts[]
  /** Written forms of one thing, two or more. */
  readonly entities: readonly { readonly type: string; readonly names: readonly string[] }[]
  /** `value` in EDTF, `''` where the date cannot be resolved. */
  readonly dates: readonly { readonly text: string; readonly value: string }[]
  readonly figures: readonly {
    readonly text: string
    readonly number: number
    readonly unit: string
    readonly bound: '=' | '≈' | '<' | '>' | '≤' | '≥'
  }[]
}

export interface CorpusPage extends MarkedPage {
  /** `train/p01/03`. */
  readonly name: string
  readonly part: Part
  /** `p01`. */
  readonly paper: string
  readonly facts: PageFacts
}

/** The pages of some parts, in the order of their names. */
export function corpusPages(wanted: readonly Part[] = parts): readonly CorpusPage[] {
  return wanted.flatMap((part) =>
    globSync(`${part}/*/*.gold.txt`, { cwd: corpusFolder })
      .sort()
      .map((file) => {
        const full = path.join(corpusFolder, file)
        const facts = JSON.parse(readFileSync(full.replace(/\.gold\.txt$/, '.facts.json'), 'utf8'))
        const name = file.replaceAll('\\', '/').replace(/\.gold\.txt$/, '')
        const paper = name.split('/')[1] ?? ''
        return { name, part, paper, facts, ...readMarked(readFileSync(full, 'utf8')) }
      }),
  )
}
