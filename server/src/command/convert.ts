/** `biaozhu convert`. */
import { formats } from '../exchange/formats.ts'
import { exportPages } from '../feature/export/export.ts'
import { importProblem } from '../feature/import/report.ts'
import { type Command, type Operands, paths } from './command.ts'
import { convertSource } from './convert-source.ts'
import { choicesOf, logicalWarning, sayLosses, writeOptions } from './export.ts'
import { say } from './listing.ts'

const operands: Operands = { ...paths, shown: '[PATH…]', least: 0 }

export const convertCommand: Command = {
  name: 'convert',
  summary: 'files of one program as those of another',
  description:
    'Reads the files of one format and writes them in another, without a corpus. A format that has no text of its ' +
    'own needs the pages: PATH… names them, as files or folders. What was exported in the logical text stays in it. ' +
    'Where a file says other words than its positions lead to, they are looked for, as by import. Each page is ' +
    'written whole: a second one of the same name is written as NAME~2.',
  operands,
  options: [
    {
      name: 'from-format',
      values: formats.filter(({ read }) => read !== undefined).map(({ name }) => name),
      required: true,
      summary: 'The format to read.',
    },
    {
      name: 'to-format',
      values: formats.map(({ name }) => name),
      required: true,
      summary: 'The format to write.',
    },
    { name: 'from', value: 'DIR', required: true, summary: 'Folder with the files, or one file.' },
    ...writeOptions,
  ],
  examples: [
    'biaozhu convert --from-format brat --to-format conll --from annotated --out tokens',
    'biaozhu convert --from-format csv --to-format brat --from table --out annotated seeds',
  ],
  statuses:
    '0 done; 1 the place of something is uncertain; 2 misuse, or something that cannot be read or written.',
  async run(call, outside) {
    const { options } = call
    const format = formats.find(({ name }) => name === options.get('from-format'))
    const choices = choicesOf(call, options.get('to-format') ?? '')
    if (format === undefined || typeof choices === 'string') {
      outside.error(`biaozhu: ${choices}\nTry: biaozhu convert --help\n`)
      return 2
    }
    const from = options.get('from') ?? ''
    const folder = await outside.importFolder(from)
    if (folder === undefined) {
      say([`no such file or folder: ${from}`], outside)
      return 2
    }
    const pages = call.operands.length === 0 ? undefined : await outside.pages(call.operands)
    const errors = pages?.errors ?? []
    say([...(pages?.notes ?? []), ...errors, ...logicalWarning(choices)], outside)
    const { source, problems, uncertain, renamed } = await convertSource(
      format,
      folder,
      {
        documents: pages?.documents ?? [],
        version: outside.version,
        created: new Date().toISOString(),
        ...(pages === undefined
          ? {}
          : { schema: pages.corpus.schema, guidelines: pages.guidelines }),
        lexicon: outside.lexicon,
        words: async () => (await outside.analyser()).words,
      },
      choices,
    )
    const { problem, losses } = await exportPages(source, choices, {
      folder: outside.exportFolder(options.get('out') ?? '', [
        ...(pages?.documents.map(({ uri }) => uri) ?? []),
        ...folder.uris,
      ]),
      onPage: ({ path, accepted, suggested }) =>
        say([`${path}: ${accepted} accepted, ${suggested} suggested`], outside),
    })
    const faults = problems.map(importProblem)
    if (source.pages.length === 0) faults.push(`no pages of ${format.title} in ${from}`)
    say([...renamed, ...uncertain].map(importProblem), outside)
    say(faults, outside)
    sayLosses(losses, choices, outside)
    if (problem !== undefined) say([problem], outside)
    if (problem !== undefined || faults.length > 0 || errors.length > 0) return 2
    return uncertain.length > 0 ? 1 : 0
  },
}
