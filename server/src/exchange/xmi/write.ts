/** A CAS as XMI: an element for each structure, its features as attributes. */
import type { Cas, FeatureStructure, FeatureValue } from '../cas/model.ts'
import { linkType, sofaType } from '../cas/type-system.ts'
import { xmlAttributes } from '../xml.ts'
import { namespaceOfType } from './names.ts'

export function writeXmi({ structures }: Cas): string {
  const prefixes = prefixesOf(structures)
  const root = xmlAttributes([
    ['xmlns:xmi', 'http://www.omg.org/XMI'],
    ...[...prefixes].map(([namespace, prefix]) => [`xmlns:${prefix}`, namespace] as const),
    ['xmi:version', '2.0'],
  ])
  const elements = structures.map((structure) => {
    const { namespace, name } = namespaceOfType(structure.type)
    const attributes = xmlAttributes([
      ['xmi:id', structure.id],
      ...[...structure.features].map(([key, value]) => [key, printed(value)] as const),
    ])
    return `<${prefixes.get(namespace)}:${name}${attributes}/>\n`
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
  return typeof value === 'object' ? value.refs.join(' ') : value
}

/** Prefix of each namespace: the last part of the package, a number behind the second of one name. */
function prefixesOf(structures: readonly FeatureStructure[]): ReadonlyMap<string, string> {
  const prefixes = new Map([[namespaceOfType(sofaType).namespace, 'cas']])
  const counts = new Map([
    ['cas', 1],
    ['xmi', 1],
  ])
  for (const { type } of structures) {
    const { namespace } = namespaceOfType(type)
    if (prefixes.has(namespace)) continue
    const prefix = type.split('.').at(-2) ?? 'type'
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    prefixes.set(namespace, count === 1 ? prefix : `${prefix}${count}`)
  }
  return prefixes
}
