/** The command line: what `biaozhu COMMAND OPTIONS PATH…` prints, and the status it ends with. */
import { parseArgs } from 'node:util'
import { defaultSchema } from '../annotation/schema.ts'
import type { Analyser } from '../corpus/analysis.ts'
import type { PagesOfPaths } from '../corpus/pages-of-paths.ts'
import { formats } from '../exchange/formats.ts'
import { alignColumns, cutToWidth } from '../text/columns.ts'
import { articleList } from './article-list.ts'
import { help } from './command-help.ts'
import { exportPages } from './export-pages.ts'
import { initiativeList } from './initiative-list.ts'
import { mentionList } from './mention-list.ts'
import { articleParts } from './score-articles.ts'
import { type ScoreOptions, scorePages } from './score-command.ts'

/** What the command line does to the world outside. */
export interface Outside {
  readonly version: string
  readonly analyser: Analyser
  out(text: string): void
  error(text: string): void
  pages(paths: readonly string[]): Promise<PagesOfPaths>
  /** Text of a file; `undefined` where it cannot be read. */
  read(path: string): Promise<string | undefined>
  /** Writes a file below a folder, which is made where it is missing. Rejects when it cannot. */
  write(folder: string, path: string, content: string): Promise<void>
}

/** 0: done, whatever was found; 2: misuse, or input that cannot be read. 1 is for faults found by a check. */
export type ExitStatus = 0 | 2

/** Rows of a command's table, headings first, and its records for `--format jsonl`. */
interface Listing {
  readonly rows: readonly (readonly string[])[]
  readonly records: readonly object[]
}

const listings: Readonly<Record<string, (pages: PagesOfPaths) => Listing>> = {
  mentions: listMentions,
  articles: listArticles,
  initiatives: listInitiatives,
}

export async function runCommandLine(
  args: readonly string[],
  outside: Outside,
): Promise<ExitStatus> {
  const misuse = (message: string): ExitStatus => {
    outside.error(`biaozhu: ${message}\nTry: biaozhu --help\n`)
    return 2
  }
  const parsed = parse(args)
  if (typeof parsed === 'string') return misuse(parsed)
  const { values, positionals } = parsed
  if (values.help) {
    outside.out(help)
    return 0
  }
  if (values.version) {
    outside.out(`${outside.version}\n`)
    return 0
  }
  const [command, ...paths] = positionals
  if (command === undefined) return misuse('a command is missing')
  const listing = Object.hasOwn(listings, command) ? listings[command] : undefined
  const exports = command === 'export'
  const scores = command === 'score'
  if (listing === undefined && !exports && !scores) return misuse(`unknown command: ${command}`)
  const known = exports ? formats.map(({ name }) => name) : ['table', 'jsonl']
  const format = values.format ?? (exports ? undefined : 'table')
  if (format === undefined || !known.includes(format)) {
    return misuse(`${command} needs --format ${known.join(' or ')}`)
  }
  if (exports && values.out === undefined) return misuse('export needs --out DIR')
  if (!exports && values.out !== undefined) return misuse(`${command} takes no --out`)
  if (!scores && values.errors !== undefined) return misuse(`${command} takes no --errors`)
  if (!scores && values.articles !== undefined) return misuse(`${command} takes no --articles`)
  if (paths.length === 0) return misuse(`${command} needs a file or folder`)

  const pages = await outside.pages(paths)
  for (const note of [...pages.notes, ...pages.errors]) outside.error(`biaozhu: ${note}\n`)
  if (scores) {
    const { errors, articles } = values
    if (!(await score(pages, format, { errors, articles }, outside))) return 2
  } else if (listing !== undefined) print(listing(pages), format, outside)
  else if (!(await exportPages(pages, { format, folder: values.out ?? '', outside }))) return 2
  return pages.errors.length === 0 ? 0 : 2
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: withErrorsType(args),
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        format: { type: 'string' },
        out: { type: 'string' },
        errors: { type: 'string' },
        articles: { type: 'string' },
      },
    })
  } catch (error) {
    // Node's message goes on with advice about its own syntax.
    return (error instanceof Error ? error.message : String(error)).split(/[.\n]/, 1)[0] ?? ''
  }
}

/** `--errors` alone means all types; only the name of a type behind it is its value, not a path. */
function withErrorsType(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    if (args[i - 1] === '--errors' && scoredTypes.has(arg)) return []
    if (arg !== '--errors') return [arg]
    const type = args[i + 1] ?? ''
    return [`--errors=${scoredTypes.has(type) ? type : ''}`]
  })
}

const scoredTypes = new Set([...defaultSchema.types.map(({ name }) => name), ...articleParts])

/** `articles` is the path of a list here. False where nothing could be scored. */
async function score(
  pages: PagesOfPaths,
  format: string,
  { errors, articles }: ScoreOptions,
  outside: Outside,
): Promise<boolean> {
  const list = articles === undefined ? undefined : await outside.read(articles)
  if (articles !== undefined && list === undefined) {
    outside.error(`biaozhu: cannot read ${articles}\n`)
    return false
  }
  const answer = scorePages(pages, outside.analyser, { errors, articles: list })
  for (const note of [...answer.notes, ...answer.errors]) outside.error(`biaozhu: ${note}\n`)
  if (answer.errors.length > 0) return false
  print(answer.listing, format, outside)
  return true
}

function print({ rows, records }: Listing, format: string, { out }: Outside): void {
  if (format === 'jsonl') for (const record of records) out(`${JSON.stringify(record)}\n`)
  else if (records.length > 0) for (const line of alignColumns(rows)) out(`${line}\n`)
}

/** Columns of the terminal that a title may take. */
const titleWidth = 40

function listMentions({ corpus, documents }: PagesOfPaths): Listing {
  const records = mentionList(corpus, documents)
  const rows = records.map(({ page, start, end, type, text, status, article }) => [
    page,
    `${start}-${end}`,
    type,
    text,
    status,
    cutToWidth(article ?? '', titleWidth),
  ])
  return { records, rows: [['PAGE', 'PLACE', 'TYPE', 'TEXT', 'STATUS', 'ARTICLE'], ...rows] }
}

function listArticles({ documents }: PagesOfPaths): Listing {
  const records = articleList(documents)
  const rows = records.map(({ page, start, end, headline, title, byline }) => [
    page,
    `${start}-${end}`,
    byline.join(' '),
    headline ?? title,
  ])
  return { records, rows: [['PAGE', 'PLACE', 'BYLINE', 'HEADLINE'], ...rows] }
}

function listInitiatives({ corpus }: PagesOfPaths): Listing {
  const records = initiativeList(corpus)
  const rows = records.map(({ name, aliases, mentions }) => [
    name,
    String(mentions.length),
    [...new Set(mentions.map(({ page }) => page))].join(' '),
    aliases.join(' '),
  ])
  return { records, rows: [['NAME', 'MENTIONS', 'PAGES', 'ALSO'], ...rows] }
}
