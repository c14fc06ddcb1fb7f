/** Requests of exporting and importing: long ones, that tell how far they are and can be cancelled. */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node'
import { readLayer } from '../corpus/saving/layers.ts'
import { editSidecar } from '../corpus/saving/sidecar-edits.ts'
import type { Document, Snapshot } from '../corpus/snapshot/model.ts'
import { nodeFiles } from '../disk/files.ts'
import { nodeSidecarFiles } from '../disk/sidecar-files.ts'
import { normalUri } from '../disk/uri.ts'
import { formats } from '../exchange/formats.ts'
import type { ActionContext } from '../feature/annotate/action.ts'
import { formatInfo, presentParts } from '../feature/export/format-info.ts'
import { exportList } from '../feature/export/list-export.ts'
import { type Progress, serverExport } from '../feature/export/server-export.ts'
import { importLayers } from '../feature/import/layers.ts'
import { importPreview } from '../feature/import/server-import.ts'
import type { Requests } from '../protocol.ts'
import type { Span } from '../text/span.ts'
import { describe } from './guard.ts'

export interface ExchangeContext {
  readonly connection: Connection
  readonly snapshot: () => Snapshot
  /** Settles when it is known which files are pages. */
  readonly known: Promise<void>
  readonly version: string
  readonly words: ((text: string) => readonly Span[]) | undefined
  /** `folder`: uri of the corpus root. */
  readonly actionContext: (folder: string) => Promise<ActionContext>
}

type Params<M extends keyof Requests> = Parameters<Requests[M]>[0]
type Answer<M extends keyof Requests> = ReturnType<Requests[M]>

export function answerExchangeRequests(context: ExchangeContext): void {
  const { connection, snapshot, known } = context
  const on = <M extends keyof Requests>(
    method: M,
    answer: (params: Params<M>, progress: Progress) => Answer<M> | Promise<Answer<M>>,
  ): void => {
    connection.onRequest(method, async (params: Params<M>, token: CancellationToken) => {
      await known
      try {
        return await answer(params, progressOf(connection, token))
      } catch (error) {
        connection.console.error(`${method} failed: ${describe(error)}`)
        return new ResponseError(ErrorCodes.InternalError, `${method} failed`)
      }
    })
  }
  on('biaozhu/formats', () => {
    const present = presentParts(snapshot())
    return formats.map((format) => formatInfo(format, present))
  })
  on('biaozhu/export', (params, progress) => {
    const { version, words = (text) => [{ start: 0, end: text.length }] } = context
    const about = { version, words, created: new Date().toISOString() }
    return serverExport(snapshot(), params, about, progress)
  })
  on('biaozhu/exportList', (params) => {
    const { version } = context
    return exportList(snapshot(), params, { version, created: new Date().toISOString() })
  })
  on('biaozhu/importPreview', async (params, progress) => {
    const root = snapshot().corpora[0]?.root
    const action = await context.actionContext(root ?? 'file:///')
    return importPreview(snapshot(), params, { ...action, readLayer: layerOfPage }, progress)
  })
  on('biaozhu/importLayers', async (params) => {
    const root = snapshot().corpora[0]?.root
    const { when, newId } = await context.actionContext(root ?? 'file:///')
    return importLayers(snapshot(), params, {
      ...{ when, newId, readLayer: layerOfPage },
      writeLayer: (document, { name, annotations }, edit) =>
        editSidecar({ ...document, uri: normalUri(document.uri) }, annotations, edit, {
          files: nodeSidecarFiles,
          layer: encodeURIComponent(name),
        }),
    })
  })
}

function layerOfPage({ uri, view, encoding }: Document, name: string) {
  return readLayer(normalUri(uri), name, { view, encoding, files: nodeFiles })
}

/** Milliseconds of work after which others have their turn. */
const slice = 10
/** Milliseconds between two reports. */
const between = 100

function progressOf(connection: Connection, token: CancellationToken): Progress {
  let worked = Date.now()
  let reported = 0
  return {
    report(done, total) {
      if (Date.now() - reported < between && done < total) return
      reported = Date.now()
      void connection.sendNotification('biaozhu/exchanging', { done, total })
    },
    isCancelled: () => token.isCancellationRequested,
    async pause() {
      if (Date.now() - worked < slice) return
      await new Promise((resolve) => setImmediate(resolve))
      worked = Date.now()
    },
  }
}
