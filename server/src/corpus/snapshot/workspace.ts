/** The one mutable object of the server: takes changes, hands out immutable snapshots. */
import type { EntitiesReading } from '../../annotation/entities/entities-text.ts'
import type { TextOf } from '../../annotation/placed/placed.ts'
import type { SidecarProblem } from '../../annotation/sidecar/sidecar.ts'
import type { FileContent } from '../../disk/file-content.ts'
import { comparePaths } from '../../disk/paths.ts'
import { normalUri } from '../../disk/uri.ts'
import type { Tagger } from '../../recognition/spans/tagger.ts'
import type { Edit } from '../../text/edit.ts'
import type { Analyser } from '../analysis/analysis.ts'
import type { CorpusDefinition } from '../config/config.ts'
import { createMembership, type Membership } from '../config/membership.ts'
import { createCorpus, insertionIndex } from './corpus.ts'
import { corpusEntities, entitiesAfter, noCorpusEntities } from './entities.ts'
import {
  afterAnnotate,
  afterClose,
  afterFile,
  afterProblems,
  afterSidecar,
  afterText,
  type Entry,
  type EntryContext,
  isEmpty,
  noEntry,
  type StoredSidecar,
  shownContent,
} from './entry.ts'
import type { Corpus, CorpusEntities, Document, EntitiesEdit, PageEdit, Snapshot } from './model.ts'
import { type Names, namesWith, noNames } from './names.ts'
import { toDocument } from './to-document.ts'
import { withNames, withPage } from './with-page.ts'

export type { FileContent } from '../../disk/file-content.ts'
export type { StoredSidecar } from './entry.ts'

/** Uris may be in any spelling. `open`, `text` and `close` follow the buffers of the editor. */
export type Change =
  | { readonly kind: 'corpora'; readonly corpora: readonly CorpusDefinition[] }
  /** A file as it is on disk now; `undefined` for one that is gone. */
  | { readonly kind: 'file'; readonly uri: string; readonly content: FileContent | undefined }
  | { readonly kind: 'open'; readonly uri: string; readonly version: number; readonly text: string }
  | {
      readonly kind: 'text'
      readonly uri: string
      readonly version: number
      readonly text: string
      /** One after the other, what made `text` of the text before; else what differs is found. */
      readonly edits?: readonly Edit[]
    }
  | { readonly kind: 'close'; readonly uri: string }
  /** The sidecar of the page `uri` as it is on disk now, or as it is to be. */
  | {
      readonly kind: 'sidecar'
      readonly uri: string
      readonly sidecar: StoredSidecar
      /** What it says of names is told to the other pages with the next change of kind `names`. */
      readonly namesLater?: true
    }
  /** What is wrong with the sidecar of the page `uri`, since it was written anew. */
  | {
      readonly kind: 'problems'
      readonly uri: string
      readonly problems: readonly SidecarProblem[]
    }
  /** After many sidecars were read: what they say of names is told to all pages. */
  | { readonly kind: 'names' }
  /** The `entities.jsonl` of the corpus `root` as it is on disk now, or as it is to be. */
  | { readonly kind: 'entities'; readonly root: string; readonly entities: EntitiesReading }
  /** What people say of entities. */
  | { readonly kind: 'decide'; readonly edits: readonly EntitiesEdit[] }
  /** What was learned from pages done, `undefined` for nothing; the pages follow by `suggest`. */
  | { readonly kind: 'personal'; readonly root: string; readonly personal: Tagger | undefined }
  /** The page has its suggestions made anew. */
  | { readonly kind: 'suggest'; readonly uri: string }
  /** Each page has to be `saved`: the edits of others are not taken. */
  | { readonly kind: 'annotate'; readonly edits: readonly PageEdit[] }

export interface WorkspaceOptions {
  /** Texts that pages had before. */
  readonly textOf?: TextOf
  /** Somebody analyses all pages in the background: what is asked of the whole corpus does not wait for it. */
  readonly analysedLater?: boolean
}

