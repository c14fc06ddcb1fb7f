/** Commands of the view *Review*: filter, scope, grouping, and decisions on what is checked or chosen in it. */
import { commands, type Disposable, l10n, type Memento } from 'vscode'
import type { ReviewRow } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { Choice } from '../views/choice.ts'
import type { PageScopes } from '../views/page-scope.ts'
import { describe, reviewGroupings } from './filter.ts'
import { gapLabel, pickScope } from './filter-pick.ts'
import { decideGroup } from './group.ts'
import type { MoreNode, ReviewNode } from './nodes.ts'
import type { ReviewScope } from './scope.ts'
import { isCheckable, itemOf } from './ticked.ts'
import { ReviewTree } from './tree.ts'

export interface ReviewView extends Disposable {
  /** What is open on these pages has changed. */
  changed(pages: readonly string[]): void
}

interface Parts {
  readonly send: Send
  readonly scope: ReviewScope
  readonly scopes: PageScopes
  readonly remembered: Memento
}

type Way = 'accept' | 'reject'

export function reviewView(server: Server, { send, scope, scopes, remembered }: Parts): ReviewView {
  const showScope = async (): Promise<void> => {
    const filtered = await describeScope(server, scope)
    const found = page.uri === undefined ? [] : await pageNamed(server, page.uri)
    const words = [page.description(found), filtered]
    tree.description = words.filter((text) => text !== '').join(' · ')
    await commands.executeCommand('setContext', 'biaozhu.review.filtered', filtered !== '')
  }
  const rearranged = (): void => {
    tree.rearranged()
    void showScope()
  }
  const page = scopes.of('biaozhu.review', rearranged)
  const by = new Choice('biaozhu.groupReviewBy', reviewGroupings, {
    remembered,
    changed: rearranged,
  })
  const tree: ReviewTree = new ReviewTree(server, { filter: scope, page, by })

  const subscriptions: readonly Disposable[] = [
    tree,
    scope.onDidChange(() => void showScope()),
    server.onDidChangeState(() => void showScope()),
    commands.registerCommand('biaozhu.filterReview', async () => {
      const chosen = await pickScope(server, scope.scope)
      if (chosen !== undefined) await scope.set(chosen)
    }),
    commands.registerCommand('biaozhu.clearReviewFilter', () => scope.set({})),
    commands.registerCommand('biaozhu.reviewOfPage', () => page.set('page')),
    commands.registerCommand('biaozhu.reviewOfCorpus', () => page.set('corpus')),
    commands.registerCommand('biaozhu.showMoreOfReview', async (node?: MoreNode) => {
      if (node !== undefined) await tree.more(node)
    }),
    commands.registerCommand('biaozhu.showReview', () =>
      commands.executeCommand('biaozhu.review.focus'),
    ),
    ...by.entries(),
    ...deciding(send, tree),
  ]
  void showScope()
  return {
    changed: (pages) => tree.changed(pages),
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

/** Accepting and rejecting what is checked, the lines that are chosen, or a group. */
function deciding(send: Send, tree: ReviewTree): Disposable[] {
  const decideChecked = (way: Way) => async () => {
    const items = tree.checked
    if (items.length === 0) return
    if ((await send(`${way}Many`, { items }))?.kind === 'done') tree.uncheck()
  }
  const decideNode = (way: Way) => async (node?: ReviewNode) => {
    const of = node && tree.groupOf(node)
    if (node !== undefined && of !== undefined) {
      await decideGroup(send, { way, of, label: tree.labelOf(node) })
    }
  }
  /** A key is about the lines that are chosen, so is a click on one of them; else it is about the line that was clicked. */
  const nodesOf = (node: ReviewNode | undefined): readonly ReviewNode[] => {
    const { selection } = tree
    return node === undefined || selection.includes(node) ? selection : [node]
  }
  const decideRows = (way: Way) => async (node?: ReviewNode) => {
    const nodes = nodesOf(node)
    const [only, ...others] = nodes
    if (others.length === 0 && only !== undefined && tree.groupOf(only) !== undefined) {
      await decideNode(way)(only)
      return
    }
    const rows = nodes.flatMap((each): readonly ReviewRow[] =>
      each.kind === 'row' ? [each.row] : [],
    )
    const items = rows.filter(isCheckable).map(itemOf)
    if (items.length > 0) await send(`${way}Many`, { items })
    for (const { kind, location, id } of way === 'accept' ? rows : []) {
      if (kind === 'rejected' && id !== undefined)
        await send('accept', { uri: location.uri, id, rejected: true })
    }
  }
  return [
    commands.registerCommand('biaozhu.acceptChecked', decideChecked('accept')),
    commands.registerCommand('biaozhu.rejectChecked', decideChecked('reject')),
    commands.registerCommand('biaozhu.acceptReviewGroup', decideNode('accept')),
    commands.registerCommand('biaozhu.rejectReviewGroup', decideNode('reject')),
    commands.registerCommand('biaozhu.acceptRow', decideRows('accept')),
    commands.registerCommand('biaozhu.rejectRow', decideRows('reject')),
  ]
}

/** The page as the server names it; nothing where nothing of it is open. */
async function pageNamed(server: Server, uri: string) {
  return (await server.request('biaozhu/review', { uri })) ?? []
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
