/** The protocol's own requests: each takes one snapshot, asks one feature, converts its answer. */

import {
  DocumentHighlightKind,
  type DocumentSymbol,
  MarkupKind,
  type SelectionRange,
  type SymbolInformation,
} from 'vscode-languageserver/node'
import {
  type Corpus,
  findPage,
  type PageOfCorpus,
  type Snapshot,
} from '../corpus/snapshot/model.ts'
import { definition } from '../feature/cursor/definition.ts'
import { highlights } from '../feature/cursor/highlights.ts'
import { hover } from '../feature/cursor/hover.ts'
import { references } from '../feature/cursor/references.ts'
import { relatedSpans } from '../feature/cursor/relations.ts'
import { selectionSpans } from '../feature/cursor/selection.ts'
import { type SchemaText, typeDefinition } from '../feature/cursor/type-definition.ts'
import { workspaceSymbols } from '../feature/cursor/workspace-symbols.ts'
import type { Shown } from '../feature/looking/shown.ts'
import { documentSymbols } from '../feature/page/document-symbols.ts'
import { folding } from '../feature/page/folding.ts'
import { dateHints, hints } from '../feature/page/hints.ts'
import { links } from '../feature/page/links.ts'
import { tokens } from '../feature/page/tokens.ts'
import { labelOf } from '../feature/wording/messages.ts'
import { rangeToSpan, spanToRange } from '../text/lines.ts'
import { defined } from '../values/defined.ts'
import type { ClientSupport } from './capabilities.ts'
import {
  definitionToLink,
  hintToProtocol,
  placeToLocation,
  positionToOffset,
  symbolKind,
  symbolToProtocol,
  typeToLink,
  typeToLocation,
} from './convert.ts'
import { type Guarded, guard } from './guard.ts'
import { encodeTokens, type SentTokens } from './semantic-tokens.ts'

export interface RequestContext extends Guarded {
  readonly support: () => ClientSupport
  /** A person looks at this UTF-16 offset of a page. */
  readonly look: (uri: string, offset: number) => void
  /** What the person wants to see. */
  readonly shown: () => Shown
  /** The files that say what types mean, the one that goes before first. */
  readonly schemaTexts: (corpus: Corpus) => Promise<readonly SchemaText[]>
  /** Uris of sidecars without a page that describe the text of this page. */
  readonly straysOf: (page: string) => readonly string[]
}

/** `sent` remembers the tokens of each page for the difference to its next ones. */
export function answerPageRequests(context: RequestContext, sent: SentTokens): void {
  answerTokens(context, sent)
  answerHover(context)
  answerPlaces(context)
  answerOutline(context)
  answerSelection(context)
  answerLinks(context)
}

function answerTokens(context: RequestContext, sent: SentTokens): void {
  const { semanticTokens } = context.connection.languages
  const { shown } = context
  const answered = guard(context, { isAtOnce: true })
  /** The page's tokens, or none for a file that is no page. */
  const tokenData = (state: Snapshot, uri: string): number[] => {
    const place = findPage(state, uri)
    if (place === undefined) return []
    const { document, corpus } = place
    return encodeTokens(document.lines, tokens(document, shown()), corpus.schema)
  }
  semanticTokens.on(
    answered('semanticTokens/full', ({ textDocument: { uri } }, state) =>
      sent.full(uri, tokenData(state, uri)),
    ),
  )
  semanticTokens.onDelta(
    answered('semanticTokens/delta', ({ textDocument: { uri }, previousResultId }, state) =>
      sent.delta(uri, previousResultId, tokenData(state, uri)),
    ),
  )
  semanticTokens.onRange(
    answered('semanticTokens/range', ({ textDocument: { uri }, range }, state) => {
      const place = findPage(state, uri)
      if (place === undefined) return { data: [] }
      const { document, corpus } = place
      const found = tokens(document, { within: rangeToSpan(document.lines, range), ...shown() })
      return { data: encodeTokens(document.lines, found, corpus.schema) }
    }),
  )
}

function answerHover(context: RequestContext): void {
  const { connection, support, shown } = context
  const answered = guard(context)
  connection.onHover(
    answered('hover', ({ textDocument: { uri }, position }, state) =>
      onPage(state, uri, (place) => {
        const offset = positionToOffset(place.document, position)
        const card = hover(place, offset, shown())
        if (card === undefined) return null
        const contents = support().markdown
          ? { kind: MarkupKind.Markdown, value: card.markdown }
          : { kind: MarkupKind.PlainText, value: card.plain }
        return { contents, range: spanToRange(place.document.lines, card.span) }
      }),
    ),
  )
}