export class Workspace {
  readonly #context: EntryContext
  readonly #analysedLater: boolean
  /** By normal uri. Only `apply` writes it; snapshots never see it. */
  readonly #entries = new Map<string, Entry>()
  /** By root. */
  readonly #personal = new Map<string, Tagger>()
  /** By root. */
  readonly #entities = new Map<string, CorpusEntities>()
  #definitions: readonly CorpusDefinition[] = []
  #place: Membership = () => undefined
  #snapshot: Snapshot = { revision: 0, corpora: [] }

  constructor(
    analyser: Analyser,
    { textOf = () => undefined, analysedLater = false }: WorkspaceOptions = {},
  ) {
    this.#context = { analyser, textOf }
    this.#analysedLater = analysedLater
  }

  snapshot(): Snapshot {
    return this.#snapshot
  }

  /** What people say of the entities of a corpus, also where its pages are not there any more. */
  entitiesOf(root: string): CorpusEntities {
    return this.#entities.get(normalUri(root)) ?? noCorpusEntities
  }

  /** Applies one change and returns the snapshot after it. Untouched corpora keep their objects. */
  apply(change: Change): Snapshot {
    this.#snapshot = { revision: this.#snapshot.revision + 1, corpora: this.#after(change) }
    return this.#snapshot
  }

