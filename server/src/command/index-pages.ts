/** `biaozhu index`. */
import { availableParallelism } from 'node:os'
import type { IndexOptions } from '../corpus/indexing/index-file.ts'
import type { IndexingReport } from '../corpus/indexing/update-index.ts'
import {
  type Call,
  type Command,
  type ExitStatus,
  type Option,
  type Outside,
  paths,
} from './command.ts'
import { say } from './listing.ts'

/** The file of an index. */
export const indexOption: Option = {
  name: 'index',
  value: 'FILE',
  required: true,
  summary: 'The index: one file, an SQLite database.',
}

export const indexCommand: Command = {
  name: 'index',
  summary: 'makes an index of thousands of pages, for search',
  description:
    'Writes one file with all that is found on the pages and their full text, for biaozhu search. The next time only what has changed is read: texts, annotations, corpus.json; ' +
    'pages that are gone go; what was interrupted goes on. Pages are analysed by processes of their own. With --shard each of several machines indexes its part, ' +
    'and biaozhu index merge makes one index of the parts. The file can always be made again.',
  operands: paths,
  options: [
    indexOption,
    {
      name: 'jobs',
      value: 'N',
      summary: 'How many processes analyse pages. Default: as many as there are cores.',
    },
    {
      name: 'shard',
      value: 'I/N',
      summary: 'Only the I-th of N parts. A page is always of the same part.',
    },
  ],
  examples: [
    'biaozhu index --index pages.db pages',
    'biaozhu index --index part-3.db --shard 3/8 pages',
    'biaozhu index merge --index pages.db part-1.db part-2.db',
  ],
  async run(call, outside) {
    const file = call.options.get('index') ?? ''
    const [first, ...parts] = call.operands
    if (first === 'merge') {
      if (parts.length === 0) return misuse('index merge needs indexes of parts', outside)
      return end(await outside.mergeIndexes(file, parts), file, outside)
    }
    const how = optionsOf(call, outside)
    if (typeof how === 'string') return misuse(how, outside)
    const report = await outside.index(file, call.operands, how)
    outside.progress('')
    return end(report, file, outside)
  },
}

function misuse(message: string, { error }: Outside): ExitStatus {
  error(`biaozhu: ${message}\nTry: biaozhu index --help\n`)
  return 2
}

function optionsOf({ options }: Call, outside: Outside): IndexOptions | string {
  const jobs = Number(options.get('jobs') ?? availableParallelism())
  if (!Number.isInteger(jobs) || jobs < 1) return 'index needs --jobs N, a number from 1 on'
  const shard = options.get('shard')
  const [, number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(shard ?? '') ?? []).map(Number)
  if (shard !== undefined && (number < 1 || number > of)) {
    return 'index needs --shard I/N, such as 3/8'
  }
  return {
    jobs,
    shard: shard === undefined ? undefined : { number, of },
    progress: (done, all, path) => outside.progress(`${done}/${all} ${path}`),
  }
}

function end(report: IndexingReport | string, file: string, outside: Outside): ExitStatus {
  if (typeof report === 'string') {
    say([report], outside)
    return 2
  }
  const { pages, read, gone, notes, errors } = report
  say([...notes, ...errors], outside)
  const changes = [`${read} read`, ...(gone === 0 ? [] : [`${gone} gone`])].join(', ')
  outside.out(`${file}: ${pages} ${pages === 1 ? 'page' : 'pages'} (${changes})\n`)
  return errors.length === 0 ? 0 : 2
}
