/** Accepting or rejecting a whole group of the review: previewed, then done in one step. */
import { l10n, window } from 'vscode'
import type { OfGroup, PlacedMention, PreviewItem } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import { type Preview, pickFrom } from './preview-pick.ts'

export interface GroupDecision {
  readonly way: 'accept' | 'reject'
  readonly of: OfGroup
  /** What the group is called. */
  readonly label: string
}

export async function decideGroup(send: Send, { way, of, label }: GroupDecision): Promise<void> {
  const name = way === 'accept' ? 'acceptGroup' : 'rejectGroup'
  const title =
    way === 'accept'
      ? l10n.t('Accept the suggestions of “{0}”', label)
      : l10n.t('Reject the suggestions of “{0}”', label)
  let listed: readonly PreviewItem[] = []
  const preview = async (): Promise<Preview | undefined> => {
    const asked = await send(name, { ...of, preview: true })
    if (asked?.kind !== 'answer') return undefined
    listed = asked.items ?? []
    const { count } = asked.answer
    if (count === 0) {
      window.setStatusBarMessage(l10n.t('No suggestion is left.'), 5000)
      return undefined
    }
    const more = count - listed.length
    return {
      title: `${title}: ${count}`,
      items: listed,
      count,
      // No page comes first, and none can be chosen alone: not all are listed.
      page: '',
      otherTypes: '',
      unlisted: more === 0 ? '' : l10n.t('{0} more that are not listed are decided, too', more),
    }
  }
  const picked = await pickFrom(preview(), title)
  if (picked === undefined || picked.items.length === 0) return
  const kept = new Set<PreviewItem>(listed)
  for (const item of picked.items) kept.delete(item)
  const except = [...kept].map(({ uri, range, type }): PlacedMention => ({ uri, range, type }))
  await send(name, { ...of, ...(except.length === 0 ? {} : { except }) })
}
