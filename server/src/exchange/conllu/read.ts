/** Reading CoNLL-U: the text from its tokens, mentions from `Entity` brackets. */

import { fileLines } from '../../text/file-lines.ts'
import type { Span } from '../../text/span.ts'
import { t, type Wording } from '../../text/wording.ts'
import { defined } from '../../values/defined.ts'
import { type JsonObject, parseJson } from '../../values/json.ts'
import { alignTokens } from '../conll/align.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import { stringOf } from '../file/json-values.ts'
import type { FormatReader, ReadContext, ReadProblem } from '../format/format.ts'
import type { ReadPage } from '../format/model.ts'
import { pageDataOfJson } from '../our-page/page-data-json.ts'
import { unescapeSpaces, unescapeValue } from './escape.ts'
import { type BracketToken, readBrackets } from './read-brackets.ts'

export const conlluReader: FormatReader = {
  accepts: (path) => /\.conllu$/i.test(path),
  companions: () => [],
  read({ path, content }, context) {
    const problems: ReadProblem[] = []
    const documents = documentsOf(decodeUtf8(content), (message, line) => {
      problems.push({ path, line, message })
    })
    const pages = documents.map((document, i) => {
      const name = documents.length === 1 ? stemOf(path) : `${stemOf(path)} ${i + 1}`
      const fault = (message: Wording, line?: number): void =>
        void problems.push({ path, ...defined({ line }), message })
      return readDocument(document, name, { context, fault })
    })
    return { pages, problems }
  },
}

interface Token {
  readonly line: number
  readonly form: string
  readonly misc: ReadonlyMap<string, string>
  /** The last one of a sentence. */
  last: boolean
}

interface Document {
  readonly comments: Map<string, string>
  readonly tokens: Token[]
}

/** A document begins at `# newdoc`, and at the first line. Words of a multiword token are one token. */
function documentsOf(
  content: string,
  fault: (message: Wording, line: number) => void,
): readonly Document[] {
  const documents: Document[] = []
  let document: Document = { comments: new Map(), tokens: [] }
  let inside = 0
  for (const [i, line] of fileLines(content).entries()) {
    const last = document.tokens.at(-1)
    if (line.startsWith('#')) {
      const { key, value } = commentOf(line)
      if (/^newdoc\b/.test(key) && document.tokens.length > 0) {
        document = { comments: new Map(), tokens: [] }
      }
      if (!document.comments.has(key)) document.comments.set(key, value)
    } else if (line.trim() === '') {
      if (last !== undefined) last.last = true
      inside = 0
    } else {
      const [id = '', form = '', , , , , , , , misc = '_'] = line.split('\t')
      const range = /^\d+-(\d+)$/.exec(id)
      const number = Number(id)
      if (form === '' || (range === null && !/^\d+(?:\.\d+)?$/.test(id))) {
        fault(t('This is no line of a token.'), i + 1)
        continue
      }
      if (range !== null) inside = Number(range[1])
      // No empty nodes, and no words of a multiword token: their mentions are its own.
      if (range === null && (!Number.isSafeInteger(number) || number <= inside)) continue
      document.tokens.push({ line: i + 1, form, misc: miscOf(misc), last: false })
    }
    if (document.tokens.length === 1 && documents.at(-1) !== document) documents.push(document)
  }
  return documents.length === 0 ? [document] : documents
}

/** `# key = value`. */
function commentOf(line: string): { readonly key: string; readonly value: string } {
  const at = line.indexOf('=')
  return at < 0
    ? { key: line.slice(1).trim(), value: '' }
    : { key: line.slice(1, at).trim(), value: line.slice(at + 1).trimStart() }
}

function miscOf(misc: string): ReadonlyMap<string, string> {
  return new Map(
    misc.split('|').map((each): [string, string] => {
      const at = each.indexOf('=')
      return at < 0 ? [each, ''] : [each.slice(0, at), each.slice(at + 1)]
    }),
  )
}

interface DocumentContext {
  readonly context: ReadContext
  fault(message: Wording, line?: number): void
}

function readDocument(
  { comments, tokens }: Document,
  otherName: string,
  { context, fault }: DocumentContext,
): ReadPage {
  const newdoc = comments.get('newdoc id')
  const ours = ourComments(comments)
  const name = stringOf(ours, 'path') ?? (newdoc === undefined ? otherName : unescapeValue(newdoc))
  const built = joined(tokens)
  const page = context.text(name)
  const aligned =
    page === undefined || page === built.text
      ? undefined
      : alignTokens(
          tokens.map(({ form }) => form),
          page,
        )
  if (page !== undefined && page !== built.text && aligned === undefined) {
    fault(t('The tokens are not those of the page {0}.', name))
  }
  const spans = aligned ?? built.spans
  const bracketed = tokens.map(
    ({ line, misc }, i): BracketToken => ({
      line,
      entity: misc.get('Entity') ?? '',
      span: spans[i] ?? { start: 0, end: 0 },
    }),
  )
  const fields = comments.get('global.Entity') ?? 'eid-etype-head-other'
  return {
    name,
    text: aligned !== undefined && page !== undefined ? page : built.text,
    mentions: readBrackets(bracketed, fields.split('-'), fault),
    relations: [],
    data: pageDataOfJson(ours),
  }
}

/** `# biaozhu_path = "p.txt"`: the value is JSON. */
function ourComments(comments: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    [...comments].flatMap(([key, value]) => {
      const json = key.startsWith('biaozhu_') ? parseJson(value) : undefined
      return json === undefined ? [] : [[key.slice('biaozhu_'.length), json]]
    }),
  )
}

/** The text that the tokens make, with the white space that they say. */
function joined(tokens: readonly Token[]): { text: string; spans: readonly Span[] } {
  const parts: string[] = []
  const spans: Span[] = []
  let length = 0
  for (const { form, misc, last } of tokens) {
    const before = unescapeSpaces(misc.get('SpacesBefore') ?? '')
    const said = misc.get('SpacesAfter')
    const usual = misc.get('SpaceAfter') === 'No' ? '' : last ? '\n' : ' '
    const behind = said === undefined ? usual : unescapeSpaces(said)
    const start = length + before.length
    spans.push({ start, end: start + form.length })
    parts.push(before, form, behind)
    length = start + form.length + behind.length
  }
  return { text: parts.join(''), spans }
}
