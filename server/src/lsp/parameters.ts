/** The forms of the parameters of all requests that the server answers, the protocol's and our own. */
import type {
  ExchangeScope,
  OverviewNumber,
  Position,
  Range,
  Requests,
  ReviewFilter,
} from '../protocol.ts'
import {
  anything,
  type Fields,
  flag,
  kinds,
  list,
  number,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  text,
} from './shape.ts'

/** A sentence on what is wrong with the parameters of a request, in English; `undefined` where nothing is. */
export function parameterFault(method: string, params: unknown): string | undefined {
  return known.get(method)?.fault(params, method)
}

const position = object<Position>({ line: number, character: number })
const range = object<Range>({ start: position, end: position })
const textDocument = object<{ uri: string }>({ uri: text })
const way = oneOf('next', 'previous')

const filter = object<ReviewFilter>({
  types: optional(list(text)),
  minimumConfidence: optional(number),
  maximumConfidence: optional(number),
  article: optional(number),
  unsure: optional(flag),
  gaps: optional(list(oneOf('quote', 'title', 'number'))),
  rejected: optional(flag),
})

const grouping = oneOf('place', 'type', 'name', 'confidence')

const part = { from: optional(number), most: optional(number) }
const hitGrouping = oneOf('none', 'page', 'type', 'entity', 'owner', 'year')
const order = oneOf('page', 'left', 'right')

const scope = kinds<ExchangeScope>({
  all: object({ kind: oneOf('all') }),
  below: object({ kind: oneOf('below'), uri: text }),
  pages: object({ kind: oneOf('pages'), uris: list(text) }),
})

const overviewNumber = object<OverviewNumber>({
  corpus: text,
  chart: oneOf('status', 'type', 'page', 'kind', 'owner', 'place', 'year', 'month'),
  row: optional(text),
  series: optional(text),
  from: number,
  most: number,
})

type Own = { readonly [M in keyof Requests]: Shape<Parameters<Requests[M]>[0]> }

const onPage = object<{ uri: string }>({ uri: text })
const atPosition = object<{ uri: string; position: Position }>({ uri: text, position })

