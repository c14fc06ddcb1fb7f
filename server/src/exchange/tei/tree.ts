/** A TEI file in two: its text with the elements in it, and everything else as a small tree. */
import { readXml, type XmlElement, type XmlFault } from '../file/xml.ts'
import { TeiText, type TextElement } from './text.ts'

export interface XmlNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly nodes: readonly XmlNode[]
  /** All text directly in it. */
  readonly text: string
}

export interface TeiFile {
  /** Headers, `standOff` and groups of spans, wherever they stand. */
  readonly trees: readonly XmlNode[]
  readonly text: string
  /** By where they begin. */
  readonly elements: readonly TextElement[]
  readonly isTei: boolean
}

interface GrowingNode extends XmlNode {
  readonly nodes: GrowingNode[]
  text: string
}

/** What is no text, even inside of `text`. */
const apart = new Set(['teiHeader', 'standOff', 'spanGrp', 'interpGrp', 'listAnnotation'])
for (const name of ['listRelation', 'interp', 'span', 'facsimile', 'sourceDoc']) apart.add(name)

export function teiFile(content: string): TeiFile | XmlFault {
  const trees: GrowingNode[] = []
  const branch: GrowingNode[] = []
  const text = new TeiText()
  let depth = 0
  let texts = 0
  let isTei = false
  const open = (element: XmlElement): void => {
    const { name, attributes } = element
    if (depth++ === 0) isTei = name === 'TEI' || name === 'teiCorpus'
    if (branch.length > 0 || apart.has(name)) {
      const node = { name, attributes, nodes: [], text: '' }
      const parent = branch.at(-1)
      if (parent === undefined) trees.push(node)
      else parent.nodes.push(node)
      branch.push(node)
    } else {
      if (name === 'text') texts++
      if (texts > 0) text.open(element)
    }
  }
  const fault = readXml(content, {
    open,
    close(element) {
      depth--
      if (branch.length > 0) branch.pop()
      else if (texts > 0) {
        text.close(element)
        if (element.name === 'text') texts--
      }
    },
    text(piece) {
      const node = branch.at(-1)
      if (node !== undefined) node.text += piece
      else if (texts > 0) text.add(piece)
    },
  })
  return fault ?? { trees, text: text.text(), elements: text.elements, isTei }
}

/** All nodes of these names, in order. */
export function nodesOf(
  trees: readonly XmlNode[],
  ...names: readonly string[]
): readonly XmlNode[] {
  const found: XmlNode[] = []
  // One of `trees` may be inside another.
  const seen = new Set<XmlNode>()
  const look = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (seen.has(node)) continue
      seen.add(node)
      if (names.includes(node.name)) found.push(node)
      look(node.nodes)
    }
  }
  look(trees)
  return found
}
