/** What the client says at the start and when a setting changes. */
import { isAbsolute } from 'node:path'
import { normalUri } from '../disk/uri.ts'
import type { InitializationOptions } from '../protocol.ts'

/** Clients of other editors send what their users wrote: only what has the right form is taken. */
export function toOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {}
  const { locale, pages, suggestions, minimumConfidence, annotator, storage, ...more } =
    unknowns(value)
  const { personalModel, retrainAfterPages, dateHints, codeLens, rejected, ownCommands } = more
  return {
    ...(typeof locale === 'string' ? { locale } : {}),
    ...(pages === undefined ? {} : { pages: Object.fromEntries(globsByFolder(pages)) }),
    ...(typeof suggestions === 'boolean' ? { suggestions } : {}),
    ...(typeof minimumConfidence === 'number' ? { minimumConfidence } : {}),
    ...(typeof dateHints === 'boolean' ? { dateHints } : {}),
    ...(typeof codeLens === 'boolean' ? { codeLens } : {}),
    ...(typeof annotator === 'string' ? { annotator } : {}),
    ...(typeof storage === 'string' && isAbsolute(storage) ? { storage } : {}),
    ...(typeof personalModel === 'boolean' ? { personalModel } : {}),
    ...(typeof retrainAfterPages === 'number' ? { retrainAfterPages } : {}),
    ...(typeof rejected === 'boolean' ? { rejected } : {}),
    ...(typeof ownCommands === 'boolean' ? { ownCommands } : {}),
  }
}

function unknowns(value: object): Record<string, unknown> {
  return { ...value }
}

function globsByFolder(pages: unknown): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(typeof pages === 'object' && pages !== null ? pages : {}).flatMap(
    ([uri, list]): [string, string[]][] =>
      Array.isArray(list)
        ? [[normalUri(uri), list.filter((glob) => typeof glob === 'string')]]
        : [],
  )
}
