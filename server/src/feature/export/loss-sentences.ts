/** What an export cannot carry, in sentences for people: one for each kind of loss, with its number. */
import type { LossCount } from '../../exchange/format/losses.ts'
import { t } from '../wording/messages.ts'

/** `title` is the format's. In the interface language. */
export function lossSentences(losses: readonly LossCount[], title: string): readonly string[] {
  return losses.map((loss) => sentenceOf(loss, title))
}

function sentenceOf({ kind, lost, count }: LossCount, title: string): string {
  if (kind === 'page') {
    if (lost === 'text')
      return t('Characters that {1} does not allow are replaced (pages: {0})', count, title)
    return lost === 'articles'
      ? t('Articles are not written in {1} (pages: {0})', count, title)
      : t('Newspaper, date and number are not written in {1} (pages: {0})', count, title)
  }
  if (kind === 'record') {
    return t(
      'Corrections of pages and rejected suggestions cannot be written in {1} ({0})',
      count,
      title,
    )
  }
  if (lost === 'outside') {
    return kind === 'relation'
      ? t('Relations of mentions outside of the logical text are not written ({0})', count)
      : t('Mentions outside of the logical text are not written ({0})', count)
  }
  if (lost === 'breaks') {
    return t('Mentions over line breaks lose where the breaks and blanks in them are ({0})', count)
  }
  const isOne = count === 1
  if (kind === 'relation') {
    if (lost === 'all') {
      return isOne
        ? t('1 relation cannot be written in {0}', title)
        : t('{0} relations cannot be written in {1}', count, title)
    }
    return isOne
      ? t('1 relation loses its {1} in {0}', title, partName(lost))
      : t('{0} relations lose their {2} in {1}', count, title, partName(lost))
  }
  if (lost === 'all') {
    return isOne
      ? t('1 mention cannot be written in {0}', title)
      : t('{0} mentions cannot be written in {1}', count, title)
  }
  if (lost === 'spans' || lost === 'type') {
    const part = lost === 'spans' ? t('extent') : t('type')
    return isOne
      ? t('1 mention has another {1} in {0}', title, part)
      : t('{0} mentions have another {2} in {1}', count, title, part)
  }
  return isOne
    ? t('1 mention loses its {1} in {0}', title, partName(lost))
    : t('{0} mentions lose their {2} in {1}', count, title, partName(lost))
}

/** Name of a part of an annotation, as `FormatInfo` lists them. */
export function partName(part: string): string {
  const names: Readonly<Record<string, string>> = {
    status: t('status'),
    confidence: t('confidence'),
    source: t('recogniser'),
    attributes: t('attributes'),
    note: t('note'),
    unsure: t('mark “unsure”'),
    entity: t('entity'),
    reading: t('reading'),
    who: t('annotator'),
    when: t('time'),
    extra: t('other keys'),
  }
  return names[part] ?? part
}
