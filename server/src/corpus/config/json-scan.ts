/** Where things stand in a JSON text, for messages about corpus.json; the server's only file that knows `jsonc-parser`. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Span } from '../../text/span.ts'

export interface JsonScan {
  /** UTF-16 offset of the first thing that JSON does not allow; `undefined` for a whole text. */
  readonly fault: number | undefined
  /**
   * Where a person looks for the value at a path of keys and indexes: the value, or its key where it
   * is an object or list; what encloses it where it is not there. Within one line.
   */
  placeOf(path: readonly (string | number)[]): Span
}

/** Total: a text that is nested too deeply to be looked at has its fault at its beginning. */
export function scanJson(text: string): JsonScan {
  const errors: ParseError[] = []
  const tree = treeOf(text, errors)
  return {
    fault: tree === undefined ? (errors[0]?.offset ?? 0) : errors[0]?.offset,
    placeOf(path) {
      for (let length = path.length; length >= 0 && tree !== undefined; length--) {
        const node = findNodeAtLocation(tree, path.slice(0, length))
        if (node !== undefined) return placeOfNode(node, text)
      }
      return { start: 0, end: 0 }
    },
  }
}

function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true })
  } catch {
    return undefined
  }
}

function placeOfNode(node: Node, text: string): Span {
  const isLarge = node.type === 'object' || node.type === 'array'
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
  const { offset, length } = (isLarge ? key : undefined) ?? node
  const line = /^[^\r\n]*/.exec(text.slice(offset, offset + length))?.[0] ?? ''
  return { start: offset, end: offset + line.length }
}
