/** Reading XMI: each element below the root is a structure, its attributes are features. */
import { t } from '../../text/wording.ts'
import type { Cas, FeatureStructure, FeatureValue } from '../cas/model.ts'
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
      return { pages: [], problems: [{ path, message: t('This XMI has no text.') }] }
    }
    return readingOfCas(cas, { path, shown: allowedXml })
  },
}

/** The text is that of the first view; structures of other views are left out. */
function casOfXmi(content: string): { cas?: Cas; fault?: XmlFault } {
  const structures: FeatureStructure[] = []
  let depth = 0
  /** The structure that is read, with the values that are elements of their own. */
  let open: { element: XmlElement; lists: Map<string, string[]> } | undefined
  let text = ''
  const fault = readXml(content, {
    open(element) {
      depth++
      if (depth === 2) open = { element, lists: new Map() }
      text = ''
    },
    text(piece) {
      if (depth === 3) text += piece
    },
    close({ name }) {
      if (depth === 3) {
        const values = open?.lists.get(name)
        if (values === undefined) open?.lists.set(name, [text])
        else values.push(text)
      }
      const structure = depth === 2 && open ? structureOf(open.element, open.lists) : undefined
      if (structure !== undefined) structures.push(structure)
      depth--
    },
  })
  if (fault !== undefined) return { fault }
  const sofas = structures.filter(
    ({ type, features }) => type === sofaType && features.has('sofaString'),
  )
  const sofa = sofas.find(({ features }) => features.get('sofaID') === '_InitialView') ?? sofas[0]
  const sofaText = sofa?.features.get('sofaString')
  if (sofa === undefined || typeof sofaText !== 'string') return {}
  const own = structures.filter(({ features }) => {
    const view = features.get('sofa')
    return view === undefined || view === `${sofa.id}`
  })
  return { cas: { text: sofaText, structures: own, others: structures.length - own.length } }
}

function structureOf(
  { uri, name, attributes }: XmlElement,
  lists: ReadonlyMap<string, readonly string[]>,
): FeatureStructure | undefined {
  const id = Number(attributes.get('xmi:id'))
  const type = typeOfName(uri, name)
  if (type === undefined || !Number.isSafeInteger(id) || id <= 0) return undefined
  const features = new Map<string, FeatureValue>(attributes)
  features.delete('xmi:id')
  for (const [list, texts] of lists) features.set(list, { texts })
  return { id, type, features }
}
