/** Reading WebAnno TSV 3: the text is that of its sentences, or the page that says the same. */

import { t, type Wording } from '../../text/wording.ts'
import { append } from '../../values/append.ts'
import { readingOfCas } from '../cas/read-cas.ts'
import { sofaType } from '../cas/type-system.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import type { FormatReader, ReadProblem } from '../format/format.ts'
import { sameWords } from '../our-page/quotes.ts'
import { TsvAnnotations } from './annotations.ts'
import { type Column, layerColumns } from './columns.ts'
import { shownTsv, unescapeText } from './escape.ts'

export const webAnnoTsvReader: FormatReader = {
  accepts: (path) => /\.tsv$/i.test(path),
  companions: () => [],
  read({ path, content }, context) {
    const lines = decodeUtf8(content)
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n|\r/)
    if (!/^#FORMAT=WebAnno TSV 3\.\d+$/.test(lines[0] ?? '')) {
      return { pages: [], problems: [{ path, line: 1, message: t('This is no WebAnno TSV 3.') }] }
    }
    const file = readLines(lines)
    const page = context.text(stemOf(path))
    const text = page !== undefined && saysTheSame(file, page) ? page : file.text
    const sofa = { id: 0, type: sofaType, features: new Map() }
    const cas = { text, structures: [sofa, ...file.annotations.structures()] }
    const { pages, problems } = readingOfCas(cas, { path, shown: shownTsv })
    const own = [...file.problems, ...strayTokens(file.tokens, text)]
    return { pages, problems: [...own.map((each) => ({ path, ...each })), ...problems] }
  },
}

type TsvProblem = Omit<ReadProblem, 'path'>

interface TsvFile {
  readonly text: string
  /** Where each sentence begins, and its text. */
  readonly sentences: readonly { readonly start: number; readonly text: string }[]
  readonly tokens: readonly TsvToken[]
  readonly annotations: TsvAnnotations
  readonly problems: readonly TsvProblem[]
}

interface TsvToken {
  /** One-based. */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Tokens whose words are others than those at their place: it counts something else than UTF-16. */
function strayTokens(tokens: readonly TsvToken[], text: string): readonly TsvProblem[] {
  const stray = tokens.filter(
    ({ start, end, text: words }) => !sameWords(text.slice(start, end), words),
  )
  const [first] = stray
  if (first === undefined) return []
  const message = t('Tokens are other words than those at their places: {0}.', stray.length)
  return [{ line: first.line, message }]
}

function readLines(lines: readonly string[]): TsvFile {
  const columns: Column[] = []
  const problems: TsvProblem[] = []
  const sentences: { start: number; text: string }[] = []
  const tokens: TsvToken[] = []
  const parts: string[] = []
  let annotations = new TsvAnnotations(columns)
  let length = 0
  /** Between sentences, that may still come: a short file must not make a text of gigabytes. */
  let blanks = 10_000 + lines.length * 100
  let header: string[] = []
  for (const [i, line] of lines.entries()) {
    const problem = (message: Wording): number => problems.push({ line: i + 1, message })
    if (line.startsWith('#Text=')) header.push(unescapeText(line.slice('#Text='.length)))
    else if (/^#T_(?:SP|RL|CH)=/.test(line)) {
      const own = layerColumns(line, columns.length)
      append(columns, own)
      if (line.startsWith('#T_CH=')) problem(t('Chains are not read.'))
      else if (own[0]?.kind === 'chain') problem(t('A layer has a name that is too long.'))
      annotations = new TsvAnnotations(columns)
    } else if (line !== '' && !line.startsWith('#')) {
      const [id = '', offsets = '', token = '', ...values] = line.split('\t')
      const [, start = '', end = ''] = /^(\d{1,9})-(\d{1,9})$/.exec(offsets) ?? []
      if (end === '' || values.length < columns.length) {
        problem(t('This is no line of a token.'))
        continue
      }
      if (header.length > 0) {
        const gap = gapOf(Math.min(Number(start) - length, blanks), sentences.length > 0)
        blanks -= gap.length
        const text = header.join('\n')
        parts.push(gap, text)
        sentences.push({ start: Number(start), text })
        length = length + gap.length + text.length
        header = []
      }
      tokens.push({
        line: i + 1,
        start: Number(start),
        end: Number(end),
        text: unescapeText(token),
      })
      annotations.unit({ id, start: Number(start), end: Number(end) }, values)
    }
  }
  return { text: parts.join(''), sentences, tokens, annotations, problems }
}

/** Spaces, the first behind a sentence a newline. */
function gapOf(length: number, behind: boolean): string {
  if (length <= 0) return ''
  const spaces = ' '.repeat(length)
  return behind ? `\n${spaces.slice(1)}` : spaces
}

/** Whether all sentences are in the page where the file has them, and nothing but blanks between. */
function saysTheSame({ sentences }: TsvFile, page: string): boolean {
  let at = 0
  for (const { start, text } of sentences) {
    if (start < at || !page.startsWith(text, start) || isSaid(page.slice(at, start))) return false
    at = start + text.length
  }
  return !isSaid(page.slice(at))
}

function isSaid(text: string): boolean {
  return /[^\s\u001c-\u001f\u0085]/.test(text)
}
