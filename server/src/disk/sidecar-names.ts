/** Which file belongs to which: `X.txt` and its sidecars `X.anno.jsonl` and `X.anno.NAME.jsonl`. */

export interface SidecarName {
  /** `X`, with its folders where the path has some. */
  readonly stem: string
  /** Whose layer it is; `undefined` for the agreed one. */
  readonly layer: string | undefined
}

/** `undefined` for a path that is no sidecar's. */
export function readSidecarName(path: string): SidecarName | undefined {
  const match = /^(?<stem>(?:.*[/\\])?[^/\\]+?)\.anno(?:\.(?<layer>[^/\\]+))?\.jsonl$/s.exec(path)
  const stem = match?.groups?.['stem']
  return stem === undefined ? undefined : { stem, layer: match?.groups?.['layer'] }
}

/** Path of the sidecar of a page. */
export function sidecarPath(page: string, layer?: string): string {
  return `${pageStem(page)}.anno.${layer === undefined ? '' : `${layer}.`}jsonl`
}

/** The path of a page without its ending. */
export function pageStem(page: string): string {
  return page.replace(/(?<=[^/\\])\.[^./\\]*$/, '')
}

/** Of the names in a folder, that of the page with this stem; a text file before others. */
export function pageNamed(stem: string, names: readonly string[]): string | undefined {
  const found = names.filter((name) => pageStem(name) === stem && !/\.(jsonl?|ann)$/i.test(name))
  return found.find((name) => /\.txt$/i.test(name)) ?? found[0]
}
