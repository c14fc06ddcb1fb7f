/** The questions of an export and of an import, one after the other; `undefined` where a person wants no more. */
import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode'
import type { ExchangeScope, ExportParams, FormatInfo } from '../../../server/src/protocol.ts'
import { isPageEditorDocument } from '../editor/language.ts'

/** What a format is for stands beside its name, what it would lose of these pages below. */
export async function chooseFormat(
  formats: readonly FormatInfo[],
  title: string,
): Promise<FormatInfo | undefined> {
  const items = formats.map((format) => ({
    label: format.title,
    description: format.purpose,
    detail:
      format.loses.length === 0
        ? l10n.t('keeps everything that these pages have')
        : l10n.t('Loses of these pages: {0}', format.loses.join(l10n.t(', '))),
    format,
  }))
  const placeHolder = l10n.t('Which format?')
  const choice = await window.showQuickPick(items, {
    title,
    placeHolder,
    matchOnDescription: true,
  })
  return choice?.format
}

export async function chooseScope(title: string): Promise<ExchangeScope | undefined> {
  const document = window.activeTextEditor?.document
  const page = document !== undefined && isPageEditorDocument(document) ? document.uri : undefined
  const items: (QuickPickItem & { scope: ExchangeScope })[] = []
  if (page !== undefined) {
    const folder = page.with({ path: page.path.replace(/\/[^/]*$/, '') })
    items.push(below(l10n.t('This page'), page), below(l10n.t('The folder of this page'), folder))
  }
  const folders = workspace.workspaceFolders ?? []
  if (folders.length > 1) items.push(...folders.map(({ name, uri }) => below(name, uri)))
  items.push({ label: l10n.t('All pages'), scope: { kind: 'all' } })
  if (items.length === 1) return items[0]?.scope
  const choice = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which pages?') })
  return choice?.scope
}

function below(label: string, uri: Uri): QuickPickItem & { scope: ExchangeScope } {
  const description = workspace.asRelativePath(uri)
  return { label, description, scope: { kind: 'below', uri: uri.toString() } }
}

export async function chooseStatus(title: string): Promise<ExportParams['status'] | undefined> {
  const items = [
    {
      label: l10n.t('Accepted, and suggestions of pages that are not done'),
      status: 'finished' as const,
    },
    { label: l10n.t('Accepted only'), status: 'accepted' as const },
    { label: l10n.t('Accepted and suggested'), status: 'all' as const },
  ]
  const placeHolder = l10n.t('Which annotations?')
  return (await window.showQuickPick(items, { title, placeHolder }))?.status
}

/** What suits the format comes first. */
export async function chooseText(
  { text }: FormatInfo,
  title: string,
): Promise<FormatInfo['text'] | undefined> {
  const items = [
    { label: l10n.t('The page as it is'), text: 'source' as const },
    { label: l10n.t('The articles in order, with their breaks joined'), text: 'logical' as const },
  ]
  const usual = items
    .filter((item) => item.text === text)
    .map((item) => ({ ...item, description: l10n.t('usual for this format') }))
  const others = items.filter((item) => item.text !== text)
  const placeHolder = l10n.t('Which text?')
  return (await window.showQuickPick([...usual, ...others], { title, placeHolder }))?.text
}

/** The default of each option comes first. */
export async function chooseOptions(
  { options }: FormatInfo,
  title: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const chosen: Record<string, string> = {}
  for (const { name, values, help } of options) {
    const value = await window.showQuickPick([...values], {
      title,
      placeHolder: `${name}: ${help}`,
    })
    if (value === undefined) return undefined
    chosen[name] = value
  }
  return chosen
}

/** A folder; with `file` a file. */
export async function chooseFolder(
  title: string,
  openLabel: string,
  file?: FormatInfo,
): Promise<Uri | undefined> {
  const defaultUri = workspace.workspaceFolders?.[0]?.uri
  const found = await window.showOpenDialog({
    title,
    openLabel,
    canSelectFiles: file !== undefined,
    canSelectFolders: file === undefined,
    ...(file === undefined || file.endings.length === 0
      ? {}
      : { filters: { [file.title]: [...file.endings] } }),
    ...(defaultUri === undefined ? {} : { defaultUri }),
  })
  return found?.[0]
}
