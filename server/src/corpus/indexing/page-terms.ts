/** What a page is beside its bytes: what corpus.json and entities.jsonl say of it, as one short text that tells when that changes. */
import { createHash } from 'node:crypto'
import type { CorpusConfig } from '../config/config.ts'

export interface PageTerms {
  readonly config: CorpusConfig
  readonly pathInCorpus: string
  /** Names of which people say that they are no short form of another one on the page. */
  readonly apart: readonly string[]
  /** Ids of names of the page of which people say something. */
  readonly decided: readonly string[]
}

export function termsOf({ config, pathInCorpus, apart, decided }: PageTerms): string {
  const { encoding, newspaper, fileNames, schema, pageData } = config
  const data = Object.hasOwn(pageData, pathInCorpus) ? pageData[pathInCorpus] : undefined
  const names = [apart.toSorted(), decided.toSorted()]
  return digest(JSON.stringify([encoding, newspaper, fileNames, schema, data, names]))
}

/** Of the bytes of a page and of its sidecar, where it has one. */
export function hashOf(page: Uint8Array, sidecar: Uint8Array | undefined): string {
  const hash = createHash('sha256').update(`${page.length}\n`).update(page)
  return short(hash.update(sidecar ?? '').digest())
}

export function digest(text: string): string {
  return short(createHash('sha256').update(text).digest())
}

/** 120 bits are enough to tell texts apart, and there is a row for each page. */
function short(hash: Buffer): string {
  return hash.toString('base64url').slice(0, 20)
}
