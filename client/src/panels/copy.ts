/** What is known of an initiative, into the clipboard. */
import { env, l10n, window } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'

export async function copyInitiative(
  server: Server,
  { corpus, id, name }: Pick<EntityItem, 'corpus' | 'id' | 'name'>,
  format: 'markdown' | 'json',
): Promise<void> {
  const text = await server.request('biaozhu/initiativeText', { corpus, id, format })
  if (text == null) {
    window.setStatusBarMessage(l10n.t('There is no such initiative any more.'), 4000)
    return
  }
  await env.clipboard.writeText(text)
  window.setStatusBarMessage(l10n.t('Copied: {0}', name), 4000)
}
