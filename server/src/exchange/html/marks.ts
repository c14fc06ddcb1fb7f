/** The mark of a mention in HTML, with all that is said of it when one points at it. */

import type { ExchangeMention } from '../format/model.ts'
import type { SchemaLabels } from '../report/labels.ts'
import { statusLabels } from '../report/labels.ts'
import type { MarkWriter } from '../report/marked-text.ts'
import { escapeHtml } from './escape.ts'

export interface MarkLook {
  readonly labels: SchemaLabels
  /** Class of a type's marks. */
  classOf(type: string): string
  /** Anchor of a mention. */
  anchorOf(mention: ExchangeMention): string
}

export function htmlMarks({ labels, classOf, anchorOf }: MarkLook): MarkWriter {
  return {
    text: (text) => escapeHtml(text).replace(/\n/g, ' '),
    open({ mention, first, last }) {
      const { type, status, unsure } = mention
      const classes = [classOf(type), ...(status === 'accepted' ? [] : [status])]
      const id = first ? ` id="${anchorOf(mention)}"` : ''
      const label = last ? ` data-t="${escapeHtml(labels.type(type).zh)}"` : ''
      const all = [...classes, ...(unsure ? ['unsure'] : [])].join(' ')
      return `<mark${id} class="${all}"${label} title="${escapeHtml(said(mention, labels))}">`
    },
    close: () => '</mark>',
  }
}

/** One line each: type, status, and what else there is. */
function said(mention: ExchangeMention, labels: SchemaLabels): string {
  const { type, status, confidence, source, attributes, note, unsure } = mention
  const { entity, reading, who, when, spans } = mention
  const { zh, en } = labels.type(type)
  const sure = confidence === undefined ? '' : ` ${Math.round(confidence * 100)}%`
  const lines: readonly (string | undefined)[] = [
    en === undefined ? zh : `${zh} ${en}`,
    `${statusLabels[status].zh}${sure}${source === undefined ? '' : ` (${source})`}`,
    unsure && '存疑 unsure',
    spans.length > 1 ? `分段 in ${spans.length} pieces` : undefined,
    attributes && labels.attributes(type, attributes),
    reading === undefined ? undefined : `校读 reading: ${reading}`,
    entity === undefined ? undefined : `实体 entity: ${entity}`,
    note === undefined ? undefined : `备注 note: ${note}`,
    who === undefined && when === undefined ? undefined : [who, when].filter(Boolean).join(', '),
  ]
  return lines.filter((line) => line !== undefined && line !== '').join('\n')
}