/** Where a mention is defined, and where else it stands. */
function answerPlaces(context: RequestContext): void {
  const { connection, support, schemaTexts } = context
  const answered = guard(context)
  connection.onDefinition(
    answered('definition', ({ textDocument: { uri }, position }, state) =>
      onPage(state, uri, (place) => {
        const found = definition(place, positionToOffset(place.document, position))
        if (found === undefined) return null
        return support().links
          ? [definitionToLink(place.document, found)]
          : placeToLocation(found.target)
      }),
    ),
  )
  connection.onTypeDefinition(
    answered('typeDefinition', async ({ textDocument: { uri }, position }, state) => {
      const place = findPage(state, uri)
      if (place === undefined) return null
      const texts = await schemaTexts(place.corpus)
      const found = typeDefinition(place, positionToOffset(place.document, position), texts)
      if (found === undefined) return null
      return support().typeLinks ? [typeToLink(place.document, found)] : typeToLocation(found)
    }),
  )
  connection.onReferences(
    answered(
      'references',
      ({ textDocument: { uri }, position, context: { includeDeclaration } }, state) =>
        onPage(state, uri, (place) =>
          references(place, positionToOffset(place.document, position), {
            includeDefinition: includeDeclaration,
          }).map(placeToLocation),
        ),
    ),
  )
  connection.onDocumentHighlight(
    answered('documentHighlight', ({ textDocument: { uri }, position }, state) => {
      const found = onPage(state, uri, (place) => {
        const { document } = place
        const offset = positionToOffset(document, position)
        const related = relatedSpans(place, offset).map((span) => ({
          range: spanToRange(document.lines, span),
          kind: DocumentHighlightKind.Read,
        }))
        const same = highlights(place, offset).map((span) => ({
          range: spanToRange(document.lines, span),
        }))
        return [...same, ...related]
      })
      // Without an answer editors light up what they take for a word: in Chinese, half a line.
      return found ?? []
    }),
  )
}

function answerOutline(context: RequestContext): void {
  const { connection, support } = context
  const answered = guard(context)
  connection.onDocumentSymbol(
    answered(
      'documentSymbol',
      ({ textDocument: { uri } }, state): DocumentSymbol[] | SymbolInformation[] | null =>
        onPage(state, uri, ({ document, corpus: { schema } }) => {
          const labels = new Map(schema.types.map((type) => [type.name, labelOf(type)]))
          const label = (type: string): string => labels.get(type) ?? type
          const symbols = documentSymbols(document).map((symbol) =>
            symbolToProtocol(document.lines, symbol, schema, label),
          )
          return support().nestedSymbols ? symbols : flatten(uri, symbols)
        }),
    ),
  )
  connection.onWorkspaceSymbol(
    answered('workspaceSymbol', ({ query }, state) =>
      workspaceSymbols(state, query).map(({ name, type, page, place, schema }) => ({
        name,
        kind: symbolKind(type, schema),
        containerName: page,
        location: placeToLocation(place),
      })),
    ),
  )
  connection.onFoldingRanges(
    answered('foldingRange', ({ textDocument: { uri } }, state) =>
      onPage(state, uri, ({ document }) => [...folding(document)]),
    ),
  )
}

function answerSelection(context: RequestContext): void {
  const { connection } = context
  const answered = guard(context)
  connection.onSelectionRanges(
    answered('selectionRange', ({ textDocument: { uri }, positions }, state) =>
      onPage(state, uri, ({ document }) =>
        positions.map(
          (position) =>
            selectionSpans(document, positionToOffset(document, position)).reduceRight<
              SelectionRange | undefined
            >(
              (parent, span) => ({
                range: spanToRange(document.lines, span),
                ...defined({ parent }),
              }),
              undefined,
            ) ?? { range: { start: position, end: position } },
        ),
      ),
    ),
  )
}

/** What stands in a page without being asked about. */
function answerLinks(context: RequestContext): void {
  const { connection, shown } = context
  const answered = guard(context)
  connection.onDocumentLinks(
    answered('documentLink', ({ textDocument: { uri } }, state) =>
      onPage(state, uri, ({ document }) =>
        links(document).map(({ span, target }) => ({
          range: spanToRange(document.lines, span),
          target,
        })),
      ),
    ),
  )
  connection.languages.inlayHint.on(
    answered('inlayHint', ({ textDocument: { uri }, range }, state) =>
      onPage(state, uri, (place) => {
        const { document } = place
        const within = rangeToSpan(document.lines, range)
        const found = [...hints(document, within), ...dateHints(place, within, shown())]
        return found.map((hint) => hintToProtocol(document, hint))
      }),
    ),
  )
}

function onPage<T>(state: Snapshot, uri: string, ask: (place: PageOfCorpus) => T): T | null {
  const place = findPage(state, uri)
  return place === undefined ? null : ask(place)
}

function flatten(uri: string, symbols: readonly DocumentSymbol[]): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range } },
    ...flatten(uri, children ?? []),
  ])
}
