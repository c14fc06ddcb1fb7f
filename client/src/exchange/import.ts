/** *Import…*: a preview of what is new, the same, conflicting or uncertain; then one step that can be undone. */
import { type LogOutputChannel, l10n, window } from 'vscode'
import type {
  ExchangeScope,
  FormatInfo,
  ImportParams,
  ImportPreview,
} from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import { chooseFolder, chooseFormat, chooseScope } from './choose.ts'
import type { ExportParts } from './export.ts'
import { withProgress } from './progress.ts'

/** `given`: the pages, where the person has pointed at them already. */
export async function importPages(
  { server, log, send }: ExportParts & { readonly send: Send },
  given: ExchangeScope | undefined,
): Promise<void> {
  const title = l10n.t('Import')
  const formats = await server.request('biaozhu/formats', {})
  if (formats === undefined) return
  const readable = formats.filter(({ reads }) => reads)
  const format = await chooseFormat(readable, title)
  if (format === undefined) return
  const file = format.files === 'all' ? format : undefined
  const from = await chooseFolder(title, l10n.t('Import'), file)
  if (from === undefined) return
  const scope = given ?? (await chooseScope(title))
  const as = scope && (await chooseAs(title))
  if (scope === undefined || as === undefined) return
  const preview = await withProgress(server, l10n.t('Reading {0}…', format.title), (token) =>
    server.request(
      'biaozhu/importPreview',
      { format: format.name, from: from.toString(), scope, as },
      token,
    ),
  )
  if (preview === undefined || preview.cancelled) return
  write(log, preview, format)
  const onConflict = await confirm(preview, log)
  if (onConflict !== undefined) await send('import', { plan: preview.plan, onConflict })
}

async function chooseAs(title: string): Promise<ImportParams['as'] | undefined> {
  const items = [
    { label: l10n.t('As annotations, as the file has them'), as: 'annotations' as const },
    { label: l10n.t('As suggestions, for you to decide'), as: 'suggestions' as const },
  ]
  const placeHolder = l10n.t('How should they be imported?')
  return (await window.showQuickPick(items, { title, placeHolder }))?.as
}

type OnConflict = 'skip' | 'ours' | 'theirs'

/** What is to become of it; nothing is written before. */
async function confirm(
  { counts, problems }: ImportPreview,
  log: LogOutputChannel,
): Promise<OnConflict | undefined> {
  const found = l10n.t(
    '{0} new, {1} uncertain, {2} conflicting, {3} the same',
    ...[counts.new, counts.uncertain, counts.conflicting, counts.same],
  )
  const faults = problems.length === 0 ? '' : l10n.t('Problems: {0}', problems.length)
  const details = { label: l10n.t('Details'), onConflict: undefined }
  const toImport = counts.new + counts.uncertain
  const items: { label: string; onConflict: OnConflict | undefined }[] = []
  if (toImport > 0) items.push({ label: l10n.t('Import what is new'), onConflict: 'skip' })
  if (counts.conflicting > 0) {
    items.push(
      {
        label: l10n.t('Import, and add what only the file says of conflicting ones'),
        onConflict: 'ours',
      },
      { label: l10n.t('Import, and let the file win over conflicting ones'), onConflict: 'theirs' },
    )
  }
  const choice = await window.showQuickPick([...items, details], {
    title: [found, faults].filter((text) => text !== '').join(' · '),
    placeHolder: items.length === 0 ? l10n.t('There is nothing to import.') : found,
    ignoreFocusOut: true,
  })
  if (choice === details) log.show()
  return choice?.onConflict
}

function write(log: LogOutputChannel, preview: ImportPreview, { title }: FormatInfo): void {
  log.info(l10n.t('Import from {0}', title))
  for (const { path, counts } of preview.pages) {
    const numbers = [counts.new, counts.uncertain, counts.conflicting, counts.same]
    log.info(
      `${path}: ${l10n.t('{0} new, {1} uncertain, {2} conflicting, {3} the same', ...numbers)}`,
    )
  }
  for (const line of preview.details) log.info(line)
  for (const line of preview.problems) log.warn(line)
}
