/** A page through a format and back, and the page that its declared losses leave. */
import type {
  Format,
  ImportedFile,
  ReadContext,
  WriteContext,
} from '../../server/src/exchange/format/format.ts'
import type { Loss } from '../../server/src/exchange/format/losses.ts'
import type {
  ExchangeMention,
  ExchangePage,
  ExchangeRelation,
  ReadPage,
} from '../../server/src/exchange/format/model.ts'
import { restore } from '../../server/src/exchange/our-page/restore.ts'
import { readSideFile, sideLines } from '../../server/src/exchange/our-page/side-file.ts'
import { context } from './exchange-page.ts'

export interface RoundTrip {
  readonly losses: readonly Loss[]
  readonly read: ReadPage
  /** With the side file. */
  readonly restored: ReadPage
  readonly problems: readonly string[]
}

/** Files by path, as they stand on a disk when the export is done. */
export function writeAll(
  format: Format,
  pages: readonly ExchangePage[],
  options: Readonly<Record<string, string>> = {},
  about: Omit<WriteContext, 'options'> = context,
): { files: ReadonlyMap<string, Uint8Array>; losses: readonly (readonly Loss[])[] } {
  const parts = new Map<string, Buffer[]>()
  const put = (chunks: ReturnType<ReturnType<Format['write']>['begin']>): void => {
    for (const { path, content } of chunks) {
      parts.set(path, [...(parts.get(path) ?? []), Buffer.from(content)])
    }
  }
  const writer = format.write({ ...about, pages: pages.map(({ path }) => path), options })
  put(writer.begin())
  const losses = pages.map((page) => {
    const written = writer.page(page, page.path.replace(/\.txt$/, ''))
    put(written.chunks)
    return written.losses
  })
  put(writer.end())
  return { files: new Map([...parts].map(([path, each]) => [path, Buffer.concat(each)])), losses }
}

/** Reads every file that the format accepts. `texts` by the name of the page, without ending too. */
export function readAll(
  format: Format,
  files: ReadonlyMap<string, Uint8Array>,
  texts: Pick<ReadonlyMap<string, string>, 'get'>,
): { pages: readonly ReadPage[]; problems: readonly string[] } {
  const { read } = format
  if (read === undefined) throw new Error(`${format.name} is only written`)
  const readings = [...files]
    .map(([path, content]): ImportedFile => ({ path, content }))
    .filter(({ path }) => read.accepts(path))
    .map((file) => {
      const companions = new Map<string, Uint8Array>()
      for (const path of read.companions(file.path)) {
        const content = files.get(path)
        if (content !== undefined) companions.set(path, content)
      }
      const readContext: ReadContext = {
        schema: context.schema,
        companions,
        text: (name) => texts.get(name) ?? texts.get(`${name}.txt`),
      }
      return read.read(file, readContext)
    })
  return {
    pages: readings.flatMap(({ pages }) => pages),
    problems: readings.flatMap(({ problems }) => problems.map(({ message }) => message)),
  }
}

export function roundTrip(
  format: Format,
  page: ExchangePage,
  options: Readonly<Record<string, string>> = {},
): RoundTrip {
  const { files, losses } = writeAll(format, [page], options)
  const { pages, problems } = readAll(format, files, new Map([[page.path, page.text]]))
  const [read = emptyReading(page)] = pages
  const side = readSideFile(sideLines(page, losses[0] ?? [])).get(page.path)
  const restored = side === undefined ? read : restore(read, side)
  return { losses: losses[0] ?? [], read, restored, problems }
}

/** A format of rows has none for a page without annotations. */
function emptyReading({ path, text }: ExchangePage): ReadPage {
  return { name: path, text, mentions: [], relations: [] }
}

/** The annotations of `page` less what is declared as lost. */
export function less(page: ExchangePage, losses: readonly Loss[]): Annotations {
  const byId = new Map(losses.map((loss) => [`${loss.kind} ${loss.id}`, loss]))
  const mentions = page.mentions.flatMap((mention): readonly ExchangeMention[] => {
    const loss = byId.get(`mention ${mention.id}`)
    if (loss?.kind !== 'mention') return [mention]
    if (loss.lost.includes('all')) return []
    const kept = without(mention, loss.lost)
    return (loss.written ?? [mention]).map(({ spans, type }) => ({ ...kept, spans, type }))
  })
  const relations = page.relations.flatMap((relation): readonly ExchangeRelation[] => {
    const loss = byId.get(`relation ${relation.id}`)
    if (loss === undefined) return [relation]
    return loss.lost.some((part) => part === 'all') ? [] : [without(relation, loss.lost)]
  })
  return { mentions, relations }
}

export interface Annotations {
  readonly mentions: readonly ExchangeMention[]
  readonly relations: readonly ExchangeRelation[]
}

function without<Statement extends ExchangeMention | ExchangeRelation>(
  statement: Statement,
  lost: readonly string[],
): Statement {
  const kept = { ...statement }
  for (const part of lost) {
    // Relations are told by the places of their ends where ids are lost.
    if (part === 'status') Reflect.set(kept, 'status', 'accepted')
    else if (part !== 'id' && part !== 'spans' && part !== 'type')
      Reflect.deleteProperty(kept, part)
  }
  return kept
}

/** What can be compared: in a fixed order, with ids or, where these are lost, without them. */
export function comparable({ mentions, relations }: Annotations, ids: boolean): unknown {
  const places = new Map(mentions.map(({ id, spans, type }) => [id, { spans, type }]))
  const sorted = (values: readonly unknown[]): readonly string[] =>
    values.map((value) => JSON.stringify(value, sortedKeys)).sort()
  return {
    mentions: sorted(
      mentions.map((each) => {
        const { id, spans, type, status, confidence, source, attributes, note, unsure } = each
        const { entity, reading, who, when, extra } = each
        const rest = { confidence, source, attributes, note, unsure, entity, reading, who, when }
        return { ...(ids ? { id } : {}), spans, type, status, ...rest, extra }
      }),
    ),
    relations: sorted(
      relations.map(({ id, from, to, ...rest }) =>
        ids ? { id, from, to, ...rest } : { ...rest, from: places.get(from), to: places.get(to) },
      ),
    ),
  }
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
