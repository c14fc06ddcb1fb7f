/** Requests about what stands beside a page: its scan, what the source said, layers of annotators. */

import { layerNames, readLayer } from '../corpus/saving/layers.ts'
import { findPage, type Snapshot } from '../corpus/snapshot/model.ts'
import { nodeFiles } from '../disk/files.ts'
import { normalUri } from '../disk/uri.ts'
import { corrections } from '../feature/page/corrections.ts'
import { layerMarks } from '../feature/page/layer-marks.ts'
import { scanOf } from '../feature/page/scan.ts'
import type { CorrectionItem, Layer } from '../protocol.ts'
import { spanToRange } from '../text/lines.ts'
import { defined } from '../values/defined.ts'
import { placeToLocation } from './convert.ts'
import { answerer } from './own-requests.ts'
import type { RequestContext } from './page-requests.ts'

export function answerLayerRequests(context: RequestContext): void {
  const on = answerer(context)
  on('biaozhu/scan', ({ uri }, state) => {
    const place = findPage(state, uri)
    return (place && scanOf(place)) ?? null
  })
  on('biaozhu/corrections', ({ uri }, state) => {
    const document = findPage(state, uri)?.document
    if (document === undefined) return []
    return corrections(document).map(({ record, span, now }): CorrectionItem => {
      const { id, was, certainty, note, who, when } = record
      return {
        id,
        location: placeToLocation({ document, span }),
        was,
        now,
        certainty,
        ...defined({ note, who, when }),
      }
    })
  })
  on('biaozhu/layers', ({ uri }, state) =>
    findPage(state, uri) === undefined ? [] : layerNames(normalUri(uri)),
  )
  on('biaozhu/layer', layer)
}

async function layer(
  { uri, name }: { readonly uri: string; readonly name: string },
  state: Snapshot,
): Promise<Layer | null> {
  const document = findPage(state, uri)?.document
  if (document === undefined) return null
  const { view, encoding, lines } = document
  const annotations = await readLayer(normalUri(uri), name, { view, encoding, files: nodeFiles })
  if (annotations === undefined) return null
  const { marks, ...counts } = layerMarks(document, annotations)
  return {
    name,
    marks: marks.map(({ spans, ...mark }) => ({
      ...mark,
      ranges: spans.map((span) => spanToRange(lines, span)),
    })),
    ...counts,
  }
}
