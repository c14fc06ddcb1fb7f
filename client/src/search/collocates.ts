/** What stands beside what was found more often than by chance: a list that can be sorted; Enter searches both near each other. */
import { commands, type Disposable, l10n, type QuickPickItem, ThemeIcon, window } from 'vscode'
import type { CollocateAnswer, CollocateRow } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import type { SearchTree } from './tree.ts'

/** Characters or words on each side. */
const reach = 5

type Measure = 'likelihood' | 'pmi' | 'count'

export function collocateCommands(
  server: Server,
  tree: SearchTree,
  search: (query: string) => Promise<void>,
): Disposable[] {
  const show = async (of: 'characters' | 'words'): Promise<void> => {
    const { query } = tree
    const asked = server.request('biaozhu/collocates', { query, of, window: reach })
    const picked = await pick(asked, query)
    if (picked !== undefined) await search(together(query, picked))
  }
  return [
    commands.registerCommand('biaozhu.collocateWords', () => show('words')),
    commands.registerCommand('biaozhu.collocateCharacters', () => show('characters')),
  ]
}

interface Line extends QuickPickItem {
  readonly row: CollocateRow
}

function pick(
  asked: Promise<CollocateAnswer | undefined>,
  query: string,
): Promise<string | undefined> {
  const box = window.createQuickPick<Line>()
  const buttons = (['likelihood', 'pmi', 'count'] as const).map((by) => {
    return { by, iconPath: new ThemeIcon(icons[by]), tooltip: l10n.t('Sort: {0}', words()[by]) }
  })
  let rows: readonly CollocateRow[] = []
  const show = (by: Measure): void => {
    box.placeholder = l10n.t('Enter searches both near each other. Sorted: {0}', words()[by])
    box.items = rows.toSorted((a, b) => b[by] - a[by]).map(lineOf)
  }
  box.title = l10n.t('What stands beside {0}', query)
  box.busy = true
  box.buttons = buttons
  box.matchOnDescription = true
  box.onDidTriggerButton((button) => {
    show(buttons.find((each) => each === button)?.by ?? 'likelihood')
  })
  box.show()
  return new Promise((resolve, reject) => {
    box.onDidAccept(() => {
      resolve(box.selectedItems[0]?.row.text)
      box.hide()
    })
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    asked
      .then((answer) => {
        box.busy = false
        rows = answer?.kind === 'collocates' ? answer.rows : []
        show('likelihood')
        if (rows.length > 0) return
        const nothing = l10n.t('Nothing stands there more often than by chance.')
        box.placeholder =
          answer === undefined || answer.kind === 'collocates' ? nothing : answer.message
      })
      .catch((error) => {
        box.hide()
        reject(error)
      })
  })
}

function lineOf(row: CollocateRow): Line {
  const { text, count, left, right, total, pmi, likelihood } = row
  const description = [
    l10n.t('beside it: {0} ({1} before, {2} behind), of {3}', count, left, right, total),
    `PMI ${pmi}`,
    `G² ${likelihood}`,
  ].join(' · ')
  return { label: text, description, row }
}

/** Two words near each other; of another query the word alone is added. */
function together(query: string, word: string): string {
  const isWord = /^(?:[^\s"/:\uff1a]+|"[^"]+")$/u.test(query)
  return isWord ? `near:${2 * reach} ${query} ${word}` : word
}

function words(): Readonly<Record<Measure, string>> {
  return {
    likelihood: l10n.t('log-likelihood'),
    pmi: l10n.t('mutual information'),
    count: l10n.t('how often'),
  }
}

const icons = { likelihood: 'graph', pmi: 'pulse', count: 'list-ordered' } as const
