/** The one mutable object of the server: takes changes, hands out immutable snapshots. */
import type { Analyser } from './analysis.ts'
import type { CorpusDefinition } from './config.ts'
import { comparePaths, createCorpus, insertionIndex } from './corpus.ts'
import {
  bufferState,
  type Content,
  createDocument,
  type FileContent,
  pageContent,
} from './document.ts'
import { createMembership, type Membership } from './membership.ts'
import type { Corpus, Document, Snapshot } from './model.ts'
import { normalUri } from './uri.ts'

export type { FileContent } from './document.ts'

/** Uris may be in any spelling. `open`, `text` and `close` follow the buffers of the editor. */
export type Change =
  | { readonly kind: 'corpora'; readonly corpora: readonly CorpusDefinition[] }
  /** A file as it is on disk now; `undefined` for one that is gone. */
  | { readonly kind: 'file'; readonly uri: string; readonly content: FileContent | undefined }
  | { readonly kind: 'open'; readonly uri: string; readonly version: number; readonly text: string }
  | { readonly kind: 'text'; readonly uri: string; readonly version: number; readonly text: string }
  | { readonly kind: 'close'; readonly uri: string }

/** What is known of one file: what the disk has, and over it what the editor has. */
interface Entry {
  readonly file?: Content
  readonly binary?: boolean
  readonly buffer?: { readonly uri: string; readonly version: number; readonly content: Content }
}

export class Workspace {
  readonly #analyser: Analyser
  /** By normal uri. Only `apply` writes it; snapshots never see it. */
  readonly #entries = new Map<string, Entry>()
  #definitions: readonly CorpusDefinition[] = []
  #place: Membership = () => undefined
  #snapshot: Snapshot = { revision: 0, corpora: [] }

  constructor(analyser: Analyser) {
    this.#analyser = analyser
  }

  snapshot(): Snapshot {
    return this.#snapshot
  }

  /** Applies one change and returns the snapshot after it. Untouched corpora keep their objects. */
  apply(change: Change): Snapshot {
    const { corpora } = this.#snapshot
    const next =
      change.kind === 'corpora' ? this.#define(change.corpora) : this.#change(change, corpora)
    this.#snapshot = { revision: this.#snapshot.revision + 1, corpora: next }
    return this.#snapshot
  }

  #define(definitions: readonly CorpusDefinition[]): readonly Corpus[] {
    this.#definitions = definitions.map((each) => ({ ...each, root: normalUri(each.root) }))
    this.#place = createMembership(this.#definitions)
    const documents = new Map(definitions.map(({ root }) => [normalUri(root), [] as Document[]]))
    const binary = new Map(this.#definitions.map(({ root }) => [root, new Set<string>()]))
    for (const [uri, entry] of this.#entries) {
      const place = this.#place(uri)
      if (place === undefined) {
        // A page of no corpus is forgotten; what is open may become one again.
        if (entry.buffer === undefined) this.#entries.delete(uri)
        continue
      }
      const { root } = place.definition
      const document = toDocument(uri, place.path, entry, this.#snapshot)
      if (document !== undefined) documents.get(root)?.push(document)
      else if (entry.binary) binary.get(root)?.add(place.path)
    }
    return this.#definitions
      .map((definition) =>
        createCorpus(
          definition,
          (documents.get(definition.root) ?? []).sort((a, b) => comparePaths(a.path, b.path)),
          binary.get(definition.root) ?? new Set(),
        ),
      )
      .sort((a, b) => comparePaths(a.root, b.root))
  }

  #change(
    change: Exclude<Change, { kind: 'corpora' }>,
    corpora: readonly Corpus[],
  ): readonly Corpus[] {
    const uri = normalUri(change.uri)
    const entry = this.#entry(change, this.#entries.get(uri) ?? {})
    if (entry.file === undefined && entry.buffer === undefined && !entry.binary)
      this.#entries.delete(uri)
    else this.#entries.set(uri, entry)
    const place = this.#place(uri)
    if (place === undefined) return corpora
    const document = toDocument(uri, place.path, entry, this.#snapshot)
    return corpora.map((corpus) =>
      corpus.root === place.definition.root
        ? withPage(corpus, place.definition, place.path, document, entry.binary === true)
        : corpus,
    )
  }

  #entry(change: Exclude<Change, { kind: 'corpora' }>, entry: Entry): Entry {
    switch (change.kind) {
      case 'file':
        return this.#readFile(change.content, entry)
      case 'open':
      case 'text': {
        const { file, buffer } = entry
        const content = pageContent(
          change.text,
          file?.encoding ?? 'utf8',
          bufferState(change.text, file),
          this.#analyser,
          [buffer?.content, file],
        )
        return { ...entry, buffer: { uri: change.uri, version: change.version, content } }
      }
      case 'close': {
        const { buffer: _closed, ...rest } = entry
        return rest
      }
    }
  }

  #readFile(content: FileContent | undefined, { file, buffer }: Entry): Entry {
    const read =
      content === undefined || content.state === 'binary'
        ? undefined
        : pageContent(content.text, content.encoding, content.state, this.#analyser, [
            file,
            buffer?.content,
          ])
    const rest = {
      ...(read === undefined ? {} : { file: read }),
      ...(content?.state === 'binary' ? { binary: true } : {}),
    }
    if (buffer === undefined) return rest
    // Only now can be said whether the buffer was read in the wrong encoding.
    const { text } = buffer.content
    const known = read ?? file
    const encoding = known?.encoding ?? buffer.content.encoding
    const state = bufferState(text, known)
    return {
      ...rest,
      buffer: {
        ...buffer,
        content: pageContent(text, encoding, state, this.#analyser, [buffer.content, read]),
      },
    }
  }
}

/** Keeps the object of the snapshot before where nothing about the page has changed. */
function toDocument(
  uri: string,
  path: string,
  entry: Entry,
  before: Snapshot,
): Document | undefined {
  const content = entry.buffer?.content ?? entry.file
  if (content === undefined || entry.binary) return undefined
  const shown = entry.buffer?.uri ?? uri
  const version = entry.buffer?.version
  for (const corpus of before.corpora) {
    const old = corpus.find(uri)
    if (
      old !== undefined &&
      old.uri === shown &&
      old.path === path &&
      old.version === version &&
      old.text === content.text &&
      old.encoding === content.encoding &&
      old.state === content.state
    ) {
      return old
    }
  }
  return createDocument(shown, path, content, version)
}

function withPage(
  corpus: Corpus,
  definition: CorpusDefinition,
  path: string,
  document: Document | undefined,
  binary: boolean,
): Corpus {
  const at = insertionIndex(corpus.documents, path)
  const old = corpus.documents[at]?.path === path ? corpus.documents[at] : undefined
  if (old === document && binary === corpus.binaryPaths.has(path)) return corpus
  const documents = [
    ...corpus.documents.slice(0, at),
    ...(document === undefined ? [] : [document]),
    ...corpus.documents.slice(old === undefined ? at : at + 1),
  ]
  const binaryPaths = new Set(corpus.binaryPaths)
  if (binary) binaryPaths.add(path)
  else binaryPaths.delete(path)
  return createCorpus(definition, documents, binaryPaths)
}
