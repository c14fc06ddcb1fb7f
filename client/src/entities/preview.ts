/** What a change of an entity would touch, shown before it is done. */
import { l10n, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode'
import type { EntityPreview, PreviewItem, QuestionAnswer } from '../../../server/src/protocol.ts'
import { toLocation, uriKey } from '../editor/convert.ts'
import { excerpt } from '../views/excerpt.ts'

interface Line extends QuickPickItem {
  readonly mention?: PreviewItem
  readonly isDone?: true
}

/** Whether the person wants it: the first line does it, the mentions below are only looked at. */
export async function isWanted(
  asked: Promise<QuestionAnswer<EntityPreview> | undefined>,
  { title, action }: { readonly title: string; readonly action: string },
): Promise<boolean> {
  const answer = await asked
  if (answer === undefined) return false
  const { mentions, pages } = answer.answer
  const box = window.createQuickPick<Line>()
  box.title = title
  box.placeholder = l10n.t('Enter does it, Escape leaves it')
  box.ignoreFocusOut = true
  const counts = l10n.t('Mentions: {0}, pages: {1}', mentions, pages)
  const done: Line = {
    label: `$(check) ${action}`,
    description: counts,
    alwaysShow: true,
    isDone: true,
  }
  box.items = [done, ...linesOf(answer.items ?? [])]
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      const [line] = box.selectedItems
      if (line?.mention !== undefined) void show(line.mention)
      else if (line?.isDone === true) {
        resolve(true)
        box.hide()
      }
    })
    box.onDidHide(() => {
      resolve(false)
      box.dispose()
    })
    box.show()
  })
}

async function show(mention: PreviewItem): Promise<void> {
  const { uri, range } = toLocation(mention)
  await window.showTextDocument(uri, { selection: range, preview: true, preserveFocus: true })
}

function linesOf(items: readonly PreviewItem[]): readonly Line[] {
  const pages = new Map<string, PreviewItem[]>()
  for (const item of items) {
    const page = pages.get(uriKey(item.uri)) ?? []
    page.push(item)
    pages.set(uriKey(item.uri), page)
  }
  return [...pages].flatMap(([uri, found]): Line[] => [
    {
      label: `${workspace.asRelativePath(Uri.parse(uri))} (${found.length})`,
      kind: QuickPickItemKind.Separator,
    },
    ...found.map((mention) => ({
      label: excerpt(mention.sentence, mention.highlight).text,
      description: l10n.t('line {0}', mention.range.start.line + 1),
      mention,
    })),
  ])
}
