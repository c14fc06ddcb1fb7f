/** What is known of one initiative as a text that a person takes along: Markdown, or the record of the command line. */
import type { Corpus } from '../../corpus/snapshot/model.ts'
import { initiativeRecord } from '../lists/initiative-list.ts'
import { escapeMarkdown } from '../wording/markdown.ts'
import { t } from '../wording/messages.ts'
import { type Detail, initiativeDetail } from './detail.ts'

/** `undefined` for an id that is gone, or of something else. JSON is that of `biaozhu initiatives --format jsonl`, on lines of its own. */
export function copiedInitiative(
  corpus: Corpus,
  id: string,
  format: 'markdown' | 'json',
): string | undefined {
  if (format === 'json') {
    const record = initiativeRecord(corpus, id)
    return record === undefined ? undefined : `${JSON.stringify(record, undefined, 2)}\n`
  }
  const detail = initiativeDetail(corpus, id)
  return detail === undefined ? undefined : markdownOf(detail)
}

function markdownOf(detail: Detail): string {
  const { name, aliases, kindLabel, address, articles, facts, mentions } = detail
  const where = (index: number): string => {
    const { pageLabel = '', title } = articles[index] ?? {}
    return escapeMarkdown(title === undefined ? pageLabel : `${pageLabel} · ${title}`)
  }
  const factLines = facts.flatMap(({ label, differs, said }) => [
    `- **${escapeMarkdown(label)}**${differs ? ` (${t('The articles differ')})` : ''}`,
    ...said.map(({ text, value, article }) => {
      const more = value === undefined ? '' : ` = ${escapeMarkdown(value)}`
      return `  - ${escapeMarkdown(text)}${more} (${where(article)})`
    }),
  ])
  const lines = mentions.map(
    ({ article, left, text, right }) =>
      `- ${around(left)}**${escapeMarkdown(text)}**${around(right)} (${where(article)})`,
  )
  return [
    `# ${escapeMarkdown(name)}`,
    '',
    escapeMarkdown(kindLabel),
    ...(aliases.length === 0 ? [] : ['', escapeMarkdown(t('Also: {0}', aliases.join('、')))]),
    ...(address === undefined ? [] : ['', escapeMarkdown(t('Address: {0}', address))]),
    ...(facts.length === 0 ? [] : ['', `## ${t('Facts')}`, '', ...factLines]),
    '',
    `## ${t('Mentions')}`,
    '',
    ...lines,
    '',
  ].join('\n')
}

/** Words beside a mention: a blank between them and it stays, since Latin names need it. */
function around(words: string): string {
  const text = escapeMarkdown(words)
  return `${/^\s/.test(words) ? ' ' : ''}${text}${text !== '' && /\s$/.test(words) ? ' ' : ''}`
}
