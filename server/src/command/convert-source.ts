/** Files of one format as pages for another, without a corpus. */

import { textHash } from '../annotation/record/selectors.ts'
import { defaultSchema, type Schema } from '../annotation/schema/schema.ts'
import type { Document } from '../corpus/snapshot/model.ts'
import type { ImportFolder } from '../disk/import-folder.ts'
import { pageStem } from '../disk/sidecar-names.ts'
import { safeName } from '../exchange/file/safe-path.ts'
import type { FileNote, Format, ReadProblem } from '../exchange/format/format.ts'
import type { ExchangeMention, ExchangePage, ReadPage } from '../exchange/format/model.ts'
import { lineOf, sizesOf } from '../exchange/our-page/logical-side.ts'
import type { ExportChoices } from '../feature/export/choices.ts'
import type { ExportSource } from '../feature/export/export.ts'
import { inText, logicalLosses } from '../feature/export/export-page.ts'
import { versionsOf } from '../feature/export/export-source.ts'
import { readPages } from '../feature/import/read.ts'
import { analysePage } from '../page/page.ts'
import { byPosition, hull, type Span } from '../text/span.ts'
import type { Lexicon } from '../values/lexicon.ts'

export interface ConvertOptions {
  /** Of the pages, for a format without text. */
  readonly documents: readonly Document[]
  readonly schema?: Schema
  /** As they are stated. */
  readonly guidelines?: string | undefined
  readonly version: string
  /** ISO time of now. */
  readonly created: string
  /** Asked for where a page's structure is wanted. */
  lexicon(): Lexicon
  /** The words of a text; asked for where the format wants them. */
  words(): Promise<((text: string) => readonly Span[]) | undefined>
}

export interface Converted {
  readonly source: ExportSource
  readonly problems: readonly ReadProblem[]
  /** Of mentions whose place is not sure. */
  readonly uncertain: readonly FileNote[]
  /** Of pages that are written under another name, since a page of theirs is there already. */
  readonly renamed: readonly FileNote[]
}

/** Never rejects because of files. */
export async function convertSource(
  format: Format,
  folder: ImportFolder,
  {
    documents,
    schema = defaultSchema,
    guidelines,
    version,
    created,
    lexicon,
    words,
  }: ConvertOptions,
  { format: { options }, options: chosen }: ExportChoices,
): Promise<Converted> {
  const reading = await readPages(format, folder, { schema, documents })
  const { problems, uncertain } = reading
  const wantsWords = options.some(({ name }) => name === 'tokens') && chosen['tokens'] === 'word'
  const segment = wantsWords ? await words() : undefined
  const free = freePaths()
  const renamed: FileNote[] = []
  const pages = reading.pages.map(({ path, page: read, logical }) => {
    const page = pageOf(read)
    const own = free(page.path)
    const whose = read.annotator === undefined ? 'this one' : `that of ${read.annotator}`
    const message = `${page.path} is there already: ${whose} is written as ${own}.`
    if (own !== page.path) renamed.push({ path, message })
    return { page: { ...page, path: own }, logical }
  })
  return {
    problems,
    uncertain,
    renamed,
    source: {
      pages: pages.map(({ page }) => page.path),
      context: {
        schema,
        title: 'biaozhu',
        created,
        initiatives: [],
        words: segment ?? ((text) => [{ start: 0, end: text.length }]),
        versions: versionsOf(version, schema, guidelines),
      },
      *units({ status, text }) {
        for (const { page, logical } of pages) {
          const wanted = withStatus(page, status === 'accepted')
          yield logical === undefined
            ? inText(wanted, { text: page.text, page: analysePage(page.text, lexicon()) }, text)
            : // No page is there to lead back to: the way back goes on to the other format.
              {
                page: { ...wanted, kind: 'logical' },
                line: lineOf(logical, page.path),
                lost: logicalLosses(sizesOf(logical)),
              }
        }
      },
    },
  }
}

/**
 * A path for each page, one after the other: what two people, or two parts of a file, say of one page are two pages.
 * Some file systems take capitals and composed letters for the same.
 */
function freePaths(): (path: string) => string {
  const taken = new Set<string>()
  const folded = (path: string): string => path.normalize('NFC').toLowerCase()
  return (path) => {
    let free = path
    for (let n = 2; taken.has(folded(free)); n++) {
      free = path.replace(/(\.[^./]+)?$/, (ending) => `~${n}${ending}`)
    }
    taken.add(folded(free))
    return free
  }
}

function pageOf({
  name,
  text,
  mentions,
  relations,
  data = {},
  records = [],
}: ReadPage): ExchangePage {
  const path = name.split(/[\\/]/).map(safeName).join('/')
  return {
    path: /\.te?xt$/i.test(path) ? path : `${pageStem(path) === path ? path : path}.txt`,
    kind: 'source',
    text,
    mentions: mentions
      .map(({ quote, prefix, suffix, doubt, ...mention }): ExchangeMention => mention)
      .sort((a, b) => byPosition(spanOf(a), spanOf(b))),
    relations,
    articles: [],
    data,
    records,
    newline: 'lf',
    sha256: textHash(text),
  }
}

function withStatus(page: ExchangePage, onlyAccepted: boolean): ExchangePage {
  if (!onlyAccepted) return page
  const mentions = page.mentions.filter(({ status }) => status === 'accepted')
  const ids = new Set(mentions.map(({ id }) => id))
  const relations = page.relations.filter(({ from, to }) => ids.has(from) && ids.has(to))
  return { ...page, mentions, relations }
}

function spanOf({ spans }: ExchangeMention): Span {
  return hull(spans) ?? { start: 0, end: 0 }
}
