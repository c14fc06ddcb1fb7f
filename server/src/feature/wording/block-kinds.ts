/** What people call the kinds of blocks. */
import { blockKinds } from '../../page/corrected/correction.ts'
import type { BlockKind } from '../../page/model.ts'
import { t } from './messages.ts'

/** In the order in which they stand on a page. */
export function kindLabels(): readonly { readonly kind: BlockKind; readonly label: string }[] {
  const labels = textsOf()
  return blockKinds.map((kind) => ({ kind, label: labels[kind] }))
}

export function kindLabel(kind: BlockKind): string {
  return textsOf()[kind]
}

/** Each is written out, so that a test finds every text that needs a translation. */
function textsOf(): Readonly<Record<BlockKind, string>> {
  return {
    masthead: t('Masthead'),
    section: t('Section name'),
    kicker: t('Kicker'),
    headline: t('Headline'),
    subhead: t('Subhead'),
    byline: t('Byline'),
    crosshead: t('Crosshead'),
    paragraph: t('Paragraph'),
    caption: t('Caption'),
    contact: t('Contact details'),
    note: t('Note of the page'),
  }
}
