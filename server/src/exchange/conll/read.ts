/** Reading CoNLL by the rules of conlleval: BIO, IOB1, BIOES and BILOU, the tag in the last column. */
import type { Span } from '../../text/span.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import type { FormatReader, Reading, ReadProblem } from '../format/format.ts'
import type { ReadMention } from '../format/model.ts'
import { alignTokens } from './align.ts'
import { nameOfTag } from './tag.ts'

export const conllReader: FormatReader = {
  accepts: (path) => /\.(?:conll|bio|bioes|iob)$/i.test(path),
  companions: () => [],
  read({ path, content }, context) {
    const name = stemOf(path)
    return readConll(decodeUtf8(content), { path, name, page: context.text(name) })
  },
}

interface Token {
  readonly text: string
  readonly tag: string
}

/** `undefined` for the end of a sentence. */
type Line = Token | undefined

function readConll(
  content: string,
  { path, name, page }: { path: string; name: string; page: string | undefined },
): Reading {
  const lines = linesOf(content)
  const aligned = page === undefined ? undefined : alignedTo(page, lines)
  const problems: ReadProblem[] =
    page !== undefined && aligned === undefined
      ? [{ path, message: `The tokens are not those of the page ${name}.` }]
      : []
  const { text, spans } = aligned ?? joined(lines)
  const mentions = chunks(lines).map(({ type, first, last }, i): ReadMention => {
    const start = spans[first]?.start ?? 0
    const end = spans[last]?.end ?? start
    return { id: `${i + 1}`, type, status: 'accepted', spans: [{ start, end }] }
  })
  return { pages: [{ name, text, mentions, relations: [] }], problems }
}

function linesOf(content: string): readonly Line[] {
  return content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((each): Line => {
      const columns = each.split(/[\t\r ]+/).filter((column) => column !== '')
      const [text, ...rest] = columns
      if (text === undefined || (text === '-DOCSTART-' && rest.length !== 1)) return undefined
      return { text, tag: rest.at(-1) ?? 'O' }
    })
}

interface Chunk {
  readonly type: string
  /** Indexes of lines. */
  readonly first: number
  readonly last: number
}

function chunks(lines: readonly Line[]): readonly Chunk[] {
  const found: Chunk[] = []
  let open: { type: string; first: number } | undefined
  const close = (last: number): void => {
    if (open !== undefined) found.push({ ...open, last })
    open = undefined
  }
  for (const [i, line] of lines.entries()) {
    const [, place = 'O', type = ''] = /^([BIESLU])-(.+)$/u.exec(line?.tag ?? 'O') ?? []
    const name = nameOfTag(type)
    const begins = 'BSU'.includes(place) || open?.type !== name
    if (place === 'O' || begins) close(i - 1)
    if (place !== 'O' && open === undefined) open = { type: name, first: i }
    if ('ESLU'.includes(place)) close(i)
  }
  close(lines.length - 1)
  return found
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