  #after(change: Change): readonly Corpus[] {
    const { corpora } = this.#snapshot
    switch (change.kind) {
      case 'corpora':
        return this.#define(change.corpora)
      case 'names':
        return this.#withNames(corpora)
      case 'personal':
        return this.#withPersonal(normalUri(change.root), change.personal)
      case 'entities': {
        const root = normalUri(change.root)
        return this.#withEntities(new Map([[root, corpusEntities(change.entities)]]))
      }
      case 'decide':
        return this.#withEntities(
          new Map(
            change.edits.map(({ root, ...edit }) => [
              normalUri(root),
              entitiesAfter(this.entitiesOf(root), edit),
            ]),
          ),
        )
      case 'suggest':
        return this.#suggested(normalUri(change.uri))
      case 'annotate': {
        const edited = change.edits.reduce(
          (all, edit) =>
            this.#change(
              edit.uri,
              (entry, page) => afterAnnotate(entry, edit, page, this.#context),
              { corpora: all, namesLater: true },
            ),
          corpora,
        )
        return this.#withNames(edited)
      }
      default: {
        const namesLater = change.kind === 'sidecar' && change.namesLater === true
        const next = (entry: Entry, page: string) => this.#next(change, entry, page)
        return this.#change(change.uri, next, { corpora, namesLater })
      }
    }
  }

  #withNames(corpora: readonly Corpus[]): readonly Corpus[] {
    return corpora.map((corpus) => {
      const definition = this.#definitions.find(({ root }) => root === corpus.root)
      return definition === undefined
        ? corpus
        : withNames(corpus, definition, (each, names) => this.#renamed(each, names))
    })
  }

  #withPersonal(root: string, personal: Tagger | undefined): readonly Corpus[] {
    if (personal === undefined) this.#personal.delete(root)
    else this.#personal.set(root, personal)
    return this.#snapshot.corpora.map((corpus) => {
      const definition = this.#definitions.find((each) => each.root === root)
      if (corpus.root !== root || definition === undefined) return corpus
      const { documents, binaryPaths } = corpus
      const names = namesWith(corpus.index.nameDecisions(), personal)
      return createCorpus(definition, { documents, binaryPaths, names, before: corpus })
    })
  }

  /** By root. */
  #withEntities(said: ReadonlyMap<string, CorpusEntities>): readonly Corpus[] {
    for (const [root, entities] of said) this.#entities.set(root, entities)
    return this.#snapshot.corpora.map((corpus) => {
      const entities = said.get(corpus.root)
      const definition = this.#definitions.find(({ root }) => root === corpus.root)
      if (entities === undefined || definition === undefined) return corpus
      const { documents, binaryPaths, names } = corpus
      return createCorpus(definition, { documents, binaryPaths, names, entities, before: corpus })
    })
  }

  #suggested(uri: string): readonly Corpus[] {
    const { definition } = this.#place(uri) ?? {}
    return this.#snapshot.corpora.map((corpus) => {
      if (definition === undefined || corpus.root !== definition.root) return corpus
      const old = corpus.find(uri)
      if (old === undefined) return corpus
      const { binaryPaths, names } = corpus
      const at = insertionIndex(corpus.documents, old.path)
      const documents = corpus.documents.with(at, this.#renamed(old, names))
      return createCorpus(definition, { documents, binaryPaths, names, before: corpus })
    })
  }

  #next(
    change: Extract<Change, { kind: 'file' | 'open' | 'text' | 'close' | 'sidecar' | 'problems' }>,
    entry: Entry,
    page: string,
  ): Entry {
    switch (change.kind) {
      case 'file':
        return afterFile(entry, change.content, page, this.#context)
      case 'open':
      case 'text':
        return afterText(entry, change, page, this.#context)
      case 'close':
        return afterClose(entry)
      case 'sidecar':
        return afterSidecar(entry, change.sidecar, page, this.#context)
      case 'problems':
        return afterProblems(entry, change.problems)
    }
  }

  #define(definitions: readonly CorpusDefinition[]): readonly Corpus[] {
    this.#definitions = definitions.map((each) => ({ ...each, root: normalUri(each.root) }))
    this.#place = createMembership(this.#definitions)
    const pages = new Map(this.#definitions.map(({ root }) => [root, [] as Placed[]]))
    const binary = new Map(this.#definitions.map(({ root }) => [root, new Set<string>()]))
    for (const [uri, entry] of this.#entries) {
      const place = this.#place(uri)
      if (place === undefined) {
        // A page of no corpus is forgotten; what is open may become one again.
        if (entry.buffer === undefined) this.#entries.delete(uri)
        continue
      }
      const { root } = place.definition
      if (entry.binary) binary.get(root)?.add(place.path)
      else if (shownContent(entry) !== undefined)
        pages.get(root)?.push({ uri, path: place.path, entry })
    }
    return this.#definitions
      .map((definition) => {
        const placed = pages.get(definition.root) ?? []
        const { root, config } = definition
        const before = this.#snapshot.corpora.find((corpus) => corpus.root === root)
        const names = before?.names ?? namesWith(noNames, this.#personal.get(root))
        const documents = placed.flatMap(({ uri, path, entry }) => {
          const { schema } = config
          const document = toDocument(uri, path, { entry, names, schema, before: this.#snapshot })
          return document === undefined ? [] : [document]
        })
        const corpus = createCorpus(definition, {
          documents: documents.sort((a, b) => comparePaths(a.path, b.path)),
          binaryPaths: binary.get(root) ?? new Set(),
          names,
          entities: this.#entities.get(root),
          before,
          analysedLater: this.#analysedLater,
        })
        return withNames(corpus, definition, (each, told) => this.#renamed(each, told))
      })
      .sort((a, b) => comparePaths(a.root, b.root))
  }

  #change(
    spelled: string,
    next: (entry: Entry, page: string) => Entry,
    { corpora, namesLater }: { corpora: readonly Corpus[]; namesLater: boolean },
  ): readonly Corpus[] {
    const uri = normalUri(spelled)
    const page = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
    const entry = next(this.#entries.get(uri) ?? noEntry, page)
    if (isEmpty(entry)) this.#entries.delete(uri)
    else this.#entries.set(uri, entry)
    const place = this.#place(uri)
    if (place === undefined) return corpora
    const { definition, path } = place
    return corpora.map((corpus) => {
      if (corpus.root !== definition.root) return corpus
      const document = toDocument(uri, path, {
        entry,
        names: corpus.names,
        schema: definition.config.schema,
        before: this.#snapshot,
      })
      return withPage(corpus, definition, {
        path,
        document,
        binary: entry.binary === true,
        namesLater,
        renamed: (each, names) => this.#renamed(each, names),
      })
    })
  }

  /** The document with what people decided elsewhere. */
  #renamed(document: Document, names: Names): Document {
    const uri = normalUri(document.uri)
    const entry = this.#entries.get(uri)
    const schema = this.#place(uri)?.definition.config.schema
    if (entry === undefined || schema === undefined) return document
    return toDocument(uri, document.path, { entry, names, schema, before: undefined }) ?? document
  }
}

interface Placed {
  readonly uri: string
  readonly path: string
  readonly entry: Entry
}
