/** *Import…*: a preview of what is new, the same, conflicting or uncertain; then one step that can be undone. */
import { type LogOutputChannel, l10n, type QuickPickItem, window } from 'vscode'
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
  const into = scope && (await chooseInto(title))
  if (scope === undefined || into === undefined) return
  const read = (params: Into): Promise<ImportPreview | undefined> =>
    withProgress(server, l10n.t('Reading {0}…', format.title), (token) => {
      const all = { format: format.name, from: from.toString(), scope, ...params }
      return server.request('biaozhu/importPreview', all, token)
    })
  const first = await read(into)
  if (first === undefined || first.cancelled) return
  const annotator = await chooseAnnotator(first, into, title)
  if (annotator === undefined) return
  const preview = annotator === '' ? first : await read({ ...into, annotator })
  if (preview === undefined || preview.cancelled) return
  write(log, preview, format)
  const onConflict = await confirm(preview, log)
  if (onConflict === undefined) return
  const { plan, pages } = preview
  if (pages.some(({ layer }) => layer !== undefined)) {
    const answer = await server.request('biaozhu/importLayers', { plan, onConflict })
    sayLayers(answer?.written ?? 0, answer?.problems ?? [], log)
  }
  if (pages.some(({ layer }) => layer === undefined)) await send('import', { plan, onConflict })
}

type Into = Pick<ImportParams, 'as' | 'layer' | 'annotator'>

async function chooseInto(title: string): Promise<Into | undefined> {
  const items: readonly (QuickPickItem & { readonly into?: Into })[] = [
    { label: l10n.t('As annotations, as the file has them'), into: { as: 'annotations' } },
    { label: l10n.t('As suggestions, for you to decide'), into: { as: 'suggestions' } },
    {
      label: l10n.t('As the layer of an annotator…'),
      detail: l10n.t(
        'In a file beside each page, X.anno.NAME.jsonl; the page keeps its annotations',
      ),
    },
  ]
  const placeHolder = l10n.t('How should they be imported?')
  const choice = await window.showQuickPick(items, { title, placeHolder })
  if (choice === undefined || choice.into !== undefined) return choice?.into
  const layer = await window.showInputBox({
    title,
    prompt: l10n.t('Name of the layer, such as that of the annotator'),
    validateInput: (text) =>
      /^[^\\/:*?"<>|]*[^\\/:*?"<>|. ]$/.test(text)
        ? undefined
        : l10n.t('A layer needs a name that a file can have.'),
  })
  return layer === undefined ? undefined : { as: 'annotations', layer }
}

/** Whose annotations are read, where files have those of several; empty for all. `undefined`: no more is wanted. */
async function chooseAnnotator(
  { annotators }: ImportPreview,
  { as, layer }: Into,
  title: string,
): Promise<string | undefined> {
  if (annotators.length === 0) return ''
  const all =
    as === 'suggestions'
      ? { label: l10n.t('All of them'), annotator: '' }
      : { label: l10n.t('Each as a layer of its own'), annotator: '' }
  const items = annotators.map((annotator) => ({
    label: l10n.t('Only {0}', annotator),
    annotator,
  }))
  const placeHolder = l10n.t('Several people annotated a page: {0}', annotators.join(l10n.t(', ')))
  const given = layer === undefined ? [all, ...items] : items
  return (await window.showQuickPick(given, { title, placeHolder }))?.annotator
}

function sayLayers(written: number, problems: readonly string[], log: LogOutputChannel): void {
  for (const problem of problems) log.warn(problem)
  const [first] = problems
  if (first !== undefined) void window.showWarningMessage(first)
  else if (written > 0) {
    void window.showInformationMessage(
      l10n.t(
        'Layers written: {0}. Show Layer… shows them; Undo does not take files of layers back.',
        written,
      ),
    )
  }
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
