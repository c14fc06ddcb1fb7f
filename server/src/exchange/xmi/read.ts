/** Reading XMI: each element below the root is a structure, its attributes are features. */
import type { Cas, FeatureStructure } from '../cas/model.ts'
import { readingOfCas } from '../cas/read-cas.ts'
import { sofaType } from '../cas/type-system.ts'
import { decodeUtf8 } from '../file/files.ts'
import { allowedXml, readXml, type XmlElement, type XmlFault } from '../file/xml.ts'
import type { FormatReader } from '../format/format.ts'
import { typeOfName } from './names.ts'

export const xmiReader: FormatReader = {
  accepts: (path) => /\.xmi$/i.test(path),
  companions: () => [],
  read({ path, content }) {
    const { cas, fault } = casOfXmi(decodeUtf8(content))
    if (fault !== undefined) return { pages: [], problems: [{ path, ...fault }] }
    if (cas === undefined) {
      return { pages: [], problems: [{ path, message: 'This XMI has no text.' }] }
    }
    return readingOfCas(cas, { path, shown: allowedXml })
  },
}

/** The text is that of the first view; structures of other views are left out. */
function casOfXmi(content: string): { cas?: Cas; fault?: XmlFault } {
  const structures: FeatureStructure[] = []
  let depth = 0
  const fault = readXml(content, {
    open(element) {
      depth++
      const structure = depth === 2 ? structureOf(element) : undefined
      if (structure !== undefined) structures.push(structure)
    },
    close() {
      depth--
    },
  })
  if (fault !== undefined) return { fault }
  const sofas = structures.filter(
    ({ type, features }) => type === sofaType && features.has('sofaString'),
  )
  const sofa = sofas.find(({ features }) => features.get('sofaID') === '_InitialView') ?? sofas[0]
  const text = sofa?.features.get('sofaString')
  if (sofa === undefined || typeof text !== 'string') return {}
  const own = structures.filter(({ features }) => {
    const view = features.get('sofa')
    return view === undefined || view === `${sofa.id}`
  })
  return { cas: { text, structures: own } }
}

function structureOf({ uri, name, attributes }: XmlElement): FeatureStructure | undefined {
  const id = Number(attributes.get('xmi:id'))
  const type = typeOfName(uri, name)
  if (type === undefined || !Number.isSafeInteger(id) || id <= 0) return undefined
  const features = new Map(attributes)
  features.delete('xmi:id')
  return { id, type, features }
}
