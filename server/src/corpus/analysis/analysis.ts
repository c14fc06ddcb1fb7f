/** What turns a text into a page and its mentions: the layers below with their data from disk. */
import { join } from 'node:path'
import type { Mention } from '../../annotation/record/mention.ts'
import type { Correction } from '../../page/corrected/correction.ts'
import type { Page } from '../../page/model.ts'
import { analysePage } from '../../page/page.ts'
import type { Marks } from '../../recognition/decided/decisions.ts'
import type { PersonalModel } from '../../recognition/personal/difference.ts'
import {
  type MarkedPage,
  markPage,
  type TrainingPage,
} from '../../recognition/personal/marked-lines.ts'
import { personalTagger } from '../../recognition/personal/personal-tagger.ts'
import { createRecogniser, type Means, type PageRecogniser } from '../../recognition/recognise.ts'
import { createTagger, type Tagger } from '../../recognition/spans/tagger.ts'
import type { Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { messageOf } from '../../values/message-of.ts'
import { segmentByLine } from '../../words/by-line.ts'
import { createCutter } from '../../words/jieba.ts'
import { type Segmenter, spansOf } from '../../words/word.ts'
import { dictionaryPaths } from './dictionary.ts'
import { lexiconOrEmpty, loadModelParts, loadTaggerModel } from './lexicon.ts'

/** Both functions are total. Equal texts give equal answers. */
export interface Analyser {
  /** By which names are read once more where mentions are linked to entities. */
  readonly lexicon: Lexicon
  /** `corrections` are what people said of the page's structure. */
  page(text: string, corrections?: readonly Correction[]): Page
  /** `marks` are what people decided on this page and in its corpus. */
  mentions(text: string, page: Page, marks?: Marks): readonly Mention[]
  /**
   * Does what is costly in `mentions` beforehand, in steps of about 10 ms at most, those near the offset
   * `around` first; `personal` is that of the marks. Where there is none, `mentions` is quick.
   */
  prepare?(
    text: string,
    page: Page,
    around: number,
    personal?: Marks['personal'],
  ): Generator<void, void>
  /** UTF-16 units of the page's text that `prepare` has not done yet. */
  pending?(page: Page, personal?: Marks['personal']): number
  /** The mentions in what is prepared already. */
  soFar?(text: string, page: Page, marks?: Marks): readonly Mention[]
  /** The words of a text, adjacent and covering it. */
  words?(text: string): readonly Span[]
  /** What a model of the person's is learned from, in steps of some milliseconds. */
  learned?(page: TrainingPage): Generator<void, MarkedPage>
  /** The bytes of the shipped model, read anew; `undefined` where it is not there. */
  shipped?(): Uint8Array | undefined
  /** The tagger that such a model makes of the shipped one; it goes into the marks. `undefined` where it does not fit. */
  personal?(model: PersonalModel): Tagger | undefined
}

/** What is remembered of texts seen lately, in UTF-16 units of lines and of units. */
interface Remembered {
  readonly lines: number
  readonly units: number
}

const ofOpenPages: Remembered = { lines: 300_000, units: 600_000 }
/** Nobody edits the pages of a command: a page has few lines twice, and the next page has others. */
const ofOnePage: Remembered = { lines: 10_000, units: 10_000 }

/**
 * Reads `lexicon/` in `resourceDir` when the first page is asked for, `dict/` and the tagger's model with the first
 * mentions. Where one of them is missing, `warn` hears once why, and what needs no words is still found. With `isBatch`
 * pages come one after the other and are not edited: what was made of a page is forgotten with it.
 */
export function createAnalyser(
  resourceDir: string,
  warn: (message: string) => void = console.error,
  { isBatch = false }: { readonly isBatch?: boolean } = {},
): Analyser {
  const remembered = isBatch ? ofOnePage : ofOpenPages
  let loaded: { readonly means: Means; readonly recogniser: PageRecogniser } | undefined
  let lexicon: Lexicon | undefined
  let segment: Segmenter | undefined
  const words = (): Lexicon => {
    lexicon ??= lexiconOrEmpty(join(resourceDir, 'lexicon'), warn)
    return lexicon
  }
  const segmenter = (): Segmenter => {
    segment ??= segmenterOf(join(resourceDir, 'dict'), warn, remembered)
    return segment
  }
  const parts = () => {
    loaded ??= load(resourceDir, { segment: segmenter(), lexicon: words(), warn, remembered })
    return loaded
  }
  const recogniser = () => parts().recogniser
  return {
    get lexicon() {
      return words()
    },
    page: (text, corrections) => analysePage(text, words(), corrections),
    mentions: (text, page, marks) => recogniser().mentions(text, page, marks),
    prepare: (_, page, around, personal) => recogniser().prepare(page, around, personal),
    pending: (page, personal) =>
      loaded?.recogniser.pending(page, personal) ?? Number.POSITIVE_INFINITY,
    // Loading takes longer than a person wants to wait for what is stored.
    soFar: (text, page, marks) => loaded?.recogniser.soFar(text, page, marks) ?? [],
    words: (text) => spansOf(segmenter()(text)),
    learned: (page) => markPage(page, parts().means),
    shipped: () => shippedModel(resourceDir)?.bytes,
    personal: (model) => {
      const shipped = shippedModel(resourceDir)
      return shipped && personalTagger(shipped.parts, model, words(), remembered.units)
    },
  }
}

type Warn = (message: string) => void

function load(
  resourceDir: string,
  {
    segment,
    lexicon,
    warn,
    remembered,
  }: Pick<Means, 'segment' | 'lexicon'> & { warn: Warn; remembered: Remembered },
) {
  const tagger = taggerOf(resourceDir, lexicon, { warn, remembered })
  const means: Means = { segment, lexicon, tagger }
  return { means, recogniser: createRecogniser(means, remembered.units) }
}

function taggerOf(
  resourceDir: string,
  lexicon: Lexicon,
  { warn, remembered }: { warn: Warn; remembered: Remembered },
): Tagger | undefined {
  try {
    const model = loadTaggerModel(join(resourceDir, 'lexicon'))
    return createTagger(model, lexicon, remembered.units)
  } catch (error) {
    warn(`The learned tagger cannot be read, fewer names are found: ${messageOf(error)}`)
    return undefined
  }
}

/** What cannot be read was told of when the shipped tagger was loaded. */
function shippedModel(resourceDir: string): ReturnType<typeof loadModelParts> | undefined {
  try {
    return loadModelParts(join(resourceDir, 'lexicon'))
  } catch {
    return undefined
  }
}

function segmenterOf(dir: string, warn: Warn, { lines }: Remembered): Segmenter {
  try {
    const segment = segmentByLine(createCutter(dictionaryPaths(dir)), lines)
    // Loads the dictionaries now, so that a binary that does not work is known here.
    segment('词')
    return segment
  } catch (error) {
    warn(`Words are not segmented, fewer names are found: ${messageOf(error)}`)
    return characters
  }
}

/** Stands in for a segmenter: each character is a word of unknown kind. */
const characters: Segmenter = (text) =>
  Array.from(text, (character) => ({ text: character, tag: 'x' }))
