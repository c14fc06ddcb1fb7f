/** The type system as UIMA's own descriptor: what a tool needs before it can read XMI. */
import { xmlAttributes } from '../file/xml.ts'
import { type CasFeature, casTypes } from './type-system.ts'

export function typeSystemXml(): string {
  const types = casTypes.map(
    ({ name, superType, features }) => `    <typeDescription>
      <name>${name}</name>
      <description/>
      <supertypeName>${superType}</supertypeName>
      <features>
${features.map(featureXml).join('')}      </features>
    </typeDescription>
`,
  )
  const namespace = xmlAttributes([['xmlns', 'http://uima.apache.org/resourceSpecifier']])
  return `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription${namespace}>
  <name>Biaozhu</name>
  <types>
${types.join('')}  </types>
</typeSystemDescription>
`
}

function featureXml({ name, range }: CasFeature): string {
  const element = range.endsWith('[]') ? range.slice(0, -2) : undefined
  const type =
    element === undefined
      ? `<rangeTypeName>${range}</rangeTypeName>`
      : `<rangeTypeName>uima.cas.FSArray</rangeTypeName>
          <elementType>${element}</elementType>
          <multipleReferencesAllowed>false</multipleReferencesAllowed>`
  return `        <featureDescription>
          <name>${name}</name>
          <description/>
          ${type}
        </featureDescription>
`
}
