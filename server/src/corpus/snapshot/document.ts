/** Pages as values: a text with where it stands and, lazily, what the analysis found in it. */

import { type Past, pastOf } from '../../annotation/placed/past.ts'
import type { Annotations } from '../../annotation/placed/placed.ts'
import type { Mention } from '../../annotation/record/mention.ts'
import { pageCorrections } from '../../annotation/record/page-corrections.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { isTooLarge } from '../../disk/file-content.ts'
import type { Correction } from '../../page/corrected/correction.ts'
import type { Page } from '../../page/model.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { type Analysis, lazyAnalysis, noAnalyser } from '../analysis/lazy-analysis.ts'
import {
  decidedMentions,
  marksOf,
  ofSchema,
  storedSuggestions,
  withSuggestions,
} from './mentions.ts'
import type { Document } from './model.ts'
import type { Names } from './names.ts'

export type PageState = Document['state']

/** A text with its state and its one analysis, which is empty unless the state is `ready`. */
export interface Content {
  readonly text: string
  readonly encoding: string
  readonly state: PageState
  readonly analysis: Analysis
}

/** `known` are contents of the same page whose analysis is taken over where the text is equal. */
export function pageContent(
  text: string,
  encoding: string,
  state: PageState,
  analyser: Analyser,
  known: readonly (Content | undefined)[],
): Content {
  const same = known.find((content) => content?.state === state && content.text === text)
  const analysis = same?.analysis ?? lazyAnalysis(text, state === 'ready' ? analyser : noAnalyser)
  return { text: analysis.text, encoding, state, analysis }
}

export interface DocumentParts {
  readonly uri: string
  readonly path: string
  readonly content: Content
  readonly version: number | undefined
  /** With spans in the content's text. */
  readonly annotations: Annotations
  readonly saved: boolean
  /** None where nothing is ever taken back. */
  readonly past?: Past
  /** What the file has, with annotations in its text; absent for a page that is in the editor only. */
  readonly home?: { readonly content: Content; readonly annotations: Annotations }
  /** Of the corpus. */
  readonly names: Names
  /** Of the corpus: a type that it lacks is not suggested. */
  readonly schema: Schema
}

export function createDocument(parts: DocumentParts): Document {
  const { uri, path, content, version, annotations, saved, names, schema } = parts
  const { text, encoding, state, analysis } = content
  const { home = { content, annotations } } = parts
  let page: Page | undefined
  let decided: readonly Mention[] | undefined
  let mentions: readonly Mention[] | undefined
  const around = (found: readonly Mention[]): readonly Mention[] =>
    withSuggestions(
      document.decided,
      storedSuggestions(annotations, document.page),
      ofSchema(found, schema),
    )
  const document: Document = {
    uri,
    path,
    text,
    version,
    encoding,
    state,
    annotations,
    saved,
    past: parts.past ?? pastOf(text),
    get lines() {
      return analysis.lines
    },
    get view() {
      return analysis.view
    },
    get lexicon() {
      return analysis.lexicon
    },
    get page() {
      page ??= analysis.page(correctionsOf(annotations))
      return page
    },
    get decided() {
      decided ??= decidedMentions(annotations, document.page)
      return decided
    },
    get mentions() {
      mentions ??= around(
        analysis.suggestions(document.page, marksOf(document.decided, names, document.page)),
      )
      return mentions
    },
    get isAnalysed() {
      return mentions !== undefined
    },
    get mentionsSoFar() {
      if (mentions !== undefined || analysis.isNearlyPrepared(document.page, names.personal)) {
        return document.mentions
      }
      const marks = marksOf(document.decided, names, document.page)
      return around(analysis.suggestionsSoFar(document.page, marks))
    },
    get isPrepared() {
      return analysis.isPrepared
    },
    prepare: (around) => analysis.prepare(document.page, around, names.personal),
    stored: {
      text: home.content.text,
      annotations: home.annotations,
      get view() {
        return home.content.analysis.view
      },
    },
  }
  return document
}

function correctionsOf({ records }: Annotations): readonly Correction[] {
  if (!records.some(({ record }) => record.kind === 'page')) return []
  const spans = new Map(records.map((each) => [each.record.id, each.spans]))
  return pageCorrections(
    records.map(({ record }) => record),
    ({ id }) => spans.get(id) ?? [],
  )
}

/**
 * State of an open buffer. It is garbled when it was read in the wrong encoding, which leaves
 * replacement characters that its file does not have; while the file is not read yet, more than two
 * in a hundred characters say so.
 */
export function bufferState(text: string, file: Content | undefined): PageState {
  if (isTooLarge(text)) return 'tooLarge'
  const replaced = replacementCount(text)
  if (replaced === 0) return 'ready'
  const garbled =
    file === undefined ? replaced * 50 > text.length : replaced > replacementCount(file.text)
  return garbled ? 'garbled' : 'ready'
}

function replacementCount(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++
  return count
}
