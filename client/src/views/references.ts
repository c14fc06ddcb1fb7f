/** Mentions in the editor's own References view, through the API of the built-in extension that makes it. */
import {
  type Event,
  extensions,
  type Location,
  l10n,
  type Position,
  type Range,
  type TreeDataProvider,
  type TreeItem,
  type Uri,
} from 'vscode'
import type { MentionItem } from '../../../server/src/protocol.ts'
import { toLocation, uriKey } from '../editor/convert.ts'
import { itemOf } from './face.ts'
import { mentionFace } from './nodes.ts'

/** The part of `vscode.references-view`'s API that is used; its reasons are in `references-view.d.ts`. */
interface SymbolTree {
  setInput(input: SymbolTreeInput): void
}

interface SymbolTreeInput {
  readonly contextValue: string
  readonly title: string
  readonly location: Location
  resolve(): SymbolTreeModel
  with(location: Location): SymbolTreeInput
}

interface SymbolTreeModel {
  readonly provider: TreeDataProvider<MentionItem>
  readonly message: string
  readonly navigation: {
    nearest(uri: Uri, position: Position): MentionItem | undefined
    next(from: MentionItem): MentionItem
    previous(from: MentionItem): MentionItem
    location(item: MentionItem): Location
  }
  readonly highlights: {
    getEditorHighlights(item: MentionItem, uri: Uri): Range[] | undefined
  }
}

export async function showInReferencesView(
  name: string,
  mentions: readonly MentionItem[],
): Promise<void> {
  const first = mentions[0]
  if (first === undefined) return
  const view = await extensions.getExtension<SymbolTree>('vscode.references-view')?.activate()
  view?.setInput(input(name, mentions, toLocation(first.location)))
}

function input(
  name: string,
  mentions: readonly MentionItem[],
  location: Location,
): SymbolTreeInput {
  return {
    contextValue: 'biaozhu.mentions',
    title: l10n.t('Mentions of {0}', name),
    location,
    resolve: () => model(mentions),
    with: (other) => input(name, mentions, other),
  }
}

function model(mentions: readonly MentionItem[]): SymbolTreeModel {
  const step = (from: MentionItem, by: number): MentionItem =>
    mentions[(mentions.indexOf(from) + by + mentions.length) % mentions.length] ?? from
  const on = (uri: Uri): readonly MentionItem[] =>
    mentions.filter(({ location }) => uriKey(location.uri) === uriKey(uri))
  const pages = new Set(mentions.map(({ location }) => location.uri)).size
  return {
    provider: provider(mentions),
    message: l10n.t('Mentions: {0}, pages: {1}', mentions.length, pages),
    navigation: {
      nearest: (uri, position) => {
        const here = on(uri)
        const behind = here.find(({ location }) => toLocation(location).range.end.isAfter(position))
        return behind ?? here.at(-1) ?? mentions[0]
      },
      next: (from) => step(from, 1),
      previous: (from) => step(from, -1),
      location: (item) => toLocation(item.location),
    },
    highlights: {
      getEditorHighlights: (_item, uri) =>
        on(uri).map(({ location }) => toLocation(location).range),
    },
  }
}

function provider(mentions: readonly MentionItem[]): TreeDataProvider<MentionItem> {
  const never: Event<void> = () => ({ dispose: () => undefined })
  return {
    onDidChangeTreeData: never,
    getTreeItem: (mention): TreeItem => itemOf({}, mentionFace(mention)),
    getChildren: (parent) => (parent === undefined ? [...mentions] : []),
    getParent: () => undefined,
  }
}
