/** Code actions of a page: each runs a server command. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver/node'
import { findPage } from '../corpus/snapshot/model.ts'
import { commandId } from '../feature/annotate/actions.ts'
import { codeActions } from '../feature/cursor/code-actions.ts'
import { rangeToSpan, spanToRange } from '../text/lines.ts'
import { guard } from './guard.ts'
import type { RequestContext } from './page-requests.ts'
import { strayActions } from './strays.ts'

export function answerCodeActions(context: RequestContext): void {
  const answered = guard(context)
  context.connection.onCodeAction(
    answered(
      'codeAction',
      ({ textDocument: { uri }, range, context: asked }, state): CodeAction[] => {
        const place = findPage(state, uri)
        if (place === undefined) return []
        const { lines } = place.document
        const offered = codeActions(
          place,
          rangeToSpan(place.document.lines, range),
          context.shown(),
        )
        const isTop = range.start.line === 0 && context.support().renames
        const strays = isTop ? strayActions(uri, context.straysOf(uri)) : []
        const actions = offered.map((action): CodeAction => {
          const { title } = action
          if ('box' in action) {
            const command = { title, command: `biaozhu.${action.box}` }
            return { title, kind: CodeActionKind.QuickFix, command }
          }
          const { command, params, span, spans, preferred, settles } = action
          const diagnostics = asked.diagnostics.filter(
            ({ data }) => settles !== undefined && idOf(data) === settles,
          )
          const argument = {
            uri,
            ...params,
            ...(span === undefined ? {} : { range: spanToRange(lines, span) }),
            ...(spans === undefined
              ? {}
              : { ranges: spans.map((each) => spanToRange(lines, each)) }),
          }
          return {
            title,
            kind: CodeActionKind.QuickFix,
            command: { title, command: commandId(command), arguments: [argument] },
            ...(preferred === true ? { isPreferred: true } : {}),
            ...(diagnostics.length === 0 ? {} : { diagnostics }),
          }
        })
        return [...strays, ...actions]
      },
    ),
  )
}

function idOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
}
