/** A hash of the state of a corpus, so that numbers can be made again from the same state. */
import { createHash } from 'node:crypto'
import { printEntities } from '../../annotation/entities/entities-text.ts'
import type { Annotations } from '../../annotation/placed/placed.ts'
import { inOrder, printRecord } from '../../annotation/sidecar/sidecar.ts'
import type { Corpus } from '../../corpus/snapshot/model.ts'
import { oncePer } from '../../values/once-per.ts'

/**
 * SHA-256, in hexadecimal, of a line for each page by path: the hash of its text (UTF-8, LF), that of its records as its sidecar has
 * them, and its path; then the hash of `entities.jsonl` and of what corpus.json says. A step a page.
 */
export function* corpusHash(corpus: Corpus): Generator<void, string> {
  const hash = createHash('sha256')
  for (const { path, view, annotations } of corpus.documents) {
    hash.update(`${view.sha256} ${recordsHash(annotations)} ${path}\n`)
    yield
  }
  hash.update(`${sha256(printEntities(corpus.entities))} entities.jsonl\n`)
  hash.update(`${sha256(JSON.stringify(corpus.config))} corpus.json\n`)
  return hash.digest('hex')
}

const recordsHash = oncePer(({ records }: Annotations): string => {
  const lines = inOrder(records.map(({ record }) => record)).map(printRecord)
  return sha256(lines.map((line) => `${line}\n`).join(''))
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
