/** A page's `.ann` file: the lines of its mentions by position, then those of its relations. */
import type { AttributeValue } from '../../annotation/record/record.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { byPosition, hull, type Span, sliceSpan } from '../../text/span.ts'
import type { MentionLosses } from '../format/losses.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { jsonOfParts } from '../our-page/parts.ts'
import { codePoints, type Positions } from '../our-page/text-positions.ts'
import {
  bratAttributeName,
  bratName,
  bratReference,
  breaks,
  oneLine,
  oneLineJson,
} from './names.ts'
import { plainChoices } from './settings.ts'

export interface BratPage {
  readonly content: string
  /** Mentions that have other spans in the file. */
  readonly special: MentionLosses
}

export function writeBratPage(page: ExchangePage, schema: Schema): BratPage {
  const { text } = page
  const lines = new BratLines(codePoints(text), shownAttributes(schema))
  const special = new Map<string, { lost: ['spans' | 'all']; written?: [ExchangeMention] }>()
  const mentions = page.mentions
    .map((mention) => ({
      mention,
      hull: hull(mention.spans) ?? { start: 0, end: 0 },
      parts: fragments(text, mention.spans),
    }))
    .sort((a, b) => byPosition(a.hull, b.hull) || compare(a.mention.type, b.mention.type))
  for (const { mention, parts } of mentions) {
    if (parts.length === 0) special.set(mention.id, { lost: ['all'] })
    else if (!same(parts, mention.spans)) {
      special.set(mention.id, { lost: ['spans'], written: [{ ...mention, spans: parts }] })
    }
    if (parts.length > 0) lines.mention(text, mention, parts)
  }
  for (const relation of page.relations) lines.relation(relation)
  return { content: lines.content(), special }
}

/** The lines so far; each kind has numbers of its own. */
class BratLines {
  readonly #lines: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #targets = new Map<string, string>()
  readonly #positions: Positions
  readonly #shown: ReadonlySet<string>

  constructor(positions: Positions, shown: ReadonlySet<string>) {
    this.#positions = positions
    this.#shown = shown
  }

  content(): string {
    return this.#lines.map((line) => `${line}\n`).join('')
  }

  mention(text: string, mention: ExchangeMention, parts: readonly Span[]): void {
    const { toPosition } = this.#positions
    const offsets = parts.map(({ start, end }) => `${toPosition(start)} ${toPosition(end)}`)
    const words = parts.map((part) => sliceSpan(text, part))
    const target = this.#add(
      'T',
      (id) => `${id}\t${bratName(mention.type)} ${offsets.join(';')}\t${words.join(' ')}`,
    )
    this.#targets.set(mention.id, target)
    const { status, unsure, attributes = {}, entity } = mention
    const attribute = (name: string): void => {
      this.#add('A', (id) => `${id}\t${name}`)
    }
    if (status !== 'accepted') attribute(`Status ${target} ${status}`)
    if (unsure) attribute(`Unsure ${target}`)
    const hidden: (readonly [string, AttributeValue])[] = []
    for (const [name, value] of Object.entries(attributes)) {
      if (!this.#shown.has(shownKey(name, value))) hidden.push([name, value])
      else attribute(`${bratAttributeName(name)} ${target}${value === true ? '' : ` ${value}`}`)
    }
    if (entity !== undefined) {
      const reference = bratReference(entity)
      this.#add('N', (id) => `${id}\tReference ${target} ${reference}\t${words.join('')}`)
    }
    const exact = entity !== undefined && bratReference(entity) !== entity
    this.#comments(target, mention, {
      ...jsonOfParts(mention, ['id', 'confidence', 'source', 'reading', 'who', 'when', 'extra']),
      ...(hidden.length === 0 ? {} : { attributes: Object.fromEntries(hidden) }),
      ...(exact ? { entity } : {}),
    })
  }

  /** Brat shows no attributes of relations, so that they are in the comment. */
  relation(relation: ExchangeRelation): void {
    const from = this.#targets.get(relation.from)
    const to = this.#targets.get(relation.to)
    if (from === undefined || to === undefined) return
    const type = bratName(relation.type)
    const target = this.#add('R', (id) => `${id}\t${type} Arg1:${from} Arg2:${to}`)
    const { status } = relation
    this.#comments(target, relation, {
      ...jsonOfParts(relation, ['id', 'attributes', 'confidence', 'source', 'unsure']),
      ...jsonOfParts(relation, ['who', 'when', 'extra']),
      ...(status === 'accepted' ? {} : { status }),
    })
  }

  #comments(target: string, { note }: ExchangeMention | ExchangeRelation, rest: object): void {
    const line = note === undefined ? undefined : oneLine(note)
    if (line !== undefined) this.#add('#', (id) => `${id}\tAnnotatorNotes ${target}\t${line}`)
    const json = line === note ? rest : { ...rest, note }
    this.#add('#', (id) => `${id}\tBiaozhu ${target}\t${oneLineJson(json)}`)
  }

  /** Gives the id of the new line. */
  #add(kind: string, line: (id: string) => string): string {
    const number = (this.#numbers.get(kind) ?? 0) + 1
    this.#numbers.set(kind, number)
    const id = `${kind}${number}`
    this.#lines.push(line(id))
    return id
  }
}

/** Attributes and their values that brat's settings declare. */
function shownAttributes({ types }: Schema): ReadonlySet<string> {
  const shown = new Set<string>()
  for (const attribute of types.flatMap(({ attributes = [] }) => attributes)) {
    if (attribute.kind === 'flag') shown.add(shownKey(attribute.name, true))
    for (const value of plainChoices(attribute)) shown.add(shownKey(attribute.name, value))
  }
  return shown
}

function shownKey(name: string, value: AttributeValue): string {
  return JSON.stringify([name, value])
}

/** In source order, none empty, none with a break: brat expects ascending offsets in lines. */
function fragments(text: string, spans: readonly Span[]): readonly Span[] {
  const cuts = new RegExp(`\\s*${breaks.source}\\s*`, 'g')
  return [...spans].sort(byPosition).flatMap((span) => {
    const parts: Span[] = []
    let start = span.start
    for (const cut of sliceSpan(text, span).matchAll(cuts)) {
      parts.push({ start, end: span.start + cut.index })
      start = span.start + cut.index + cut[0].length
    }
    parts.push({ start, end: span.end })
    return parts.filter((part) => part.start < part.end)
  })
}

function same(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
