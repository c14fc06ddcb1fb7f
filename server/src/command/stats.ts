/** `biaozhu stats`. */
import { countedPage, entityFinder } from '../feature/statistics/counted.ts'
import { type Grouping, groupings, linkedGroupings } from '../feature/statistics/model.ts'
import { shownRows, statisticsTable } from '../feature/statistics/tables.ts'
import { createTally } from '../feature/statistics/tally.ts'
import { analyseAll } from './analyse-all.ts'
import { type Call, type Command, type Outside, paths } from './command.ts'
import { say } from './listing.ts'
import { putTable, tableMisuse, tableOptions } from './table-output.ts'

export const stats: Command = {
  name: 'stats',
  summary: 'how many mentions there are, by type, year, page, …',
  description:
    'Counts the mentions of the pages, accepted and suggested ones apart, as they are and for 10,000 characters: of ' +
    'all pages, or where a row is a year, newspaper, page or article, of that. By kind, owner and place only initiatives ' +
    'are counted. What was rejected is not counted.',
  operands: paths,
  options: [
    { name: 'by', values: groupings, default: 'type', summary: 'What a row is.' },
    {
      name: 'type',
      value: 'TYPE',
      summary: 'Counts mentions of this type alone: Initiative, Person, …',
    },
    ...tableOptions,
  ],
  examples: [
    'biaozhu stats seeds',
    'biaozhu stats --by owner seeds',
    'biaozhu stats --by year --type Initiative --format csv pages > years.csv',
    'biaozhu stats --by newspaper --format xlsx --out newspapers.xlsx pages',
  ],
  async run(call, outside) {
    const misuse = tableMisuse(call, 'stats')
    if (misuse !== undefined) {
      outside.error(misuse)
      return 2
    }
    const by = groupings.find((each) => each === call.options.get('by')) ?? 'type'
    const { records, errors, uris } = await count(by, call, outside)
    const output = { records, shown: shownRows(records, by), table: statisticsTable(records) }
    const status = await putTable(output, call, outside, uris)
    return errors.length === 0 ? status : 2
  },
}

async function count(by: Grouping, { options, operands }: Call, outside: Outside) {
  const tally = createTally(by)
  const type = options.get('type')
  if (linkedGroupings.has(by)) {
    const { corpus, documents, notes, errors } = await outside.pages(operands)
    say([...notes, ...errors], outside)
    const { schema } = corpus
    analyseAll(documents, outside)
    const entityOf = entityFinder(corpus)
    for (const document of documents) {
      tally.add(countedPage(document, corpus.pageData(document), { type, schema, entityOf }))
    }
    return { records: tally.records(), errors, uris: documents.map(({ uri }) => uri) }
  }
  const { schema, pages, notes, errors, documents } = await outside.stream(operands)
  const before = [...errors]
  say([...notes, ...before], outside)
  let done = 0
  for await (const { document, data } of documents()) {
    outside.progress(`${++done}/${pages.length} ${document.path}`)
    tally.add(countedPage(document, data, { type, schema }))
  }
  outside.progress('')
  say(errors.slice(before.length), outside)
  return { records: tally.records(), errors, uris: pages.map(({ uri }) => uri) }
}
