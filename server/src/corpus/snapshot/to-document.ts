/** The page of an entry as a document, taken over from the snapshot before where it is the same. */
import { haveSameTypes, type Schema } from '../../annotation/schema/schema.ts'
import { createDocument } from './document.ts'
import { type Entry, shownContent } from './entry.ts'
import type { Document, Snapshot } from './model.ts'
import { type Names, noNames } from './names.ts'

/** Keeps the object of the snapshot before where nothing about the page has changed. */
export function toDocument(
  uri: string,
  path: string,
  {
    entry,
    names,
    schema,
    before,
  }: { entry: Entry; names: Names; schema: Schema; before: Snapshot | undefined },
): Document | undefined {
  const content = shownContent(entry)
  if (content === undefined || entry.binary) return undefined
  const { annotations, saved, past, file } = entry
  const home = { content: file ?? content, annotations: file ? entry.settled : annotations }
  const shown = entry.buffer?.uri ?? uri
  const version = entry.buffer?.version
  for (const corpus of before?.corpora ?? []) {
    const old = corpus.find(uri)
    if (
      old !== undefined &&
      old.uri === shown &&
      old.path === path &&
      old.version === version &&
      old.text === content.text &&
      old.encoding === content.encoding &&
      old.state === content.state &&
      old.annotations === annotations &&
      old.saved === saved &&
      old.stored.annotations === home.annotations &&
      old.stored.text === home.content.text &&
      old.past === past &&
      haveSameTypes(corpus.schema, schema) &&
      (names === noNames || corpus.names === names)
    ) {
      return old
    }
  }
  const parts = { uri: shown, path, content, version, annotations, saved, past }
  return createDocument({ ...parts, home, names, schema })
}
