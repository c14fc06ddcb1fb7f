/** Commands of the view *Search*: asking, grouping and sorting, help. */
import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from 'vscode'
import type { SearchGrouping, SearchSort } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { foundCommands } from './bulk.ts'
import { collocateCommands } from './collocates.ts'
import { QueryHistory } from './history.ts'
import type { MoreNode } from './nodes.ts'
import { askForQuery, pickFromHelp } from './query-box.ts'
import { takeCommands } from './take.ts'
import { type Arrangement, SearchTree } from './tree.ts'
import { groupingWords, sortWords } from './words.ts'

const memory = 'biaozhu.searchArrangement'

export interface SearchHands {
  readonly send: Send
  readonly remembered: Memento
}

export function searchView(server: Server, { send, remembered }: SearchHands): Disposable[] {
  const history = new QueryHistory(remembered)
  const tree = new SearchTree(server, storedArrangement(remembered))

  const ask = async (query: string): Promise<void> => {
    await history.add(query)
    await commands.executeCommand('biaozhu.search.focus')
    await tree.ask(query)
  }
  const askWith = async (text: string): Promise<void> => {
    const query = await askForQuery(server, { query: text, history: history.queries })
    if (query !== undefined) await ask(query)
  }
  return [
    tree,
    ...foundCommands(server, send, tree),
    ...takeCommands(server, tree),
    ...collocateCommands(server, tree, ask),
    commands.registerCommand('biaozhu.searchCorpus', (query?: unknown) =>
      typeof query === 'string' ? ask(query) : askWith(tree.query),
    ),
    commands.registerCommand('biaozhu.searchSelection', async () => {
      const selected = selectedText()
      await (selected === '' ? askWith('') : ask(asPhrase(selected)))
    }),
    commands.registerCommand('biaozhu.searchHelp', async () => {
      const example = await pickFromHelp()
      if (example !== undefined) await askWith(example)
    }),
    commands.registerCommand('biaozhu.clearSearch', () => tree.ask('')),
    commands.registerCommand('biaozhu.arrangeSearch', async () => {
      const chosen = await pickArrangement(tree.arrangement)
      if (chosen === undefined) return
      await remembered.update(memory, chosen)
      await tree.arrange(chosen)
    }),
    commands.registerCommand('biaozhu.showMoreFound', async (node?: MoreNode) => {
      if (node !== undefined) await tree.more(node)
    }),
  ]
}

const groupings = ['page', 'type', 'entity', 'owner', 'year', 'none'] as const
const sorts = ['page', 'left', 'right'] as const

function storedArrangement(remembered: Memento): Arrangement {
  const stored: Partial<Record<keyof Arrangement, unknown>> = remembered.get(memory) ?? {}
  return {
    by: groupings.find((each) => each === stored.by) ?? 'page',
    sort: sorts.find((each) => each === stored.sort) ?? 'page',
  }
}

interface Line extends QuickPickItem {
  readonly by?: SearchGrouping
  readonly sort?: SearchSort
}

async function pickArrangement(now: Arrangement): Promise<Arrangement | undefined> {
  const sign = (isChosen: boolean): string => (isChosen ? '$(check) ' : '$(blank) ')
  const lines: Line[] = [
    { label: l10n.t('Groups'), kind: QuickPickItemKind.Separator },
    ...groupings.map((by) => ({ label: sign(by === now.by) + groupingWords()[by], by })),
    { label: l10n.t('Order'), kind: QuickPickItemKind.Separator },
    ...sorts.map((sort) => ({ label: sign(sort === now.sort) + sortWords()[sort], sort })),
  ]
  const picked = await window.showQuickPick(lines, { title: l10n.t('Group and Sort') })
  if (picked === undefined) return undefined
  return { by: picked.by ?? now.by, sort: picked.sort ?? now.sort }
}

/** Of the editor in front; line breaks are none in the text as it is read. */
function selectedText(): string {
  const editor = window.activeTextEditor
  return (
    editor?.document
      .getText(editor.selection)
      .replaceAll(/\s*\n\s*/g, '')
      .trim() ?? ''
  )
}

/** A text as a query that finds it and nothing else. */
function asPhrase(text: string): string {
  return /^[^\s"/:\uff1a]+$/u.test(text) ? text : `"${text.replaceAll('"', '')}"`
}
