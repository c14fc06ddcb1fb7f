/** A page as TEI: its mentions as elements in the text, or as annotations that point into it. */

import { xmlAttributes } from '../file/xml.ts'
import type { WriteContext } from '../format/format.ts'
import type { MentionLosses } from '../format/losses.ts'
import type { ExchangePage } from '../format/model.ts'
import { bodyXml } from './body.ts'
import { headerXml } from './header.ts'
import { inlineElements, inlineNotes } from './inline.ts'
import { wordOf, xmlIdOf } from './names.ts'
import { nestedMentions } from './nesting.ts'
import { annotationsXml, textId } from './standoff.ts'
import {
  notesOn,
  type People,
  peopleOf,
  statementAttributes,
  statementNotes,
  statuses,
} from './statements.ts'

export interface TeiPage {
  readonly content: string
  readonly special: MentionLosses
}

export function writeTei(page: ExchangePage, context: WriteContext, standOff: boolean): TeiPage {
  const people = peopleOf(page)
  const { kept, special } = standOff
    ? { kept: page.mentions, special: new Map() }
    : nestedMentions(page.mentions)
  const written = { ...page, mentions: kept }
  const elements = standOff ? [] : inlineElements(kept, context.schema, people)
  const parts = [
    statusesXml(written),
    ...(standOff ? annotationsXml(written, people) : inlineNotes(kept, context.schema)),
    ...relationsXml(written, people),
  ].filter((part) => part !== '')
  const div = xmlAttributes([
    ['xml:id', textId],
    ['type', 'page'],
    ['xml:space', 'preserve'],
    ['n', page.data.number],
  ])
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
${headerXml(page, people, context)}
<text>
<body>
<div${div}>${bodyXml(page.text, elements)}</div>
</body>
</text>
${parts.length === 0 ? '' : `<standOff>\n${parts.join('\n')}\n</standOff>\n`}</TEI>
`
  return { content, special }
}

/** What `ana` points to. */
function statusesXml({ mentions, relations }: ExchangePage): string {
  const used = statuses.filter((status) =>
    [...mentions, ...relations].some((each) => each.status === status),
  )
  const interps = used.map((status) => `<interp xml:id="status-${status}">${status}</interp>`)
  return used.length === 0 ? '' : `<interpGrp type="status">${interps.join('')}</interpGrp>`
}

/** Relations, and the notes on them: TEI has no place for these inside. */
function relationsXml({ mentions, relations }: ExchangePage, people: People): readonly string[] {
  const ids = new Set(mentions.map(({ id }) => id))
  const written = relations.filter(({ from, to }) => ids.has(from) && ids.has(to))
  if (written.length === 0) return []
  const elements = written.map((relation) => {
    const attributes = xmlAttributes([
      ['xml:id', xmlIdOf('r', relation.id)],
      ['name', wordOf(relation.type)],
      ['active', `#${xmlIdOf('m', relation.from)}`],
      ['passive', `#${xmlIdOf('m', relation.to)}`],
      ...statementAttributes(relation, people),
    ])
    return `<relation${attributes}/>\n`
  })
  const notes = written.flatMap((relation) => {
    const note = statementNotes(relation, false)
    return note === '' ? [] : [notesOn(xmlIdOf('r', relation.id), note)]
  })
  return [
    `<listRelation>\n${elements.join('')}</listRelation>`,
    ...(notes.length === 0 ? [] : [`<listAnnotation>\n${notes.join('')}</listAnnotation>`]),
  ]
}
