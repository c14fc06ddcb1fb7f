/** What a command on many mentions would do, as a list in which each of them can be left out. */
import {
  l10n,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { PreviewItem } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import { excerpt } from '../views/excerpt.ts'

export interface Preview {
  readonly title: string
  readonly items: readonly PreviewItem[]
  /** How many there are; not all of very many are listed. */
  readonly count: number
  /** The page in front; its mentions come first. */
  readonly page: string
  /** What is said of suggestions with another type; empty where there are none. */
  readonly otherTypes: string
  /** What is said of those that are not listed; left out where all are. */
  readonly unlisted?: string
}

export interface Picked {
  readonly items: readonly PreviewItem[]
  /** Nothing of all pages, or of the page in front, was left out. */
  readonly whole: 'corpus' | 'page' | undefined
  readonly otherTypes: boolean
}

interface Choice extends QuickPickItem {
  readonly item?: PreviewItem
  readonly isOther?: true
}

/**
 * `undefined` where the box was left, or where there turns out to be nothing to decide. What it would do has to be seen: until
 * it is there, Enter does nothing.
 */
export function pickFrom(
  asked: Promise<Preview | undefined>,
  title: string,
): Promise<Picked | undefined> {
  const box = window.createQuickPick<Choice>()
  box.title = title
  box.placeholder = l10n.t('Uncheck what is to stay as it is')
  box.canSelectMany = true
  box.matchOnDescription = true
  box.busy = true
  return new Promise((resolve, reject) => {
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    box.show()
    asked
      .then((preview) => {
        if (preview === undefined) return box.hide()
        box.busy = false
        offer(box, preview, (picked) => {
          resolve(picked)
          box.hide()
        })
      })
      .catch((error) => {
        box.hide()
        reject(error)
      })
  })
}

function offer(box: QuickPick<Choice>, preview: Preview, take: (picked: Picked) => void): void {
  const { items, count, page, title } = preview
  const here = items.filter(({ uri }) => uriKey(uri) === uriKey(page))
  const onlyPage = { iconPath: new ThemeIcon('file'), tooltip: l10n.t('Only This Page') }
  const allPages = { iconPath: new ThemeIcon('files'), tooltip: l10n.t('All Pages') }
  const show = (shown: readonly PreviewItem[]): void => {
    box.items = choicesOf(shown, preview)
    box.selectedItems = box.items.filter(({ item }) => item !== undefined)
  }
  box.title = title
  box.buttons = here.length > 0 && here.length < items.length ? [onlyPage, allPages] : []
  show(items)
  box.onDidTriggerButton((button) => show(button === onlyPage ? here : items))
  box.onDidAccept(() => {
    const picked = box.selectedItems.flatMap(({ item }) => item ?? [])
    const isComplete = count === items.length
    const isPage =
      isComplete && picked.length === here.length && here.every((each) => picked.includes(each))
    const whole = picked.length === items.length ? 'corpus' : isPage ? 'page' : undefined
    take({
      items: picked,
      whole,
      otherTypes: box.selectedItems.some(({ isOther }) => isOther),
    })
  })
}

/** The page in front comes first, the others in their order. */
function choicesOf(
  items: readonly PreviewItem[],
  { page, otherTypes, unlisted = '' }: Preview,
): readonly Choice[] {
  const pages = new Map<string, PreviewItem[]>([[uriKey(page), []]])
  for (const item of items) {
    const list = pages.get(uriKey(item.uri)) ?? []
    list.push(item)
    pages.set(uriKey(item.uri), list)
  }
  const choices = [...pages].flatMap(([uri, found]): Choice[] =>
    found.length === 0
      ? []
      : [
          {
            label: `${workspace.asRelativePath(Uri.parse(uri))} (${found.length})`,
            kind: QuickPickItemKind.Separator,
          },
          ...found.map((item) => ({
            label: excerpt(item.sentence, item.highlight).text,
            description: l10n.t('line {0}', item.range.start.line + 1),
            item,
          })),
        ],
  )
  if (unlisted !== '') choices.push({ label: unlisted, kind: QuickPickItemKind.Separator })
  if (otherTypes === '') return choices
  const separator = { label: l10n.t('If none is left out'), kind: QuickPickItemKind.Separator }
  return [...choices, separator, { label: otherTypes, isOther: true }]
}
