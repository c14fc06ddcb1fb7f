/** *Export…*: format, pages, annotations, text and folder; then progress, what was lost, and the folder. */
import { commands, type LogOutputChannel, l10n, window } from 'vscode'
import type { ExchangeScope, ExportAnswer, FormatInfo } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import {
  chooseFolder,
  chooseFormat,
  chooseOptions,
  chooseScope,
  chooseStatus,
  chooseText,
} from './choose.ts'
import { withProgress } from './progress.ts'

export interface ExportParts {
  readonly server: Server
  readonly log: LogOutputChannel
}

/** `given`: the pages, where the person has pointed at them already. */
export async function exportPages(
  { server, log }: ExportParts,
  given: ExchangeScope | undefined,
): Promise<void> {
  const title = l10n.t('Export')
  const formats = await server.request('biaozhu/formats', {})
  if (formats === undefined) return
  const format = await chooseFormat(formats, title)
  if (format === undefined) return
  const scope = given ?? (await chooseScope(title))
  if (scope === undefined) return
  const status = await chooseStatus(title)
  const text = status && (await chooseText(format, title))
  const options = text && (await chooseOptions(format, title))
  if (status === undefined || text === undefined || options === undefined) return
  const folder = await chooseFolder(title, l10n.t('Export Here'))
  if (folder === undefined) return
  const answer = await withProgress(server, l10n.t('Exporting to {0}…', format.title), (token) =>
    server.request(
      'biaozhu/export',
      { format: format.name, scope, status, text, options, folder: folder.toString() },
      token,
    ),
  )
  if (answer === undefined) return
  write(log, answer, format)
  const reveal = l10n.t('Reveal')
  const details = l10n.t('Details')
  const say = answer.problem === undefined ? window.showInformationMessage : window.showErrorMessage
  const choice = await say(summary(answer, format), reveal, details)
  if (choice === reveal) await commands.executeCommand('revealFileInOS', folder)
  if (choice === details) log.show()
}

/** The log has all, the message the first losses. */
function summary(answer: ExportAnswer, { title }: FormatInfo): string {
  const { problem, cancelled, pages, accepted, suggested, losses } = answer
  if (problem !== undefined) return l10n.t('The export stopped: {0}', problem)
  const counts = [pages, title, accepted, suggested]
  const done = cancelled
    ? l10n.t('Export cancelled after {0} pages ({1}): {2} accepted, {3} suggested.', ...counts)
    : pages === 1
      ? l10n.t('1 page exported to {0}: {1} accepted, {2} suggested.', title, accepted, suggested)
      : l10n.t('{0} pages exported to {1}: {2} accepted, {3} suggested.', ...counts)
  const more = losses.length > 3 ? ['…'] : []
  return [done, ...losses.slice(0, 3).map((loss) => l10n.t('{0}.', loss)), ...more].join(' ')
}

function write(log: LogOutputChannel, answer: ExportAnswer, { title }: FormatInfo): void {
  log.info(l10n.t('Export to {0}', title))
  for (const line of [...answer.details, ...answer.losses]) log.info(line)
  if (answer.problem !== undefined) log.error(answer.problem)
}
