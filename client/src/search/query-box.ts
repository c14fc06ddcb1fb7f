/** The box in which a query is written: keys and values are offered, and what was asked before. */
import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode'
import type { SearchHint } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import { faultWords, helpLines } from './words.ts'

interface Line extends QuickPickItem {
  /** Becomes what is written. */
  readonly fill?: string
  /** Is asked. */
  readonly query?: string
}

/** The query that the person asks; `undefined` where the box is left. */
export function askForQuery(
  server: Server,
  { query, history }: { readonly query: string; readonly history: readonly string[] },
): Promise<string | undefined> {
  const box = window.createQuickPick<Line>()
  box.title = l10n.t('Search')
  box.placeholder = l10n.t('A word, a "phrase", an /expression/, type:, entity:, owner:, date: …')
  box.buttons = [{ iconPath: new ThemeIcon('question'), tooltip: l10n.t('Search Help') }]
  box.value = query
  let newest = 0
  const show = async (): Promise<void> => {
    const written = box.value
    const mine = ++newest
    // What Enter does follows at once, whatever the server has to say.
    box.items = linesOf(written, history, undefined)
    const hint = await server.request('biaozhu/searchHint', { query: written })
    if (mine === newest) box.items = linesOf(written, history, hint)
  }
  return new Promise((resolve) => {
    box.onDidChangeValue(() => void show())
    box.onDidTriggerButton(() => {
      box.items = helpItems()
    })
    box.onDidAccept(() => {
      const [line] = box.activeItems
      if (line?.fill !== undefined) {
        box.value = line.fill
        void show()
        return
      }
      const asked = line?.query ?? box.value
      if (asked.trim() === '') return
      resolve(asked.trim())
      box.hide()
    })
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    void show()
    box.show()
  })
}

/** Everything that a query can say, on one screen; the example that is chosen becomes the query. */
export async function pickFromHelp(): Promise<string | undefined> {
  const picked = await window.showQuickPick(helpItems(), {
    title: l10n.t('Search Help'),
    placeHolder: l10n.t('Everything that is said has to be true. Enter tries an example.'),
    matchOnDescription: true,
  })
  return picked?.fill
}

function helpItems(): Line[] {
  return helpLines().map(([example, meaning]) => {
    return { label: example, description: meaning, fill: example, alwaysShow: true }
  })
}

function linesOf(
  written: string,
  history: readonly string[],
  hint: SearchHint | undefined,
): Line[] {
  const text = written.trim()
  const before = history.filter((each) => each.includes(text) && each !== text).slice(0, 10)
  const fault = hint?.fault
  const ask: Line = {
    // The text alone: VS Code sorts by how a label begins, and what was asked before must not come first.
    label: text,
    description: l10n.t('Search'),
    iconPath: new ThemeIcon(fault === undefined ? 'search' : 'warning'),
    ...(fault === undefined ? {} : { detail: faultWords(written, fault) }),
    alwaysShow: true,
    // Not the text of this moment: Enter may come before the lines of what was typed.
  }
  const offered = (hint?.completions ?? []).map(
    ({ query, label, description }): Line => ({
      label,
      description,
      fill: query,
      alwaysShow: true,
    }),
  )
  return [
    ...(text === '' ? [] : [ask]),
    ...group(l10n.t('Goes on with'), offered),
    ...group(
      l10n.t('Asked before'),
      before.map((query) => ({
        label: query,
        query,
        iconPath: new ThemeIcon('history'),
        alwaysShow: true,
      })),
    ),
  ]
}

function group(label: string, lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...lines]
}
