/**
 * The library: `import { analyse } from 'biaozhu'`. Everything in and out is plain data. Its types stand
 * here whole, so that dist/library.d.ts is made of this file alone.
 */
import type { Analyser } from './corpus/analysis/analysis.ts'
import { createAnalyser } from './corpus/analysis/analysis.ts'
import { analyseText } from './feature/lists/analyse.ts'
import { resourceDir } from './resources.ts'

/**
 * Positions are code points over the text with LF newlines and without byte order mark, `end` behind
 * the last one. Of a string without characters beyond U+FFFF and without CR they are its indices.
 */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface Mention extends Place {
  /** `Person`, `Organization`, `Place`, `Date`, `Figure`, `Initiative`, … */
  readonly type: string
  /** What stands there, line breaks included. */
  readonly text: string
  readonly status: string
  /** Id of the entity in `entities`; `null` where it has none. */
  readonly entity: string | null
  /** Headline of the article it stands in. */
  readonly article: string | null
}

export interface Entity {
  readonly id: string
  readonly type: string
  readonly name: string
  /** Other forms of the name, longest first. */
  readonly aliases: readonly string[]
  /** Number of mentions. */
  readonly count: number
}

export interface Article extends Place {
  /** The main title line; `null` where the page lost it. */
  readonly headline: string | null
  /** All title lines, with `\n` between. */
  readonly title: string
  /** Names of the authors. */
  readonly byline: readonly string[]
}

export interface Analysis {
  /** By position. */
  readonly mentions: readonly Mention[]
  /** By type, then by name. */
  readonly entities: readonly Entity[]
  /** In reading order. */
  readonly articles: readonly Article[]
}

/** What is known of the page beside its text. */
export interface PageData {
  readonly newspaper?: string
  /** `2021-11-22`. */
  readonly date?: string
  /** Page number in the issue. */
  readonly number?: number
}

/**
 * What stands in the text of one newspaper page. The first call loads the dictionaries (about 0.4 s);
 * later ones take some 30 ms for a page of 7,000 characters. Equal texts give equal answers. Total: any
 * text has one; of more than 5 MB it is empty.
 */
export function analyse(text: string, data: PageData = {}): Analysis {
  analyser ??= createAnalyser(resourceDir)
  return analyseText(text, analyser, { data })
}

let analyser: Analyser | undefined
