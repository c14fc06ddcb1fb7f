/** The formats with what each keeps and loses, for the person who chooses one. */
import type { Format } from '../../exchange/format/format.ts'
import type { Holds } from '../../exchange/format/holds.ts'
import type { FormatInfo } from '../../protocol.ts'
import { t } from '../wording/messages.ts'
import { partName } from './loss-sentences.ts'

export function formatInfo(format: Format): FormatInfo {
  const { name, title, extension, files, text, read, options, holds } = format
  const parts = partsOf(holds)
  return {
    name,
    title,
    extension,
    files,
    text,
    options: options.map((option) => ({ ...option, help: t(option.help) })),
    reads: read !== undefined,
    keeps: parts.filter(({ kept }) => kept).map(({ label }) => label),
    loses: parts.filter(({ kept }) => !kept).map(({ label }) => label),
  }
}

/** Those that matter to a person, the weightiest first. */
function partsOf(holds: Holds): readonly { readonly label: string; readonly kept: boolean }[] {
  const { mentions, relations, page, discontinuous, nested } = holds
  const ofMentions = [
    'status',
    'confidence',
    'attributes',
    'note',
    'unsure',
    'entity',
    'reading',
    'who',
  ] as const
  return [
    { label: t('relations'), kept: relations !== undefined },
    { label: t('mentions in pieces'), kept: discontinuous },
    { label: t('nested mentions'), kept: nested },
    ...ofMentions.map((part) => ({ label: partName(part), kept: mentions.includes(part) })),
    { label: t('corrections of the page'), kept: page.includes('records') },
  ]
}
