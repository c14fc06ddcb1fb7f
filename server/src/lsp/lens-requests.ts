/** Code lenses: above the title of an article what is named in it, and what of that is open. */
import type { CodeLens, Command } from 'vscode-languageserver/node'
import { findPage } from '../corpus/snapshot/model.ts'
import { type ArticleLens, articleLenses } from '../feature/review/lenses.ts'
import { type LineIndex, spanToRange } from '../text/lines.ts'
import { guard } from './guard.ts'
import type { RequestContext } from './page-requests.ts'

export function answerLenses(context: RequestContext): void {
  const { connection, shown } = context
  connection.onCodeLens(
    guard(context)('codeLens', ({ textDocument: { uri } }, state): CodeLens[] => {
      const place = findPage(state, uri)
      if (place === undefined || shown().codeLens === false) return []
      const isOurs = shown().ownCommands === true
      const { lines } = place.document
      return articleLenses(place).flatMap((lens) => {
        const range = spanToRange(lines, lens.span)
        return commandsOf(lens, uri, lines).map(({ title, ...command }) => ({
          range,
          // Other editors do not have our commands: there a lens says what it says.
          command: isOurs ? { title, ...command } : { title, command: '' },
        }))
      })
    }),
  )
}

function commandsOf(
  { article, span, named, initiatives, open }: ArticleLens,
  uri: string,
  lines: LineIndex,
): readonly Command[] {
  const [at, ranges] = [
    spanToRange(lines, span),
    initiatives.map((each) => spanToRange(lines, each)),
  ]
  const all = { title: named, command: 'biaozhu.showInitiatives', arguments: [{ uri, at, ranges }] }
  const next = { command: 'biaozhu.nextOpenOfArticle', arguments: [{ uri, article, at }] }
  return open === undefined ? [all] : [all, { title: open, ...next }]
}
