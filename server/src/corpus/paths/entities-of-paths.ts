/** What people say of entities, for pages that a command line names: the nearest `entities.jsonl` upwards, no further than the corpus. */
import type { EntitiesRecord } from '../../annotation/entities/entity-record.ts'
import { entitiesVersion } from '../../annotation/entities/entity-record.ts'
import { readStoredEntities } from '../../annotation/entities/merge-entities.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { parentUri, pathBelow } from '../../disk/uri.ts'
import { corpusEntities, entitiesUri } from '../snapshot/entities.ts'
import type { CorpusEntities } from '../snapshot/model.ts'
import type { PageFile } from './page-reader.ts'

type NamedPage = Pick<PageFile, 'uri' | 'path' | 'root'>

/** Never rejects; `report` hears of files that cannot be read and of lines that are not understood. English. */
export async function entitiesOfPages(
  pages: readonly NamedPage[],
  { files, report }: { readonly files: Pick<Files, 'read'>; report(problem: string): void },
): Promise<CorpusEntities> {
  const texts = new Map<string, Promise<string | undefined>>()
  const textOf = (folder: string): Promise<string | undefined> => {
    const text = texts.get(folder) ?? readText(folder, files, report)
    texts.set(folder, text)
    return text
  }
  const pagesOf = new Map<string, NamedPage[]>()
  for (const page of pages) {
    const folder = await folderOf(page, textOf)
    if (folder !== undefined) pagesOf.set(folder, [...(pagesOf.get(folder) ?? []), page])
  }
  const records: EntitiesRecord[] = []
  for (const [folder, named] of pagesOf) {
    const reading = readStoredEntities((await textOf(folder)) ?? '')
    for (const { line, message } of reading.problems) report(`line ${line}: ${message}`)
    // On the command line a page has another path where that does not begin at the corpus.
    const paths = new Map(named.map(({ uri, path }) => [pathBelow(folder, uri) ?? path, path]))
    for (const record of reading.records) records.push(withPaths(record, paths))
  }
  return corpusEntities({ version: entitiesVersion, records, broken: [], problems: [] })
}

async function folderOf(
  { uri, root }: NamedPage,
  textOf: (folder: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
    if ((await textOf(folder)) !== undefined) return folder
    if (folder === root || parentUri(folder) === folder) return undefined
  }
}

async function readText(
  folder: string,
  files: Pick<Files, 'read'>,
  report: (problem: string) => void,
): Promise<string | undefined> {
  const answer = await files.read(entitiesUri(folder))
  if (answer.kind === 'file') return decode(answer.bytes, 'utf8').text
  if (answer.kind !== 'missing' && answer.kind !== 'folder') report('cannot be read')
  return undefined
}

function withPaths(record: EntitiesRecord, paths: ReadonlyMap<string, string>): EntitiesRecord {
  const renamed = (id: string): string => {
    const at = id.lastIndexOf(`#${record.type}:`)
    const path = at < 0 ? undefined : paths.get(id.slice(0, at))
    return path === undefined ? id : path + id.slice(at)
  }
  return record.kind === 'name'
    ? { ...record, id: renamed(record.id), entity: renamed(record.entity) }
    : { ...record, id: renamed(record.id) }
}
