/** A CAS as XMI: an element for each structure, its features as attributes. */
import { betweenTexts, type Cas, type FeatureStructure, type FeatureValue } from '../cas/model.ts'
import { linkType, sofaType } from '../cas/type-system.ts'
import { xmlAttributes } from '../file/xml.ts'
import { namespaceOfType } from './names.ts'

export function writeXmi({ structures }: Cas): string {
  const names = namesOf(structures)
  const namespaces = new Map(
    [...names.values()].map(({ prefix, namespace }) => [prefix, namespace]),
  )
  const root = xmlAttributes([
    ['xmlns:xmi', 'http://www.omg.org/XMI'],
    ...[...namespaces].map(([prefix, namespace]) => [`xmlns:${prefix}`, namespace] as const),
    ['xmi:version', '2.0'],
  ])
  const elements = structures.map(({ id, type, features }) => {
    const name = names.get(type)
    const attributes = xmlAttributes([
      ['xmi:id', id],
      ...[...features].map(([key, value]) => [key, printed(value)] as const),
    ])
    return `<${name?.prefix}:${name?.name}${attributes}/>\n`
  })
  // What the view lists is found by tools; links are found through the mentions.
  const sofa = structures.find(({ type }) => type === sofaType)?.id
  const members = structures.filter(({ type }) => type !== sofaType && type !== linkType)
  const view = xmlAttributes([
    ['sofa', sofa],
    ['members', members.map(({ id }) => id).join(' ')],
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI${root}>
<cas:NULL xmi:id="0"/>
${elements.join('')}<cas:View${view}/>
</xmi:XMI>
`
}

function printed(value: FeatureValue): string | number | boolean {
  if (typeof value !== 'object') return value
  return 'refs' in value ? value.refs.join(' ') : value.texts.join(betweenTexts)
}

interface XmiName {
  readonly prefix: string
  readonly namespace: string
  readonly name: string
}

/**
 * By type. The prefix is the last part of the package, with a number behind the second package that ends so;
 * that of the text is `cas`.
 */
function namesOf(structures: readonly FeatureStructure[]): ReadonlyMap<string, XmiName> {
  const prefixes = new Map<string, string>()
  const counts = new Map([['xmi', 1]])
  const types = new Set([sofaType, ...structures.map(({ type }) => type)])
  return new Map(
    [...types].map((type) => {
      const { namespace, name } = namespaceOfType(type)
      const last = type.split('.').at(-2) ?? 'type'
      const count = (counts.get(last) ?? 0) + 1
      const prefix = prefixes.get(namespace) ?? (count === 1 ? last : `${last}${count}`)
      if (!prefixes.has(namespace)) counts.set(last, count)
      prefixes.set(namespace, prefix)
      return [type, { prefix, namespace, name }]
    }),
  )
}
