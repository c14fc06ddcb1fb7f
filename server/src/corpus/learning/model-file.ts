/** The file of a personal model: a line of JSON that says what it is, and the bytes of the model. */
import { createHash } from 'node:crypto'
import type { Counts } from '../../recognition/personal/judge.ts'
import { readLabelModel } from '../../recognition/personal/label-model.ts'
import type { HeldBack, LearnedModel } from '../../recognition/personal/learn.ts'
import type { Calibration } from '../../recognition/spans/calibrate.ts'
import { isObject, type Json, own, parseJson } from '../../values/json.ts'

export interface StoredModel extends LearnedModel {
  /** Version of the recogniser that it was learned with. */
  readonly recogniser: string
  /** Types of names that it may find. */
  readonly types: readonly string[]
  /** Ids of the pages that it has learned from. */
  readonly pages: readonly string[]
}

/** Of the features and of this file: models of another one are not read. */
const version = 1

export function writeModelFile({ model, ...rest }: StoredModel): Uint8Array {
  const sha256 = hashOf(model)
  const head = JSON.stringify({ personalModel: version, sha256, ...rest })
  return Buffer.concat([Buffer.from(`${head}\n`), model])
}

/** `undefined` for bytes that are no whole model of this version. */
export function readModelFile(bytes: Uint8Array): StoredModel | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.indexOf(10)
  const head = end < 0 ? undefined : parseJson(buffer.toString('utf8', 0, end))
  if (!isObject(head) || own(head, 'personalModel') !== version) return undefined
  const model = new Uint8Array(buffer.subarray(end + 1))
  const recogniser = own(head, 'recogniser')
  const calibrations = own(head, 'calibrations')
  if (own(head, 'sha256') !== hashOf(model) || typeof recogniser !== 'string') return undefined
  const tagger = readLabelModel(model)
  const added = calibrationOf(isObject(calibrations) ? own(calibrations, 'added') : undefined)
  const base = calibrationOf(isObject(calibrations) ? own(calibrations, 'base') : undefined)
  if (tagger === undefined || added === undefined || base === undefined) return undefined
  return {
    model,
    recogniser,
    calibrations: { added, base },
    types: tagger.types,
    pages: listOf(own(head, 'pages')).filter((id) => typeof id === 'string'),
    heldBack: listOf(own(head, 'heldBack')).flatMap(heldBackOf),
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function calibrationOf(value: Json | undefined): Calibration | undefined {
  if (!isObject(value)) return undefined
  const [slope, shift] = [own(value, 'slope'), own(value, 'shift')]
  return typeof slope === 'number' && typeof shift === 'number' ? { slope, shift } : undefined
}

function heldBackOf(value: Json): HeldBack[] {
  if (!isObject(value)) return []
  const [id, key] = [own(value, 'id'), own(value, 'key')]
  if (typeof id !== 'string' || typeof key !== 'number') return []
  const counts = listOf(own(value, 'counts')).flatMap((each): (readonly [string, Counts])[] => {
    const [type, of] = listOf(each)
    if (typeof type !== 'string' || !isObject(of)) return []
    const [gold, found, right] = [own(of, 'gold'), own(of, 'found'), own(of, 'right')]
    return typeof gold === 'number' && typeof found === 'number' && typeof right === 'number'
      ? [[type, { gold, found, right }]]
      : []
  })
  return [{ id, key, counts }]
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
