/** A page in Markdown: its articles with marks, and below them relations and notes. */
import type { ExchangeMention, ExchangePage } from '../format/model.ts'
import { type SchemaLabels, statusLabels, wordsOf } from '../report/labels.ts'
import { type MarkWriter, markedLine, marksOfLines } from '../report/marked-text.ts'
import { sectionsOf } from '../report/sections.ts'
import { escapeMarkdown, lineOfMarkdown } from './escape.ts'

export function markdownPage(page: ExchangePage, labels: SchemaLabels): string {
  const { text, mentions, path } = page
  const sections = sectionsOf(page)
  const marks = marksOfLines(
    sections.flatMap(({ lines }) => lines.map(({ span }) => span)),
    mentions,
  )
  const writer = markdownMarks(labels)
  const blocks = [`# ${escapeMarkdown(path)}`, about(page)]
  let index = 0
  for (const { article, lines } of sections) {
    if (article === undefined) blocks.push('---')
    for (const { span, role } of lines) {
      const content = markedLine(text, span, marks.get(index++) ?? [], writer)
      blocks.push(`${role === 'headline' ? '## ' : ''}${lineOfMarkdown(content)}`)
    }
  }
  return [...blocks, ...relations(page, labels), ...notes(page, labels)].join('\n\n').concat('\n')
}

/** `<mark>` and not `**`: in Chinese text CommonMark takes many of these for asterisks. */
function markdownMarks(labels: SchemaLabels): MarkWriter {
  return {
    text: escapeMarkdown,
    open: () => '<mark>',
    close({ mention: { type, status, unsure } }) {
      const more = `${status === 'accepted' ? '' : `·${statusLabels[status].zh}`}${unsure ? '?' : ''}`
      return `</mark><sub>${escapeMarkdown(labels.type(type).zh)}${more}</sub>`
    },
  }
}

function about({ data, mentions }: ExchangePage): string {
  const { newspaper, date, number } = data
  const count = (status: ExchangeMention['status']): number =>
    mentions.filter((mention) => mention.status === status).length
  return [
    ...[newspaper, date].flatMap((value) => (value === undefined ? [] : [escapeMarkdown(value)])),
    ...(number === undefined ? [] : [`第 ${number} 版`]),
    `${statusLabels.accepted.zh} ${count('accepted')}`,
    `${statusLabels.suggested.zh} ${count('suggested')}`,
  ].join(' · ')
}

function relations(
  { text, mentions, relations }: ExchangePage,
  labels: SchemaLabels,
): readonly string[] {
  const words = new Map(mentions.map((mention) => [mention.id, wordsOf(text, mention)]))
  const items = relations.map(({ type, from, to, attributes = {}, note, status }) => {
    const more = [labels.attributes(type, attributes), note ?? ''].filter((part) => part !== '')
    const said = status === 'accepted' ? more : [...more, statusLabels[status].zh]
    const behind = said.length === 0 ? '' : ` (${said.map(escapeMarkdown).join(';')})`
    const [one, other] = [from, to].map((id) => escapeMarkdown(words.get(id) ?? ''))
    return `- ${lineOfMarkdown(one ?? '')} → ${escapeMarkdown(labels.relation(type).zh)}:${other}${behind}`
  })
  return items.length === 0 ? [] : ['### 关系 Relations', items.join('\n')]
}

function notes({ text, mentions }: ExchangePage, labels: SchemaLabels): readonly string[] {
  const items = mentions.flatMap((mention) => {
    const { type, note, reading, attributes = {} } = mention
    const said = [
      ...(reading === undefined ? [] : [`校读:${reading}`]),
      labels.attributes(type, attributes),
      note ?? '',
    ].filter((part) => part !== '')
    if (said.length === 0) return []
    return [
      `- ${lineOfMarkdown(escapeMarkdown(wordsOf(text, mention)))}:${said.map(escapeMarkdown).join(';')}`,
    ]
  })
  return items.length === 0 ? [] : ['### 备注 Notes', items.join('\n')]
}
