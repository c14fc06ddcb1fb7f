/** The terms of http://www.w3.org/ns/anno.jsonld that are used, as the recommendation defines them. */

const oa = 'http://www.w3.org/ns/oa#'
const as = 'http://www.w3.org/ns/activitystreams#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const foaf = 'http://xmlns.com/foaf/0.1/'
const terms = 'http://purl.org/dc/terms/'

const link = (id: string) => ({ '@type': '@id', '@id': id })
const count = (id: string) => ({ '@type': `${xsd}nonNegativeInteger`, '@id': id })
const word = (id: string) => ({ '@type': '@vocab', '@id': id })
const same = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, oa + name]))

export const standardContext = {
  '@context': {
    id: link('@id'),
    type: link('@type'),
    ...same('Annotation', 'TextualBody', 'SpecificResource'),
    ...same('TextQuoteSelector', 'TextPositionSelector', 'exact', 'prefix', 'suffix'),
    ...same('classifying', 'commenting', 'editing', 'identifying', 'linking'),
    AnnotationPage: `${as}OrderedCollectionPage`,
    Person: `${foaf}Person`,
    Software: `${as}Application`,
    body: link(`${oa}hasBody`),
    target: link(`${oa}hasTarget`),
    source: link(`${oa}hasSource`),
    selector: link(`${oa}hasSelector`),
    creator: link(`${terms}creator`),
    generator: link(`${as}generator`),
    items: { ...link(`${as}items`), '@container': '@list' },
    motivation: word(`${oa}motivatedBy`),
    purpose: word(`${oa}hasPurpose`),
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    name: `${foaf}name`,
    created: { '@type': `${xsd}dateTime`, '@id': `${terms}created` },
    start: count(`${oa}start`),
    end: count(`${oa}end`),
  },
}
