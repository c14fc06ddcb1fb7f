/** Which annotations stand on which token, and the numbers by which they are told apart. */
import { type Cas, type FeatureStructure, numberFeature, referencesFeature } from '../cas/model.ts'
import {
  dependent,
  mentionType,
  pieceType,
  relationType,
  sentenceType,
  tokenType,
} from '../cas/type-system.ts'

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly units: readonly Unit[]
}

export interface Unit {
  /** `2-3`: third token of the second sentence. */
  readonly id: string
  readonly start: number
  readonly end: number
  readonly mentions: FeatureStructure[]
  readonly pieces: FeatureStructure[]
  /** Those that end at a mention that begins here. */
  readonly relations: FeatureStructure[]
}

export interface Units {
  readonly sentences: readonly Sentence[]
  /** Id of the unit where an annotation begins. */
  unitOf(annotation: number): string
  /** Of annotations on several tokens, or with others on one. */
  numberOf(annotation: number): number | undefined
}

/** Each mention and piece begins and ends with a token. */
export function unitsOfCas({ structures }: Cas): Units {
  const sentences: { start: number; end: number; units: Unit[] }[] = []
  const units: Unit[] = []
  const byStart = new Map<number, number>()
  const starts = new Map<number, string>()
  const dependents = new Map<number, number>()
  for (const structure of structures) {
    const start = numberFeature(structure, 'begin') ?? 0
    const end = numberFeature(structure, 'end') ?? 0
    const at = byStart.get(start)
    if (structure.type === sentenceType) sentences.push({ start, end, units: [] })
    else if (structure.type === tokenType) {
      byStart.set(start, units.length)
      units.push({ id: '', start, end, mentions: [], pieces: [], relations: [] })
    } else if (structure.type === mentionType || structure.type === pieceType) {
      const kind = structure.type === mentionType ? 'mentions' : 'pieces'
      if (at === undefined) continue
      dependents.set(structure.id, at)
      for (let i = at; (units[i]?.start ?? end) < end; i++) units[i]?.[kind].push(structure)
    } else if (structure.type === relationType) {
      const [to = 0] = referencesFeature(structure, dependent)
      units[dependents.get(to) ?? -1]?.relations.push(structure)
    }
  }
  let next = 0
  const numbered = sentences.map(({ start, end }, sentence): Sentence => {
    const own: Unit[] = []
    for (let unit = units[next]; unit !== undefined && unit.start < end; unit = units[++next]) {
      own.push({ ...unit, id: `${sentence + 1}-${own.length + 1}` })
    }
    return { start, end, units: own }
  })
  for (const unit of numbered.flatMap((sentence) => sentence.units)) {
    for (const { id } of [...unit.mentions, ...unit.pieces]) {
      if (!starts.has(id)) starts.set(id, unit.id)
    }
  }
  const numbers = numbersOf(numbered)
  return {
    sentences: numbered,
    unitOf: (annotation) => starts.get(annotation) ?? '',
    numberOf: (annotation) => numbers.get(annotation),
  }
}

/** By where they begin. */
function numbersOf(sentences: readonly Sentence[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>()
  const seen = new Set<number>()
  const needed = new Set<number>()
  const units = sentences.flatMap((sentence) => sentence.units)
  for (const unit of units) {
    for (const annotations of [unit.mentions, unit.pieces]) {
      for (const { id } of annotations) {
        if (seen.has(id) || annotations.length > 1) needed.add(id)
        seen.add(id)
      }
    }
  }
  for (const unit of units) {
    for (const { id } of [...unit.mentions, ...unit.pieces]) {
      if (needed.has(id) && !numbers.has(id)) numbers.set(id, numbers.size + 1)
    }
  }
  return numbers
}
