/** The last lines of a mention's card in our extension: what can be done with it, as links to commands. */
import { type Mention, mentionSpan } from '../../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import type { CardAct } from '../../../protocol.ts'
import { spanToRange } from '../../../text/lines.ts'
import { escapeMarkdown } from '../../wording/markdown.ts'
import { t } from '../../wording/messages.ts'

/** The one command that cards may run. The extension trusts it by name; it takes `CardAct`. */
const command = 'biaozhu.actOnMention'

/** `isRepeated`: the entity is mentioned elsewhere, too. */
export function actLine(place: PageOfCorpus, mention: Mention, isRepeated: boolean): string {
  const link = linker(place, mention)
  if (mention.status === 'rejected') return link('accept', t('Accept'))
  const isSuggested = mention.status === 'suggested'
  return [
    ...(isSuggested ? [link('accept', t('Accept')), link('reject', t('Reject'))] : []),
    link('retype', t('Change Type…')),
    link('attach', t('Attach…')),
    link('editNote', t('Note…')),
    ...(isSuggested ? [] : [link('deleteMention', t('Delete'))]),
    ...(isRepeated ? [link('nextSameEntity', t('Next of This Name'))] : []),
  ].join(' · ')
}

/** Of an initiative: the way to the panel with all that is known, and to take it along. */
export function initiativeLine(place: PageOfCorpus, mention: Mention): string {
  const link = linker(place, mention)
  return [
    link('openInitiative', t('Show All That Is Known')),
    link('copyMarkdown', t('Copy as Markdown')),
    link('copyJson', t('Copy as JSON')),
  ].join(' · ')
}

function linker({ document }: PageOfCorpus, mention: Mention) {
  const range = spanToRange(document.lines, mentionSpan(mention))
  return (act: CardAct['act'], title: string): string => {
    const given: CardAct = { act, uri: document.uri, range }
    // Brackets end a link in Markdown, and `encodeURIComponent` leaves them.
    const argument = encodeURIComponent(JSON.stringify([given])).replace(
      /[()']/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    )
    return `[${escapeMarkdown(title)}](command:${command}?${argument})`
  }
}
