/** The view *Initiatives*: grouped by page, owner or kind. */
import { commands, type Disposable, l10n, type Memento, ThemeIcon } from 'vscode'
import type { InitiativeItem } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { EntityTree, type Hands } from './entity-tree.ts'
import { askForFilter } from './filter-box.ts'
import { type Grouping, groupInitiatives, groupings } from './grouping.ts'

const memory = 'biaozhu.groupBy'
const icons: Readonly<Record<Grouping, string>> = {
  page: 'file',
  owner: 'organization',
  kind: 'tag',
}

export function initiativesView(
  server: Server,
  state: State,
  { remembered, ...hands }: Hands & { readonly remembered: Memento },
): Disposable[] {
  const stored = remembered.get<unknown>(memory)
  let by: Grouping = groupings.find((grouping) => grouping === stored) ?? 'page'

  const tree = new EntityTree<InitiativeItem>(server, state, {
    ...hands,
    view: 'biaozhu.initiatives',
    load: () => server.request('biaozhu/initiatives', {}),
    group: (items) => groupInitiatives(items, by, l10n.t('Owner not known')),
    icon: () => new ThemeIcon(icons[by]),
    open: true,
    facts: (item) => ({
      short: [by === 'owner' ? undefined : item.owner, item.place, item.since].filter(
        (fact) => fact !== undefined,
      ),
      lines: factLines(item),
    }),
  })
  const groupBy = async (grouping: Grouping): Promise<void> => {
    by = grouping
    await commands.executeCommand('setContext', memory, by)
    await remembered.update(memory, by)
    tree.refresh()
  }
  void commands.executeCommand('setContext', memory, by)

  return [
    tree,
    commands.registerCommand('biaozhu.groupByPage', () => groupBy('page')),
    commands.registerCommand('biaozhu.groupByOwner', () => groupBy('owner')),
    commands.registerCommand('biaozhu.groupByKind', () => groupBy('kind')),
    // The entries with a check mark in the menu: choosing what is chosen changes nothing.
    commands.registerCommand('biaozhu.groupByPageOn', () => undefined),
    commands.registerCommand('biaozhu.groupByOwnerOn', () => undefined),
    commands.registerCommand('biaozhu.groupByKindOn', () => undefined),
    commands.registerCommand('biaozhu.exportShownInitiatives', async () =>
      commands.executeCommand('biaozhu.export', { shown: await tree.pages() }),
    ),
    commands.registerCommand('biaozhu.filterInitiatives', () => askForFilter(tree)),
    commands.registerCommand('biaozhu.clearInitiativesFilter', () => {
      tree.filter = ''
    }),
    commands.registerCommand('biaozhu.findInInitiatives', async () => {
      await commands.executeCommand('biaozhu.initiatives.focus')
      await commands.executeCommand('list.find')
    }),
  ]
}

function factLines({
  owner,
  place,
  since,
  targets = [],
  figures = [],
}: InitiativeItem): readonly string[] {
  return [
    ...(owner === undefined ? [] : [l10n.t('Owner: {0}', owner)]),
    ...(place === undefined ? [] : [l10n.t('Place: {0}', place)]),
    ...(since === undefined ? [] : [l10n.t('Since: {0}', since)]),
    ...(targets.length === 0 ? [] : [l10n.t('Targets: {0}', targets.join('、'))]),
    ...(figures.length === 0 ? [] : [l10n.t('Figures: {0}', figures.join('、'))]),
  ]
}
