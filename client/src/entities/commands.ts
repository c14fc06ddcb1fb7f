/** Commands on entities, from the views and from a mention. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import { toLocation } from '../editor/convert.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import type { Node } from '../views/nodes.ts'
import type { Selected } from '../views/selected.ts'
import { confirm, described, entitiesLike, merge, rename, setAddress, split } from './change.ts'
import { chooseEntity } from './choose.ts'
import { entityAtCursor, type FromKey, itemOf, itemsOf, mentionOf } from './chosen.ts'

export function entityChanges(
  server: Server,
  { send, selected }: { readonly send: Send; readonly selected: Selected },
): Disposable[] {
  /** On the entities of the lines; without lines on that of the mention at the cursor. */
  const on =
    (work: (items: readonly [EntityItem, ...EntityItem[]]) => Promise<void>) =>
    async (line?: Node | FromKey, lines?: readonly Node[]): Promise<void> => {
      const items = itemsOf({ line, lines }, selected)
      const at = items.length > 0 || line !== undefined ? undefined : await entityAtCursor(server)
      const [first, ...rest] = at === undefined ? items : [at]
      if (first !== undefined) await work([first, ...rest])
      else window.setStatusBarMessage(l10n.t('There is no entity here.'), 4000)
    }
  return [
    commands.registerCommand(
      'biaozhu.mergeEntities',
      on((items) => merge(server, send, items)),
    ),
    commands.registerCommand(
      'biaozhu.confirmEntities',
      on(async (items) => {
        await confirm(server, send, items)
      }),
    ),
    commands.registerCommand(
      'biaozhu.renameEntity',
      on(([item]) => rename(send, item)),
    ),
    commands.registerCommand(
      'biaozhu.splitEntity',
      on(([item]) => split(send, item)),
    ),
    commands.registerCommand(
      'biaozhu.setEntityAddress',
      on(([item]) => setAddress(send, item)),
    ),
    commands.registerCommand('biaozhu.unlink', async (line?: Node) => {
      const mention = mentionOf(line)
      if (mention !== undefined) await send('unlink', mention)
    }),
    commands.registerCommand('biaozhu.linkMention', (line?: Node) =>
      linkMention(server, send, line),
    ),
    commands.registerCommand('biaozhu.goToEntity', () => goToEntity(server)),
  ]
}

/** The mention of a line means another entity of its type. */
async function linkMention(server: Server, send: Send, line: Node | undefined): Promise<void> {
  const item = itemOf(line)
  const mention = mentionOf(line)
  if (line?.kind !== 'mention' || item === undefined || mention === undefined) return
  const { corpus, type, id } = item
  const chosen = await chooseEntity(entitiesLike(server, { corpus, type, id }), {
    title: l10n.t('Whom or what does “{0}” mean?', line.mention.text),
    placeholder: l10n.t('Name or pinyin'),
    describe: described,
  })
  if (chosen?.kind === 'entity') await send('setEntity', { ...mention, entity: chosen.item.id })
}

/** Opens the first mention of an entity that says its name as fully as any does. */
async function goToEntity(server: Server): Promise<void> {
  const all = server.request('biaozhu/entities', {}).then((found) => found ?? [])
  const types = new Map(
    ((await server.request('biaozhu/types', {})) ?? []).map(({ name, label }) => [name, label]),
  )
  const chosen = await chooseEntity(all, {
    title: l10n.t('Go to Entity'),
    placeholder: l10n.t('Name, pinyin or its initials'),
    describe: (item) => [types.get(item.type) ?? item.type, described(item)].join('  '),
  })
  if (chosen?.kind !== 'entity') return
  const { corpus, id, name } = chosen.item
  const mentions = (await server.request('biaozhu/mentions', { corpus, id })) ?? []
  const first = mentions.find(({ text }) => text === name) ?? mentions[0]
  if (first === undefined) return
  const { uri, range } = toLocation(first.location)
  await window.showTextDocument(uri, { selection: range })
}
