/** The view *Entities*: everything that is mentioned, by type, place, page or status. */
import { commands, type Disposable } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { Choice } from './choice.ts'
import { EntityTree, type Hands } from './entity-tree.ts'
import { exportList } from './export-list.ts'
import { askForFilter } from './filter-box.ts'
import { groupWords } from './group-words.ts'
import { entityGroupings, grouped, orders } from './grouping.ts'

const icons: Readonly<Record<string, string>> = {
  Initiative: 'megaphone',
  Organization: 'type-hierarchy',
  Person: 'person',
  Place: 'location',
  Date: 'calendar',
  Figure: 'graph',
  Document: 'book',
  Group: 'organization',
  Role: 'briefcase',
  Honor: 'star-full',
  Contact: 'mail',
}

const groupIcons = { place: 'location', page: 'file', status: 'checklist' } as const

export function entitiesView(server: Server, state: State, hands: Hands): Disposable[] {
  const { remembered } = hands
  const kept = { remembered, changed: () => tree.refresh() }
  const by = new Choice('biaozhu.groupEntitiesBy', entityGroupings, kept)
  const order = new Choice('biaozhu.sortEntitiesBy', orders, kept)
  const words = groupWords()
  const tree: EntityTree<EntityItem> = new EntityTree<EntityItem>(server, state, {
    ...hands,
    view: 'biaozhu.entities',
    load: (of) => server.request('biaozhu/entities', of),
    group: (items, types, isShown) =>
      grouped(items, { by: by.value, order: order.value, types, words, isShown }),
    icon: ({ key }) =>
      by.value === 'type'
        ? { icon: icons[key] ?? 'tag', type: key }
        : { icon: groupIcons[by.value] },
    open: false,
    facts: () => ({ short: [], lines: [] }),
  })
  return [
    tree,
    ...by.entries(),
    ...order.entries(),
    commands.registerCommand('biaozhu.confirmCheckedEntities', () => tree.confirmChecked()),
    commands.registerCommand('biaozhu.exportEntityList', () =>
      exportList(server, 'entities', tree),
    ),
    commands.registerCommand('biaozhu.exportShownEntities', async () =>
      commands.executeCommand('biaozhu.export', { shown: await tree.pages() }),
    ),
    commands.registerCommand('biaozhu.entitiesOfPage', () => tree.scope.set('page')),
    commands.registerCommand('biaozhu.entitiesOfCorpus', () => tree.scope.set('corpus')),
    commands.registerCommand('biaozhu.filterEntities', () => askForFilter(tree)),
    commands.registerCommand('biaozhu.clearEntitiesFilter', () => {
      tree.filter = ''
    }),
    commands.registerCommand('biaozhu.findInEntities', async () => {
      await commands.executeCommand('biaozhu.entities.focus')
      await commands.executeCommand('list.find')
    }),
  ]
}
