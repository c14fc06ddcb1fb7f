/** Names of our own in Web Annotation files, and ids as the IRIs that it wants. */
import type { JsonObject } from '../../values/json.ts'

const namespace = 'urn:biaozhu:terms:'

const json = (name: string): JsonObject => ({ '@id': `${namespace}${name}`, '@type': '@json' })

/** The standard's context, and ours for what it has no word for. */
export const contexts: readonly (string | JsonObject)[] = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    status: `${namespace}status`,
    confidence: json('confidence'),
    unsure: `${namespace}unsure`,
    relation: `${namespace}relation`,
    when: `${namespace}when`,
    path: `${namespace}path`,
    sha256: `${namespace}sha256`,
    text: `${namespace}text`,
    versions: json('versions'),
    attributes: json('attributes'),
    extra: json('extra'),
    data: json('data'),
    record: json('record'),
  },
]

export const annotationIri = iriMaker('urn:biaozhu:annotation:')
export const entityIri = iriMaker('urn:biaozhu:entity:')
export const pageIri = iriMaker('urn:biaozhu:page:')

export interface IriMaker {
  of(id: string): string
  /** `undefined` for an IRI of another kind. */
  id(iri: string): string | undefined
}

function iriMaker(prefix: string): IriMaker {
  return {
    // Lone surrogates have no IRI.
    of: (id) => prefix + encodeURIComponent(id.replace(/[\ud800-\udfff]/gu, '\uFFFD')),
    id(iri) {
      if (!iri.startsWith(prefix)) return undefined
      try {
        return decodeURIComponent(iri.slice(prefix.length))
      } catch {
        return undefined
      }
    },
  }
}

/** Whether a text is what `created` may hold: a time with its zone. */
export function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text)
}