const own: Own = {
  'biaozhu/types': nothing(),
  'biaozhu/corpora': nothing(),
  'biaozhu/entities': object({ uri: optional(text) }),
  'biaozhu/initiatives': object({ uri: optional(text) }),
  'biaozhu/formats': nothing(),
  'biaozhu/schema': onPage,
  'biaozhu/pageInfo': onPage,
  'biaozhu/pageData': onPage,
  'biaozhu/corrections': onPage,
  'biaozhu/layers': onPage,
  'biaozhu/scan': onPage,
  'biaozhu/mentionAt': atPosition,
  'biaozhu/relations': atPosition,
  'biaozhu/related': atPosition,
  'biaozhu/marks': object({ uri: text, visible: optional(position) }),
  'biaozhu/mentions': object({ corpus: text, id: text, uri: optional(text) }),
  'biaozhu/neighbour': object({
    uri: text,
    position,
    direction: way,
    scope: oneOf('page', 'entity'),
  }),
  'biaozhu/logicalArticle': object({
    uri: text,
    position: optional(position),
    article: optional(number),
  }),
  'biaozhu/layer': object({ uri: text, name: text }),
  'biaozhu/initiative': object({ corpus: text, id: text }),
  'biaozhu/initiativeText': object({
    corpus: text,
    id: text,
    format: oneOf('markdown', 'json'),
  }),
  'biaozhu/overview': object({ corpus: optional(text) }),
  'biaozhu/overviewSpans': overviewNumber,
  'biaozhu/overviewCsv': overviewNumber,
  'biaozhu/review': object({ filter: optional(filter), uri: optional(text), ...part }),
  'biaozhu/reviewTotal': object({ filter: optional(filter), uri: optional(text) }),
  'biaozhu/reviewGroups': object({
    by: grouping,
    filter: optional(filter),
    uri: optional(text),
    ...part,
  }),
  'biaozhu/reviewGroup': object({
    by: grouping,
    key: text,
    filter: optional(filter),
    uri: optional(text),
    ...part,
  }),
  'biaozhu/reviewNext': object({
    uri: text,
    position,
    direction: way,
    range: optional(range),
    filter: optional(filter),
  }),
  'biaozhu/reviewRows': object({ uri: text, filter: optional(filter) }),
  'biaozhu/reviewState': object({ uri: text, filter: optional(filter) }),
  'biaozhu/doneSince': object({ since: text }),
  'biaozhu/pageStates': object({ uris: optional(list(text)) }),
  'biaozhu/export': object({
    format: text,
    scope,
    folder: text,
    status: oneOf('accepted', 'all', 'finished'),
    text: optional(oneOf('source', 'logical')),
    side: optional(flag),
    options: optional(record(text)),
  }),
  'biaozhu/exportList': object({
    list: oneOf('initiatives', 'entities'),
    format: oneOf('csv', 'xlsx', 'markdown'),
    file: text,
    lines: list(object({ group: text, corpus: text, id: text, count: number })),
  }),
  'biaozhu/search': object({
    query: text,
    by: hitGrouping,
    sort: order,
    group: optional(text),
    from: optional(number),
    most: number,
  }),
  'biaozhu/searchHint': object({ query: text }),
  'biaozhu/collocates': object({
    query: text,
    of: oneOf('characters', 'words'),
    window: number,
  }),
  'biaozhu/exportFound': object({
    query: text,
    by: hitGrouping,
    sort: order,
    format: oneOf('csv', 'xlsx', 'markdown'),
    file: text,
  }),
  'biaozhu/unconfirmed': nothing(),
  'biaozhu/importPreview': object({
    format: text,
    from: text,
    as: oneOf('annotations', 'suggestions'),
    scope,
    layer: optional(text),
    annotator: optional(text),
  }),
  'biaozhu/importLayers': object({
    plan: text,
    onConflict: oneOf('skip', 'ours', 'theirs'),
  }),
}

const ofProtocol: Readonly<Record<string, Shape<unknown>>> = {
  initialize: object<{ capabilities: object }>({ capabilities: object<object>({}) }),
  'textDocument/hover': inPage({ position }),
  'textDocument/definition': inPage({ position }),
  'textDocument/references': inPage({
    position,
    context: object<{ includeDeclaration: boolean }>({ includeDeclaration: flag }),
  }),
  'textDocument/documentHighlight': inPage({ position }),
  'textDocument/documentSymbol': inPage({}),
  'textDocument/foldingRange': inPage({}),
  'textDocument/codeLens': inPage({}),
  'textDocument/documentLink': inPage({}),
  'textDocument/selectionRange': inPage({ positions: list(position) }),
  'textDocument/inlayHint': inPage({ range }),
  'textDocument/codeAction': inPage({
    range,
    context: object<{ diagnostics: readonly unknown[] }>({ diagnostics: list(anything) }),
  }),
  'textDocument/semanticTokens/full': inPage({}),
  'textDocument/semanticTokens/full/delta': inPage({ previousResultId: text }),
  'textDocument/semanticTokens/range': inPage({ range }),
  'workspace/symbol': object<{ query: string }>({ query: text }),
  'workspace/executeCommand': object<{ command: string; arguments?: readonly unknown[] }>({
    command: text,
    arguments: optional(list(anything)),
  }),
}

const known: ReadonlyMap<string, Shape<unknown>> = new Map([
  ...Object.entries(ofProtocol),
  ...Object.entries(own),
])

function inPage<T extends object>(fields: Fields<T>): Shape<unknown> {
  return object({ textDocument, ...fields })
}

/** A request without parameters: clients write them as they like, or not at all. */
function nothing(): Shape<Record<string, never>> {
  return {
    fault: (value, name) => {
      const isNone =
        value === undefined ||
        (Array.isArray(value) ? value.length === 0 : typeof value === 'object')
      return isNone ? undefined : `${name} has no parameters.`
    },
  }
}
