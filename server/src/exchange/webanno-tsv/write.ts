/** A CAS of ours as WebAnno TSV: a token a line, a feature a column. */
import { append } from '../../values/append.ts'
import { type Cas, type FeatureStructure, referencesFeature, textFeature } from '../cas/model.ts'
import {
  dependent,
  governor,
  linkType,
  mentionType,
  pieceType,
  plainFeatures,
  relationType,
} from '../cas/type-system.ts'
import { escapeText, escapeValue, nothing, noValue } from './escape.ts'
import { type Unit, type Units, unitsOfCas } from './units.ts'

export function writeTsv(cas: Cas): string {
  const units = unitsOfCas(cas)
  const columns = columnsOf(cas, units)
  const lines = ['#FORMAT=WebAnno TSV 3.3']
  for (const { header } of columns) if (header !== undefined) lines.push(header)
  lines.push('')
  for (const sentence of units.sentences) {
    const text = cas.text.slice(sentence.start, sentence.end)
    lines.push('')
    for (const line of text.split('\n')) lines.push(`#Text=${escapeText(line)}`)
    for (const unit of sentence.units) {
      const { id, start, end } = unit
      const values = columns.map(({ cell }) => `${cell(unit)}\t`)
      lines.push(`${id}\t${start}-${end}\t${cas.text.slice(start, end)}\t${values.join('')}`)
    }
  }
  return `${lines.join('\n')}\n${units.sentences.length === 0 ? '\n' : ''}`
}

interface Column {
  /** The line of the layer, at its first column. */
  readonly header?: string
  cell(unit: Unit): string
}

/** Layers that are on the page, with the features that are. */
function columnsOf({ structures }: Cas, units: Units): readonly Column[] {
  const all = new Map(structures.map((structure) => [structure.id, structure]))
  const ofType = (type: string): readonly FeatureStructure[] =>
    structures.filter((structure) => structure.type === type)
  const mentions = ofType(mentionType)
  const relations = ofType(relationType)
  const columns: Column[] = []
  if (ofType(pieceType).length > 0) {
    const cell = ({ pieces }: Unit): string => cellOf(pieces, ({ id }) => `*${number(units, id)}`)
    columns.push({ header: `#T_SP=${pieceType}|`, cell })
  }
  if (mentions.length > 0) {
    const names = usedFeatures(mentionType, mentions)
    const slots = mentions.some(({ features }) => features.has('pieces'))
    const slot = slots ? `|ROLE_${mentionType}:pieces_${linkType}|${pieceType}` : ''
    const header = `#T_SP=${mentionType}|${names.join('|')}${slot}`
    const cells = names.map(
      (name) => (unit: Unit) =>
        cellOf(unit.mentions, (each) => featureText(each, name) + number(units, each.id)),
    )
    append(columns, layer(header, slots ? [...cells, ...slotCells(units, all)] : cells))
  }
  if (relations.length > 0) {
    const names = usedFeatures(relationType, relations)
    const cells = names.map(
      (name) => (unit: Unit) => cellOf(unit.relations, (each) => featureText(each, name)),
    )
    const ends = (unit: Unit): string => cellOf(unit.relations, (each) => sourceOf(each, units))
    const header = `#T_RL=${relationType}|${names.join('|')}|BT_${mentionType}`
    append(columns, layer(header, [...cells, ends]))
  }
  return columns
}

function layer(header: string, cells: readonly ((unit: Unit) => string)[]): readonly Column[] {
  return cells.map((cell, i) => (i === 0 ? { header, cell } : { cell }))
}

function usedFeatures(type: string, structures: readonly FeatureStructure[]): readonly string[] {
  return plainFeatures(type).filter((name) => structures.some(({ features }) => features.has(name)))
}

/** The roles of the further pieces, and where they begin. */
function slotCells(
  units: Units,
  all: ReadonlyMap<number, FeatureStructure>,
): readonly ((unit: Unit) => string)[] {
  const linksOf = (mention: FeatureStructure): readonly FeatureStructure[] =>
    referencesFeature(mention, 'pieces').flatMap((id) => all.get(id) ?? [])
  const roles = (mention: FeatureStructure): string =>
    linksOf(mention)
      .map((link) => featureText(link, 'role'))
      .join(';') || nothing
  const targets = (mention: FeatureStructure): string =>
    linksOf(mention)
      .flatMap((link) => referencesFeature(link, 'target'))
      .map((target) => units.unitOf(target) + number(units, target))
      .join(';') || noValue
  return [
    ({ mentions }) => cellOf(mentions, (each) => roles(each) + number(units, each.id)),
    ({ mentions }) => cellOf(mentions, targets),
  ]
}

function cellOf(
  stacked: readonly FeatureStructure[],
  value: (structure: FeatureStructure) => string,
): string {
  return stacked.length === 0 ? nothing : stacked.map(value).join('|')
}

function featureText(structure: FeatureStructure, name: string): string {
  const text = textFeature(structure, name)
  return text === undefined ? noValue : escapeValue(text)
}

function number(units: Units, annotation: number): string {
  const found = units.numberOf(annotation)
  return found === undefined ? '' : `[${found}]`
}

/** `1-1[0_3]`: where the relation comes from, and the numbers of both ends where one has a number. */
function sourceOf(relation: FeatureStructure, units: Units): string {
  const [from = 0] = referencesFeature(relation, governor)
  const [to = 0] = referencesFeature(relation, dependent)
  const numbers = [units.numberOf(from), units.numberOf(to)]
  const both = numbers.map((each) => each ?? 0).join('_')
  return units.unitOf(from) + (numbers.every((each) => each === undefined) ? '' : `[${both}]`)
}
