/** Annotating what was found: all of it, or what is ticked; previewed, then done in one step. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { PlacedMention, PreviewItem, SearchRow } from '../../../server/src/protocol.ts'
import { described, entitiesLike } from '../entities/change.ts'
import { chooseEntity } from '../entities/choose.ts'
import { pickFrom } from '../review/preview-pick.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import type { SearchNode } from './nodes.ts'
import type { SearchTree } from './tree.ts'

type Items = readonly PlacedMention[]
/** A line, or the lines that are selected, as a key says. */
type Given = SearchNode | { readonly selected: true } | undefined

export function foundCommands(server: Server, send: Send, tree: SearchTree): Disposable[] {
  /** VS Code hands the focused line to what stands in the title, too: what is ticked goes before it, and a group means all. */
  const rowsOf = async (given: Given): Promise<readonly SearchRow[]> => {
    const isByKey = given !== undefined && 'selected' in given
    if (!isByKey && tree.ticked.length > 0) return tree.ticked
    if (given === undefined) return tree.rows()
    const nodes = isByKey || tree.selection.includes(given) ? tree.selection : [given]
    const rows = nodes.flatMap((each) => (each.kind === 'row' ? [each.row] : []))
    return rows.length > 0 || isByKey ? rows : tree.rows()
  }
  /** Previews what `itemOf` makes of the rows, and does it with what is left in. */
  const decide = async (
    rows: readonly SearchRow[],
    title: string,
    itemOf: (row: SearchRow) => PreviewItem | undefined,
    work: (items: Items) => Promise<unknown>,
  ): Promise<void> => {
    const items = once(rows.flatMap((row) => itemOf(row) ?? []))
    if (items.length === 0) {
      window.setStatusBarMessage(l10n.t('Nothing that was found can be changed so.'), 5000)
      return
    }
    const page = window.activeTextEditor?.document.uri.toString() ?? ''
    const preview = { title, items, count: items.length, page, otherTypes: '' }
    const picked = await pickFrom(Promise.resolve(preview), title)
    if (picked === undefined || picked.items.length === 0) return
    await work(picked.items.map(({ uri, range, type }) => ({ uri, range, type })))
    tree.untick()
  }
  const decideWay = (way: 'acceptMany' | 'rejectMany') => async (node?: Given) => {
    const title =
      way === 'acceptMany' ? l10n.t('Accept what was found') : l10n.t('Reject what was found')
    await decide(await rowsOf(node), title, suggestionItem, (items) => send(way, { items }))
  }
  return [
    commands.registerCommand('biaozhu.acceptFound', decideWay('acceptMany')),
    commands.registerCommand('biaozhu.rejectFound', decideWay('rejectMany')),
    commands.registerCommand('biaozhu.markFound', async (node?: Given) => {
      const rows = await rowsOf(node)
      const type = await pickType(server, rows, l10n.t('Mark what was found as'))
      if (type === undefined) return
      const title = l10n.t('Mark what was found as {0}', type.label)
      const { name } = type
      await decide(rows, title, textItem, (items) => send('markMany', { items, type: name }))
    }),
    commands.registerCommand('biaozhu.retypeFound', async (node?: Given) => {
      const rows = await rowsOf(node)
      const type = await pickType(server, rows, l10n.t('Change the type of what was found to'))
      if (type === undefined) return
      const title = l10n.t('Change the type of what was found to {0}', type.label)
      const { name: to } = type
      await decide(rows, title, mentionItem, (items) => send('retypeMany', { items, to }))
    }),
    commands.registerCommand('biaozhu.linkFound', async (node?: Given) => {
      await linkTo(server, send, await rowsOf(node), decide)
    }),
  ]
}

/** Those of one corpus and type, as an entity is of one. */
async function linkTo(
  server: Server,
  send: Send,
  rows: readonly SearchRow[],
  decide: (
    rows: readonly SearchRow[],
    title: string,
    itemOf: (row: SearchRow) => PreviewItem | undefined,
    work: (items: Items) => Promise<unknown>,
  ) => Promise<void>,
): Promise<void> {
  const first = rows.find(({ mention }) => mention?.entity !== undefined)?.mention
  if (first?.entity === undefined) {
    window.setStatusBarMessage(l10n.t('Nothing that was found can be changed so.'), 5000)
    return
  }
  const { type, entity } = first
  const { corpus } = entity
  const chosen = await chooseEntity(entitiesLike(server, { corpus, type, id: '' }), {
    title: l10n.t('Link what was found to'),
    placeholder: l10n.t('Name or pinyin'),
    describe: described,
  })
  if (chosen?.kind !== 'entity') return
  const { id, name } = chosen.item
  const fitting = rows.filter(
    ({ mention }) => mention?.type === type && mention.entity?.corpus === corpus,
  )
  await decide(fitting, l10n.t('Link what was found to {0}', name), mentionItem, (items) =>
    send('linkMany', { items, entity: id }),
  )
}

interface PickedType {
  readonly name: string
  readonly label: string
}

async function pickType(
  server: Server,
  rows: readonly SearchRow[],
  title: string,
): Promise<PickedType | undefined> {
  const uri = rows[0]?.location.uri
  const schema = uri === undefined ? undefined : await server.request('biaozhu/schema', { uri })
  const types = (schema?.types ?? []).map(({ name, label }) => {
    return { label, ...(name === label ? {} : { description: name }), name }
  })
  return window.showQuickPick(types, { title, matchOnDescription: true })
}

/** The text itself, for a mark. */
function textItem(row: SearchRow): PreviewItem {
  return { ...sentenceOf(row), ...row.location, text: row.text, type: row.mention?.type ?? '' }
}

/** The mention that was found, or in which the text stands. */
function mentionItem(row: SearchRow): PreviewItem | undefined {
  const { mention, location } = row
  if (mention === undefined || mention.status === 'rejected') return undefined
  const { range, text, type } = mention
  return { ...sentenceOf(row), uri: location.uri, range, text, type }
}

function suggestionItem(row: SearchRow): PreviewItem | undefined {
  return row.mention?.status === 'suggested' ? mentionItem(row) : undefined
}

function sentenceOf({ left, text, right }: SearchRow): Pick<PreviewItem, 'sentence' | 'highlight'> {
  return {
    sentence: `${left}${text}${right}`,
    highlight: [left.length, left.length + text.length],
  }
}

/** Two words may stand in one mention. */
function once(items: readonly PreviewItem[]): readonly PreviewItem[] {
  const keyOf = ({ uri, range: { start, end }, type }: PreviewItem): string =>
    [uri, start.line, start.character, end.line, end.character, type].join(' ')
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
