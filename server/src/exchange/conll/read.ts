/** Reading CoNLL: the token in the first column, its tag in the last. */

import type { Span } from '../../text/span.ts'
import { t } from '../../text/wording.ts'
import { append } from '../../values/append.ts'
import { decodeTable, stemOf } from '../file/files.ts'
import type { FormatReader, Reading, ReadProblem } from '../format/format.ts'
import type { ReadMention } from '../format/model.ts'
import { alignTokens } from './align.ts'
import { chunksOf } from './chunks.ts'
import { type Line, linesOf } from './lines.ts'

export const conllReader: FormatReader = {
  accepts: (path) => endings.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()),
  companions: () => [],
  read({ path, content }, context) {
    const name = stemOf(path)
    return readConll(decodeTable(content), { path, name, page: context.text(name) })
  },
}

/** Data sets are named after their tags: `train.char.bmes`. */
const endings: ReadonlySet<string> = new Set([
  ...[
    'conll',
    'conll02',
    'conll03',
    'conll2002',
    'conll2003',
    'ner',
    'bio',
    'bio2',
    'iob',
    'iob1',
    'iob2',
  ],
  ...[
    'ioe1',
    'ioe2',
    'bioes',
    'iobes',
    'bmes',
    'bmeo',
    'bmeso',
    'bmoes',
    'bieo',
    'bieso',
    'bilou',
    'bmewo',
  ],
])

function readConll(
  content: string,
  { path, name, page }: { path: string; name: string; page: string | undefined },
): Reading {
  const lines = linesOf(content, page)
  const aligned = page === undefined ? undefined : alignedTo(page, lines)
  const problems: ReadProblem[] =
    page !== undefined && aligned === undefined
      ? [{ path, message: t('The tokens are not those of the page {0}.', name) }]
      : []
  const { text, spans } = aligned ?? joined(lines)
  const { chunks, faults } = chunksOf(lines)
  append(
    problems,
    faults.map((fault) => ({ path, ...fault })),
  )
  const mentions = chunks.flatMap(({ type, first, last }, i): ReadMention[] => {
    const start = spans[first]?.start ?? 0
    const end = spans[last]?.end ?? start
    if (start < end) return [{ id: `${i + 1}`, type, status: 'accepted', spans: [{ start, end }] }]
    problems.push({ path, line: first + 1, message: t('A name has no characters in the text.') })
    return []
  })
  return { pages: [{ name, text, mentions, relations: [] }], problems }
}

interface Aligned {
  readonly text: string
  /** By line; of no meaning where that is the end of a sentence. */
  readonly spans: readonly Span[]
}

function alignedTo(text: string, lines: readonly Line[]): Aligned | undefined {
  const spans = alignTokens(
    lines.map((line) => line?.text ?? ''),
    text,
  )
  return spans && { text, spans }
}

/** The text that the tokens make: blanks between words in letters, a line for each sentence. */
function joined(lines: readonly Line[]): Aligned {
  const parts: string[] = []
  const spans: Span[] = []
  let length = 0
  let before = '\n'
  for (const line of lines) {
    const wordy = /\w$/.test(before) && /^\w/.test(line?.text ?? '')
    const gap = line === undefined ? (before === '\n' ? '' : '\n') : wordy ? ' ' : ''
    const start = length + gap.length
    const word = line?.text ?? ''
    parts.push(gap, word)
    length = start + word.length
    spans.push({ start, end: length })
    before = line === undefined ? '\n' : word
  }
  return { text: parts.join(''), spans }
}
