/** What the indexing process and those that read pages for it say to each other. */

import type { PageRows } from '../../index/database/page-rows.ts'
import type { NameDecisions } from '../../index/decided-names.ts'

/** A page that is to be read. */
export interface PageOrder {
  readonly uri: string
  readonly path: string
  /** Its place as a person would say it. */
  readonly shown: string
  /** Its path below the folder that was named. */
  readonly below: string
  /** Names of which people say that they are no short form of another one on the page. */
  readonly apart: readonly string[]
  /** Ids of names of the page of which people say something. */
  readonly decided: readonly string[]
}

export interface ReadPage {
  readonly path: string
  /** `undefined` of a page that cannot be read. */
  readonly rows: PageRows | undefined
  /** What could not be read. English, one line each. */
  readonly errors: readonly string[]
}

export type ToWorker =
  | { readonly kind: 'start'; readonly names: NameDecisions }
  | { readonly kind: 'pages'; readonly orders: readonly PageOrder[] }

export interface FromWorker {
  readonly kind: 'page'
  readonly page: ReadPage
}

/** Reads and analyses pages, in any order; no faster than they are taken. */
export type ReadPages = (
  orders: readonly PageOrder[],
  names: NameDecisions,
) => AsyncIterable<ReadPage>
