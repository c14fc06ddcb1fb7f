/** Imports for tests: files and pages in memory, sidecars made of marked texts. */

import type { AnnotationRecord, SpanRecord } from '../../server/src/annotation/record/record.ts'
import { headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import type { Document } from '../../server/src/corpus/snapshot/model.ts'
import type { ImportFolder } from '../../server/src/disk/import-folder.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import type { ImportAs, ImportItem } from '../../server/src/feature/import/compare.ts'
import { importEdit, type OnConflict } from '../../server/src/feature/import/edits.ts'
import { byDocument, planPage } from '../../server/src/feature/import/plan.ts'
import { type ImportReading, readImport } from '../../server/src/feature/import/read.ts'
import { idMaker } from '../../server/src/values/id.ts'
import { spanRecord } from '../annotation/records.ts'
import { root, workspaceOf } from '../corpus/in-memory.ts'
import { parseMarked } from '../marked.ts'

export interface Page {
  /** Marks are accepted, ids `A`, `B`, …; `changes` of them by id. */
  readonly marked: string
  readonly changes?: Readonly<Record<string, Partial<SpanRecord>>>
}

/** Documents of pages by path. */
export function documentsOf(pages: Readonly<Record<string, string | Page>>): readonly Document[] {
  const given = Object.entries(pages).map(
    ([path, page]) => [path, typeof page === 'string' ? { marked: page } : page] as const,
  )
  const workspace = workspaceOf(
    Object.fromEntries(given.map(([path, { marked }]) => [path, parseMarked(marked).text])),
  )
  for (const [path, { marked, changes = {} }] of given) {
    const { text, spans } = parseMarked(marked)
    const records = spans.map((span, i): AnnotationRecord => {
      const id = String.fromCharCode(65 + i)
      return { ...spanRecord(text, [span], span.type, id), ...changes[id] }
    })
    if (records.length === 0) continue
    const header = headerOf(textView(text), path)
    workspace.apply({
      kind: 'sidecar',
      uri: `${root}/${path}`,
      sidecar: { header, records, broken: [], problems: [] },
    })
  }
  return workspace.snapshot().corpora[0]?.documents ?? []
}

export function folderOf(files: Readonly<Record<string, string>>): ImportFolder {
  return {
    chosen: Object.keys(files).sort(),
    uris: [],
    async read(path) {
      const content = files[path]
      return content === undefined ? undefined : new TextEncoder().encode(content)
    },
  }
}

export function reading(
  format: string,
  files: Readonly<Record<string, string>>,
  documents: readonly Document[],
): Promise<ImportReading> {
  return readImport(formatOf(format), folderOf(files), { documents, schema: defaultSchema })
}

export interface Imported {
  readonly items: readonly ImportItem[]
  /** `kind type text` of each item. */
  readonly said: readonly string[]
  /** Records of the pages afterwards as `status type text`, by place. */
  readonly after: readonly string[]
  readonly problems: readonly string[]
}

export async function imported(
  format: string,
  files: Readonly<Record<string, string>>,
  documents: readonly Document[],
  { as = 'annotations', onConflict = 'skip' }: { as?: ImportAs; onConflict?: OnConflict } = {},
): Promise<Imported> {
  const { pages, problems } = await reading(format, files, documents)
  const items: ImportItem[] = []
  const after: string[] = []
  const newId = idMaker({ now: () => 1, random: (count) => new Uint8Array(count) })
  for (const [document, incoming] of byDocument(pages)) {
    const planned = planPage(document, document.annotations, incoming, {
      ...{ as, newId, who: '王丽', when: '2026-11-20T09:00:00Z' },
      ...{ format: formatOf(format), schemaOf: () => defaultSchema },
    })
    const records = document.annotations.records.map(({ record }) => record)
    const { put, drop } = importEdit(planned, onConflict)
    const gone = new Set([...put.map(({ id }) => id), ...drop])
    after.push(...[...records.filter(({ id }) => !gone.has(id)), ...put].map(textOf))
    items.push(...planned.items)
  }
  return {
    items,
    said: items.map(({ kind, record }) => `${kind} ${textOf(record)}`),
    after: after.sort(),
    problems: problems.map(({ message }) => message),
  }
}

function textOf(record: AnnotationRecord): string {
  if (record.kind === 'relation') return `${record.type} ${record.from} ${record.to}`
  if (record.kind !== 'span') return record.kind
  return `${record.status} ${record.type} ${record.quote.join('…')}`
}

function formatOf(name: string) {
  const format = formats.find((each) => each.name === name)
  if (format === undefined) throw new Error(`There is no format ${name}`)
  return format
}
