/** `biaozhu export`. */

import type { LossCount } from '../exchange/format/losses.ts'
import { formats } from '../exchange/formats.ts'
import type { ExportChoices, WantedStatus } from '../feature/export/choices.ts'
import { exportPages } from '../feature/export/export.ts'
import { lossSentences } from '../feature/export/loss-sentences.ts'
import { type Call, type Command, type Option, type Outside, paths } from './command.ts'
import { tablesFormat, tablesMisuse, writeTables } from './export-tables.ts'
import { formatOptions, optionValues } from './format-options.ts'
import { indexOption } from './index-pages.ts'
import { say } from './listing.ts'
import { pagesOf, type ReadPages } from './pages.ts'

/** What every command that writes a format takes. */
export const writeOptions: readonly Option[] = [
  {
    name: 'out',
    value: 'DIR',
    required: true,
    summary: 'Folder for the files; it is made where it is missing.',
  },
  {
    name: 'status',
    values: ['accepted', 'all'],
    summary:
      'What people accepted, or suggestions too. Without it: only what was accepted on pages that are ' +
      'marked as done, all on the others.',
  },
  {
    name: 'text',
    values: ['source', 'logical'],
    summary:
      'The page as it is, or with its articles in order and their breaks joined. Default: what suits the format.',
  },
  {
    name: 'side',
    values: ['yes', 'no'],
    default: 'yes',
    summary: 'Whether what a format cannot carry is written beside it, so that import restores it.',
  },
  ...formatOptions(formats),
]

export const exportCommand: Command = {
  name: 'export',
  summary: 'the annotations in the format of another program',
  description:
    'Writes the pages with their annotations in a format that other programs read. Says for each page how many ' +
    'annotations were written, and in the end what the format cannot carry. Pages are never changed. ' +
    'With parquet it writes three tables for DuckDB, Spark and their like: mentions, entities and facts of initiatives.',
  operands: { ...paths, shown: '[PATH…]', least: 0 },
  options: [
    {
      name: 'format',
      values: [...formats.map(({ name }) => name), tablesFormat],
      required: true,
      summary: 'The format to write.',
    },
    ...writeOptions,
    {
      ...indexOption,
      required: false,
      summary:
        'With parquet: the tables of this index, instead of PATH. Without it one is made for them and taken away.',
    },
  ],
  examples: [
    'biaozhu export --format brat --out annotated seeds',
    'biaozhu export --format conll --tags bioes --tokens word --out tokens seeds',
    'biaozhu export --format csv --status all --side no --out table seeds',
    'biaozhu export --format parquet --index pages.db --out tables',
  ],
  async run(call, outside) {
    const fault = tablesMisuse(call)
    const name = call.options.get('format') ?? ''
    if (fault === undefined && name === tablesFormat) {
      return writeTables(call, statusOf(call), outside)
    }
    const choices = fault ?? choicesOf(call, name)
    if (typeof choices === 'string') {
      outside.error(`biaozhu: ${choices}\nTry: biaozhu export --help\n`)
      return 2
    }
    const pages = await pagesOf(call.operands, choices.format, outside)
    return write(pages, choices, call, outside)
  },
}

/** What a call asks for, `format` by its name; a sentence for what makes no sense. */
export function choicesOf({ options }: Call, name: string): ExportChoices | string {
  const format = formats.find((each) => each.name === name)
  if (format === undefined) return `there is no format ${name}`
  const values = optionValues(format, options, formats)
  if (typeof values === 'string') return values
  const text = options.get('text')
  return {
    format,
    options: values,
    status: statusOf({ options }),
    text: text === 'source' || text === 'logical' ? text : format.text,
    side: options.get('side') !== 'no',
  }
}

function statusOf({ options }: Pick<Call, 'options'>): WantedStatus {
  const status = options.get('status')
  return status === 'accepted' || status === 'all' ? status : 'finished'
}

/** Exports what was read, and says how it went. */
async function write(
  { source, uris, notes, errors }: ReadPages,
  choices: ExportChoices,
  call: Call,
  outside: Outside,
): Promise<0 | 2> {
  // More errors come while pages are read.
  const before = [...errors]
  say([...notes, ...before, ...logicalWarning(choices)], outside)
  const { problem, losses } = await exportPages(source, choices, {
    folder: outside.exportFolder(call.options.get('out') ?? '', uris),
    onPage: ({ path, accepted, suggested }) =>
      say([`${path}: ${accepted} accepted, ${suggested} suggested`], outside),
  })
  say(errors.slice(before.length), outside)
  sayLosses(losses, choices, outside)
  if (problem !== undefined) say([problem], outside)
  return problem === undefined && errors.length === 0 ? 0 : 2
}

/** Said before anything is written: the logical text leads back to the pages by its side file alone. */
export function logicalWarning({ text, side, format }: ExportChoices): readonly string[] {
  if (text !== 'logical' || side || format.read === undefined) return []
  return [
    'the logical text without side files loses the line breaks and the order of the source, and what stands outside ' +
      'of its articles and blocks; --side yes or --text source keeps them',
  ]
}

/** What is lost, and whether import restores it. */
export function sayLosses(
  losses: readonly LossCount[],
  { side, format }: ExportChoices,
  outside: Pick<Outside, 'error'>,
): void {
  say(lossSentences(losses, format.title), outside)
  const isRestored = losses.some(({ kind }) => kind !== 'page')
  if (isRestored && side && format.read !== undefined) {
    say([`the files *.${format.name}.side.jsonl restore them on import`], outside)
  }
}
