/** What features answer, in the protocol's terms; text/lines.ts converts spans and ranges. */
import {
  type InlayHint,
  type Location,
  type LocationLink,
  type Position,
  type DocumentSymbol as ProtocolSymbol,
  SymbolKind,
} from 'vscode-languageserver/node'
import type { Schema } from '../annotation/schema/schema.ts'
import type { Document } from '../corpus/snapshot/model.ts'
import type { Definition } from '../feature/cursor/definition.ts'
import type { PlaceOfType } from '../feature/cursor/type-definition.ts'
import type { PlacedSpan } from '../feature/looking/places.ts'
import type { DocumentSymbol } from '../feature/page/document-symbols.ts'
import type { Hint } from '../feature/page/hints.ts'
import { type LineIndex, spanToRange } from '../text/lines.ts'

export function positionToOffset({ lines }: Document, position: Position): number {
  return lines.offset(position)
}

export function placeToLocation({ document, span }: PlacedSpan): Location {
  return { uri: document.uri, range: spanToRange(document.lines, span) }
}

export function definitionToLink(origin: Document, definition: Definition): LocationLink {
  const { uri, range } = placeToLocation(definition.target)
  return {
    originSelectionRange: spanToRange(origin.lines, definition.origin),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }
}

export function typeToLink(origin: Document, found: PlaceOfType): LocationLink {
  const { uri, range } = typeToLocation(found)
  return {
    originSelectionRange: spanToRange(origin.lines, found.origin),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }
}

export function typeToLocation({ uri, lines, span }: PlaceOfType): Location {
  return { uri, range: spanToRange(lines, span) }
}

export function hintToProtocol({ uri, lines }: Document, hint: Hint): InlayHint {
  const { offset, label: value, target } = hint
  const place = target && { location: { uri, range: spanToRange(lines, target) } }
  return { position: lines.position(offset), label: [{ value, ...place }], paddingLeft: true }
}

export function symbolToProtocol(
  lines: LineIndex,
  symbol: DocumentSymbol,
  schema: Schema,
  typeLabel: (type: string) => string,
): ProtocolSymbol {
  const { name, type, span, selection, children } = symbol
  return {
    // Editors refuse a symbol without a name.
    name: name === '' ? '…' : name,
    ...(type === undefined ? {} : { detail: typeLabel(type) }),
    kind: type === undefined ? articleKinds[symbol.kind] : symbolKind(type, schema),
    range: spanToRange(lines, span),
    selectionRange: spanToRange(lines, selection),
    children: children.map((child) => symbolToProtocol(lines, child, schema, typeLabel)),
  }
}

/** The symbol kind that looks like the super type of a type's tokens. */
export function symbolKind(type: string, schema: Schema): SymbolKind {
  const superType = schema.types.find(({ name }) => name === type)?.superType
  return kinds[superType ?? ''] ?? SymbolKind.Variable
}

const articleKinds: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  article: SymbolKind.Module,
  photo: SymbolKind.File,
  block: SymbolKind.Package,
  mention: SymbolKind.Variable,
}

const kinds: Readonly<Record<string, SymbolKind>> = {
  class: SymbolKind.Class,
  namespace: SymbolKind.Namespace,
  variable: SymbolKind.Variable,
  property: SymbolKind.Property,
  number: SymbolKind.Number,
  string: SymbolKind.String,
  type: SymbolKind.Interface,
  keyword: SymbolKind.Key,
  enumMember: SymbolKind.EnumMember,
  comment: SymbolKind.Field,
}
