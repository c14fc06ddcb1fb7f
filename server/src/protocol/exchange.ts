/** What exporting and importing ask for. Texts for people are in the interface language. */

/** An exchange format, with what it keeps and loses of annotations. */
export interface FormatInfo {
  /** As on the command line: `webannotation`. */
  readonly name: string
  /** As its tool writes it: `Web Annotation`. */
  readonly title: string
  /** What it is for, with the names under which people look for it. */
  readonly purpose: string
  readonly extension: string
  /** Of the files that are read, without the dot: `csv`, `tsv`. */
  readonly endings: readonly string[]
  /** A file for each page, or one for all. */
  readonly files: 'page' | 'all'
  /** Whether it can be imported. */
  readonly reads: boolean
  /** The text that is written where nobody chooses: the page, or its articles in order. */
  readonly text: 'source' | 'logical'
  /** Parts of annotations that the pages have and that it cannot hold: `relations`, `note`, … */
  readonly loses: readonly string[]
  readonly options: readonly {
    readonly name: string
    /** The first is the default. */
    readonly values: readonly string[]
    readonly help: string
  }[]
}

/** Which pages are meant. */
export type ExchangeScope =
  | { readonly kind: 'all' }
  /** A page, a folder, or the root of a corpus: all pages at or below it. */
  | { readonly kind: 'below'; readonly uri: string }
  | { readonly kind: 'pages'; readonly uris: readonly string[] }

export interface ExportParams {
  readonly format: string
  readonly scope: ExchangeScope
  /** Uri of the folder to write to. */
  readonly folder: string
  /** `finished`: suggestions only of pages that nobody has marked as done. */
  readonly status: 'accepted' | 'all' | 'finished'
  readonly text?: 'source' | 'logical'
  /** False: what the format cannot carry is not written beside it. */
  readonly side?: boolean
  readonly options?: Readonly<Record<string, string>>
}

export interface ExportAnswer {
  readonly pages: number
  readonly accepted: number
  readonly suggested: number
  /** What was lost, a sentence for each kind. */
  readonly losses: readonly string[]
  /** The same by page, and what else a log should say. */
  readonly details: readonly string[]
  /** Why nothing more was written. */
  readonly problem?: string
  readonly cancelled?: true
}

export interface ImportParams {
  readonly format: string
  /** Uri of a folder, or of one file. */
  readonly from: string
  readonly as: 'annotations' | 'suggestions'
  readonly scope: ExchangeScope
  /** Into the layer of this name, beside the annotations of the page. */
  readonly layer?: string
  /** Of several annotators of one page only this one; without it each becomes a layer. */
  readonly annotator?: string
}

export type ImportedKind = 'new' | 'same' | 'conflicting' | 'uncertain'

/** What an import would do; nothing is written yet. */
export interface ImportPreview {
  /** For `biaozhu.server.import`; a few of the last ones are known. */
  readonly plan: string
  readonly files: number
  readonly counts: Readonly<Record<ImportedKind, number>>
  readonly pages: readonly {
    readonly uri: string
    /** With the name of the layer, where it is one. */
    readonly path: string
    /** Which `biaozhu/importLayers` would write; without it, it is for `biaozhu.server.import`. */
    readonly layer?: string
    readonly counts: Readonly<Record<ImportedKind, number>>
  }[]
  /** A line for each that is not the same, at most some thousands. */
  readonly details: readonly string[]
  readonly problems: readonly string[]
  /** Those of whom the files have several on a page. */
  readonly annotators: readonly string[]
  readonly cancelled?: true
}

export interface ImportLayersParams {
  /** That of the preview. */
  readonly plan: string
  readonly onConflict: 'skip' | 'ours' | 'theirs'
}

export interface ImportLayersAnswer {
  /** Layers of pages that were written. */
  readonly written: number
  /** Why something was not written, a sentence for each. */
  readonly problems: readonly string[]
}

/** A list as a view shows it: its lines in their order. */
export interface ListExportParams {
  readonly list: 'initiatives' | 'entities'
  readonly format: 'csv' | 'xlsx' | 'markdown'
  /** Uri of the file to write. */
  readonly file: string
  readonly lines: readonly {
    /** Label of its group. */
    readonly group: string
    readonly corpus: string
    readonly id: string
    /** Mentions as the line counts them. */
    readonly count: number
  }[]
}

export interface ListExportAnswer {
  /** Lines that were written. */
  readonly lines: number
  /** Why nothing was written. */
  readonly problem?: string
}

export interface ExchangeRequests {
  'biaozhu/formats': (params: Record<string, never>) => readonly FormatInfo[]
  /** Can be cancelled; what is written until then stays. Tells `biaozhu/exchanging` how far it is. */
  'biaozhu/export': (params: ExportParams) => ExportAnswer
  'biaozhu/exportList': (params: ListExportParams) => ListExportAnswer
  'biaozhu/importPreview': (params: ImportParams) => ImportPreview
  /** Writes the layers of a preview: files beside the pages, which undo does not know. */
  'biaozhu/importLayers': (params: ImportLayersParams) => ImportLayersAnswer
}
