/** A page of the report: its articles with marks, and below them relations and notes. */
import type { ExchangeMention, ExchangePage } from '../format/model.ts'
import { type SchemaLabels, statusLabels, wordsOf } from '../report/labels.ts'
import { markedLine, marksOfLines } from '../report/marked-text.ts'
import { sectionsOf } from '../report/sections.ts'
import { bilingual } from './bilingual.ts'
import { escapeHtml } from './escape.ts'
import { htmlMarks } from './marks.ts'

export interface HtmlLook {
  readonly labels: SchemaLabels
  classOf(type: string): string
}

/** `number` counts pages from 1; anchors are `p1`, `p1m1`. */
export function htmlPage(page: ExchangePage, number: number, look: HtmlLook): string {
  const { text, mentions, path } = page
  const anchors = new Map(mentions.map(({ id }, i) => [id, `p${number}m${i + 1}`]))
  const anchorOf = ({ id }: ExchangeMention): string => anchors.get(id) ?? ''
  const writer = htmlMarks({ ...look, anchorOf })
  const sections = sectionsOf(page)
  const lines = sections.flatMap((section) => section.lines)
  const marks = marksOfLines(
    lines.map(({ span }) => span),
    mentions,
  )
  let index = 0
  const shown = sections.map(({ article, lines }) => {
    const inside = lines.map(({ span, role }) => {
      const content = markedLine(text, span, marks.get(index++) ?? [], writer)
      if (role === 'headline') return `<h3>${content}</h3>\n`
      return `<p${role === 'title' ? ' class="title"' : ''}>${content}</p>\n`
    })
    const content = inside.join('')
    if (article === undefined) return `<div class="loose">\n${content}</div>\n`
    return lines.some(({ role }) => role === 'headline')
      ? `<article>\n${content}</article>\n`
      : `<div class="untitled">\n${content}</div>\n`
  })
  return [
    `<section class="page" id="p${number}">\n<h2>${escapeHtml(path)}</h2>\n`,
    `<p class="soft">${about(page)}</p>\n`,
    ...shown,
    relations(page, anchors, look.labels),
    notes(page, anchors, look.labels),
    '</section>\n',
  ].join('')
}

function about({ data, mentions }: ExchangePage): string {
  const count = (status: ExchangeMention['status']): number =>
    mentions.filter((mention) => mention.status === status).length
  const { newspaper, date, number } = data
  return [
    ...[newspaper, date].flatMap((value) => (value === undefined ? [] : [escapeHtml(value)])),
    ...(number === undefined ? [] : [`第 ${number} 版`]),
    `${statusLabels.accepted.zh} ${count('accepted')}`,
    `${statusLabels.suggested.zh} ${count('suggested')}`,
  ].join(' · ')
}

type Anchors = ReadonlyMap<string, string>

function relations(
  { text, mentions, relations }: ExchangePage,
  anchors: Anchors,
  labels: SchemaLabels,
): string {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]))
  const link = (id: string): string => {
    const mention = byId.get(id)
    if (mention === undefined) return ''
    return `<a href="#${anchors.get(id)}">${escapeHtml(wordsOf(text, mention))}</a>`
  }
  const items = relations.map((relation) => {
    const { type, from, to, attributes = {}, note, status, unsure } = relation
    const more = [
      labels.attributes(type, attributes),
      status === 'accepted' ? '' : statusLabels[status].zh,
      unsure ? '存疑' : '',
      note ?? '',
    ].filter((part) => part !== '')
    const behind = more.length === 0 ? '' : ` (${more.join(';')})`
    return `<li>${link(from)}<span>${escapeHtml(labels.relation(type).zh)}:${link(to)}${escapeHtml(behind)}</span></li>\n`
  })
  return list(bilingual({ zh: '关系', en: 'Relations' }), items)
}

function notes({ text, mentions }: ExchangePage, anchors: Anchors, labels: SchemaLabels): string {
  const items = mentions.flatMap((mention) => {
    const { id, type, note, reading, unsure, attributes = {} } = mention
    const said = [
      ...(unsure ? ['存疑'] : []),
      ...(reading === undefined ? [] : [`校读:${reading}`]),
      labels.attributes(type, attributes),
      note ?? '',
    ].filter((part) => part !== '')
    if (said.length === 0) return []
    const link = `<a href="#${anchors.get(id)}">${escapeHtml(wordsOf(text, mention))}</a>`
    return [`<li>${link}<span>${escapeHtml(said.join('\n'))}</span></li>\n`]
  })
  return list(bilingual({ zh: '备注', en: 'Notes' }), items)
}

function list(heading: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  return `<h3 class="minor">${heading}</h3>\n<ul class="said">\n${items.join('')}</ul>\n`
}
