/** `corpus-queries.ts INDEX`: asks an index as the program does that has it open. Prints JSON: p50 and p95 in ms of CPU, by question. */
import { databaseSource } from '../server/src/feature/search/database-source.ts'
import { parseQuery } from '../server/src/feature/search/query.ts'
import { search } from '../server/src/feature/search/search.ts'
import { openToRead } from '../server/src/index/database/open-index.ts'
import { IndexReader } from '../server/src/index/database/reader.ts'
import { randomOf } from '../test/varied/random.ts'

const opening = await openToRead(process.argv[2] ?? '')
if (opening.kind === 'fault') throw new Error(opening.message)
const reader = new IndexReader(opening.sqlite)
const random = randomOf(3)
const rounds = 20
const [[pages] = []] = opening.sqlite.rows('SELECT max(id) FROM page')
const entities = opening.sqlite.rows('SELECT name FROM entity ORDER BY count DESC, root')

/** A piece of so many Han characters of a page that is there. */
function piece(length: number): string {
  for (;;) {
    const [[id] = []] =
      opening.kind === 'open'
        ? opening.sqlite.rows('SELECT id FROM page WHERE id >= ? LIMIT 1', random(Number(pages)))
        : []
    const { text } = reader.content(Number(id))
    const run = text.slice(random(text.length)).match(/\p{Script=Han}+/u)?.[0] ?? ''
    if (run.length >= length) return run.slice(0, length)
  }
}

const questions: Readonly<Record<string, () => () => number>> = {
  'two characters, first 50': () => asked(piece(2), 50),
  'four characters, first 50': () => asked(piece(4), 50),
  'phrase of eight, first 50': () => asked(`"${piece(8)}"`, 50),
  'expression with a word, first 50': () => asked(`/${piece(2)}.{1,6}[会局]/`, 50),
  'expression without one, first 50': () => asked('/第[一二三]届/', 50),
  'references of a frequent entity, first 1,000': () =>
    asked(`entity:"${entities[random(5)]?.[0]}"`, 1000),
  'references of a rare entity': () =>
    asked(`entity:"${entities[entities.length - 1 - random(entities.length >> 1)]?.[0]}"`, 1000),
  'entities by name': () => {
    const name = piece(2)
    return () => reader.entitiesNamed((each) => each.includes(name)).length
  },
}

function asked(text: string, most: number): () => number {
  const query = parseQuery(
    text.replaceAll(/(?<=entity:").*(?="$)/g, (name) => name.replaceAll('"', '')),
  )
  if ('fault' in query) throw new Error(`${text}: ${query.fault}`)
  return () => {
    let count = 0
    for (const { records } of search(databaseSource(reader), query, {
      context: 20,
      includes: () => true,
    })) {
      count += records.length
      if (count >= most) break
    }
    return count
  }
}

const figures = Object.entries(questions).map(([question, prepare]) => {
  const times = Array.from({ length: rounds }, () => {
    const work = prepare()
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  return [question, times[rounds >> 1] ?? 0, times[Math.floor(rounds * 0.95)] ?? 0] as const
})
console.log(JSON.stringify(figures))
reader.close()
