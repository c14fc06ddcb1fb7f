/** The view *Initiatives*: in groups by page, owner, place, kind, target group, year or status. */
import { commands, type Disposable, l10n } from 'vscode'
import type { InitiativeItem } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { Choice } from './choice.ts'
import { EntityTree, type Hands } from './entity-tree.ts'
import { exportList } from './export-list.ts'
import { askForFilter } from './filter-box.ts'
import { groupWords } from './group-words.ts'
import { grouped, initiativeGroupings, orders } from './grouping.ts'

const icons: Readonly<Record<(typeof initiativeGroupings)[number], string>> = {
  page: 'file',
  owner: 'organization',
  place: 'location',
  kind: 'tag',
  target: 'account',
  year: 'calendar',
  status: 'checklist',
}

export function initiativesView(server: Server, state: State, hands: Hands): Disposable[] {
  const { remembered } = hands
  const kept = { remembered, changed: () => tree.refresh() }
  const by = new Choice('biaozhu.groupBy', initiativeGroupings, kept)
  const order = new Choice('biaozhu.sortBy', orders, kept)
  const words = groupWords()

  const tree: EntityTree<InitiativeItem> = new EntityTree<InitiativeItem>(server, state, {
    ...hands,
    view: 'biaozhu.initiatives',
    load: (of) => server.request('biaozhu/initiatives', of),
    group: (items, types, isShown) =>
      grouped(items, { by: by.value, order: order.value, types, words, isShown }),
    icon: () => ({ icon: icons[by.value] }),
    open: true,
    facts: (item) => ({
      short: [
        by.value === 'owner' ? undefined : item.owner,
        by.value === 'place' ? undefined : item.place,
        item.since,
      ].filter((fact) => fact !== undefined),
      lines: factLines(item),
    }),
    badge: async () => {
      const value = (await server.request('biaozhu/unconfirmed', {})) ?? 0
      const tooltip = l10n.t('Initiatives to be confirmed: {0}', value)
      // The editor shortens what is more to `1K+`, which says nothing.
      return value === 0 || value > 999 ? undefined : { value, tooltip }
    },
  })

  return [
    tree,
    ...by.entries(),
    ...order.entries(),
    commands.registerCommand('biaozhu.confirmCheckedInitiatives', () => tree.confirmChecked()),
    commands.registerCommand('biaozhu.exportInitiativeList', () =>
      exportList(server, 'initiatives', tree),
    ),
    commands.registerCommand('biaozhu.exportShownInitiatives', async () =>
      commands.executeCommand('biaozhu.export', { shown: await tree.pages() }),
    ),
    commands.registerCommand('biaozhu.initiativesOfPage', () => tree.scope.set('page')),
    commands.registerCommand('biaozhu.initiativesOfCorpus', () => tree.scope.set('corpus')),
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
