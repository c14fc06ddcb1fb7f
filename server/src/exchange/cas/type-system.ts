/**
 * The types of our CAS files: sentences and tokens of DKPro, which INCEpTION shows, and layers of our own.
 * Names in packages that INCEpTION gives to layers of a project, features with none of its reserved names.
 */

export interface CasType {
  readonly name: string
  readonly superType: string
  readonly features: readonly CasFeature[]
}

export interface CasFeature {
  readonly name: string
  /** `uima.cas.String`, the name of a type, or that of a type with `[]`. */
  readonly range: string
}

const dkpro = 'de.tudarmstadt.ukp.dkpro.core.api'

export const sofaType = 'uima.cas.Sofa'
export const sentenceType = `${dkpro}.segmentation.type.Sentence`
export const tokenType = `${dkpro}.segmentation.type.Token`
export const documentType = `${dkpro}.metadata.type.DocumentMetaData`
export const namedEntityType = `${dkpro}.ner.type.NamedEntity`
export const mentionType = 'webanno.custom.BiaozhuMention'
/** A further piece of a mention: UIMA has no annotation in several pieces. */
export const pieceType = 'webanno.custom.BiaozhuPiece'
/** From a mention to a piece; INCEpTION calls it the link type of a feature. */
export const linkType = 'webanno.custom.BiaozhuMentionPiecesLink'
export const relationType = 'webanno.custom.BiaozhuRelation'
export const pageType = 'webanno.custom.BiaozhuPage'

/** Ends of relations, as INCEpTION names them: from and to. */
export const governor = 'Governor'
export const dependent = 'Dependent'

function strings(...names: readonly string[]): readonly CasFeature[] {
  return names.map((name) => ({ name, range: 'uima.cas.String' }))
}

const statement: readonly CasFeature[] = [
  // UIMA for Java gives 0 to numbers that are not there, and keeps few digits: they are texts.
  ...strings('label', 'status', 'confidence'),
  { name: 'unsure', range: 'uima.cas.Boolean' },
  // Attributes and further keys are JSON, and so is `exact`: values that a file cannot show as they are.
  ...strings('note', 'attributes', 'source', 'who', 'when', 'extra', 'exact', 'id'),
]

export const casTypes: readonly CasType[] = [
  {
    name: documentType,
    superType: 'uima.tcas.DocumentAnnotation',
    features: [
      ...strings('documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'),
      { name: 'isLastSegment', range: 'uima.cas.Boolean' },
    ],
  },
  { name: sentenceType, superType: 'uima.tcas.Annotation', features: strings('id') },
  { name: tokenType, superType: 'uima.tcas.Annotation', features: strings('id') },
  {
    name: mentionType,
    superType: 'uima.tcas.Annotation',
    features: [
      ...statement,
      ...strings('entity', 'reading'),
      { name: 'pieces', range: `${linkType}[]` },
    ],
  },
  { name: pieceType, superType: 'uima.tcas.Annotation', features: [] },
  {
    name: linkType,
    superType: 'uima.cas.TOP',
    features: [...strings('role'), { name: 'target', range: pieceType }],
  },
  {
    name: relationType,
    superType: 'uima.tcas.Annotation',
    features: [
      { name: governor, range: mentionType },
      { name: dependent, range: mentionType },
      ...statement,
    ],
  },
  {
    name: pageType,
    superType: 'uima.cas.AnnotationBase',
    features: [
      ...strings('path', 'form', 'sha256', 'newspaper', 'date', 'number'),
      ...strings('biaozhu', 'schema', 'recogniser', 'guidelines'),
    ],
  },
]

/** Those of the features of a mention or relation that are plain values, in this order. */
export function plainFeatures(type: string): readonly string[] {
  const features = casTypes.find(({ name }) => name === type)?.features ?? []
  return features.filter(({ range }) => range.startsWith('uima.cas.')).map(({ name }) => name)
}
