/** The pages that a command line names, to be exported: streamed, unless the format needs all at once. */
import type { Format } from '../exchange/format/format.ts'
import type { ExportSource } from '../feature/export/export.ts'
import { corpusSource, streamSource } from '../feature/export/export-source.ts'
import type { Outside } from './command.ts'

export interface ReadPages {
  readonly source: ExportSource
  readonly uris: readonly string[]
  readonly notes: readonly string[]
  /** Grows while pages are read. */
  readonly errors: readonly string[]
}

export async function pagesOf(
  paths: readonly string[],
  format: Format,
  outside: Pick<Outside, 'analyser' | 'pages' | 'stream' | 'version'>,
): Promise<ReadPages> {
  const analyser = await outside.analyser()
  const about = {
    version: outside.version,
    created: new Date().toISOString(),
    words: (text: string) => analyser.words?.(text) ?? [{ start: 0, end: text.length }],
  }
  if (format.links) {
    const { corpus, documents, guidelines, notes, errors } = await outside.pages(paths)
    const uris = documents.map(({ uri }) => uri)
    const source = corpusSource(corpus, documents, { ...about, guidelines }, true)
    return { source, uris, notes, errors }
  }
  const stream = await outside.stream(paths)
  const uris = stream.pages.map(({ uri }) => uri)
  const { notes, errors } = stream
  return { source: streamSource(stream, about), uris, notes, errors }
}
