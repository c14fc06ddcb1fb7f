/** Commands of the view *Review*: filter, grouping, and decisions on what is checked or chosen in it. */
import { commands, type Disposable, l10n, type Memento } from 'vscode'
import type { PlacedMention, ReviewRow } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { describe } from './filter.ts'
import { gapLabel, pickScope } from './filter-pick.ts'
import type { ReviewNode } from './nodes.ts'
import { isCheckable, type RowGrouping, rowGroupings } from './row-groups.ts'
import type { ReviewScope } from './scope.ts'
import { ReviewTree } from './tree.ts'

const memory = 'biaozhu.reviewGroupBy'

export interface ReviewView extends Disposable {
  /** What is open on these pages has changed. */
  changed(pages: readonly string[]): void
}

export function reviewView(
  server: Server,
  { send, scope, remembered }: { send: Send; scope: ReviewScope; remembered: Memento },
): ReviewView {
  const stored = remembered.get<unknown>(memory)
  const by: RowGrouping = rowGroupings.find((grouping) => grouping === stored) ?? 'place'
  const tree = new ReviewTree(server, scope, by)
  void commands.executeCommand('setContext', memory, by)

  const groupBy = async (grouping: RowGrouping): Promise<void> => {
    tree.grouping = grouping
    await commands.executeCommand('setContext', memory, grouping)
    await remembered.update(memory, grouping)
  }
  const showScope = async (): Promise<void> => {
    const text = await describeScope(server, scope)
    tree.description = text
    await commands.executeCommand('setContext', 'biaozhu.review.filtered', text !== '')
  }
  type Way = 'acceptMany' | 'rejectMany'
  const decide = async (way: Way, rows: readonly ReviewRow[]): Promise<boolean> => {
    const items = rows.filter(isCheckable).map(itemOf)
    return items.length > 0 && (await send(way, { items }))?.kind === 'done'
  }
  const decideChecked = (way: Way) => async () => {
    if (await decide(way, tree.checked)) tree.uncheck()
  }
  /** Of the lines that are chosen where one of them was clicked, else of that one. */
  const rowsOf = (node: ReviewNode | undefined): readonly ReviewRow[] => {
    const { selection } = tree
    const nodes = node === undefined || selection.includes(node) ? selection : [node]
    return nodes.flatMap((each) => (each.kind === 'row' ? [each.row] : []))
  }
  const subscriptions: readonly Disposable[] = [
    tree,
    scope.onDidChange(() => void showScope()),
    server.onDidChangeState(() => void showScope()),
    commands.registerCommand('biaozhu.filterReview', async () => {
      const chosen = await pickScope(server, scope.scope)
      if (chosen !== undefined) await scope.set(chosen)
    }),
    commands.registerCommand('biaozhu.clearReviewFilter', () => scope.set({})),
    commands.registerCommand('biaozhu.groupReviewByPlace', () => groupBy('place')),
    commands.registerCommand('biaozhu.groupReviewByType', () => groupBy('type')),
    commands.registerCommand('biaozhu.groupReviewByConfidence', () => groupBy('confidence')),
    // The entries with a check mark in the menu: choosing what is chosen changes nothing.
    commands.registerCommand('biaozhu.groupReviewByPlaceOn', () => undefined),
    commands.registerCommand('biaozhu.groupReviewByTypeOn', () => undefined),
    commands.registerCommand('biaozhu.groupReviewByConfidenceOn', () => undefined),
    commands.registerCommand('biaozhu.acceptChecked', decideChecked('acceptMany')),
    commands.registerCommand('biaozhu.rejectChecked', decideChecked('rejectMany')),
    commands.registerCommand('biaozhu.acceptRow', async (node?: ReviewNode) => {
      const rows = rowsOf(node)
      await decide('acceptMany', rows)
      for (const { kind, location, id } of rows) {
        if (kind === 'rejected' && id !== undefined)
          await send('accept', { uri: location.uri, id, rejected: true })
      }
    }),
    commands.registerCommand('biaozhu.rejectRow', (node?: ReviewNode) =>
      decide('rejectMany', rowsOf(node)),
    ),
    commands.registerCommand('biaozhu.showReview', () =>
      commands.executeCommand('biaozhu.review.focus'),
    ),
  ]
  return {
    changed: (pages) => tree.changed(pages),
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

async function describeScope(server: Server, { scope }: ReviewScope): Promise<string> {
  const types = (await server.request('biaozhu/types', {})) ?? []
  return describe(scope, {
    type: (name) => types.find((type) => type.name === name)?.label ?? name,
    sure: l10n.t('Sure suggestions'),
    doubtful: l10n.t('Doubtful suggestions'),
    unsure: l10n.t('Unsure mentions'),
    gap: gapLabel,
  })
}

function itemOf({ location: { uri, range }, type }: ReviewRow): PlacedMention {
  return { uri, range, ...(type === undefined ? {} : { type }) }
}
