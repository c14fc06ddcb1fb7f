/** The file of a personal model: a line of JSON that says what it is, and what the model differs by, compressed. */
import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import type { Counts } from '../../recognition/personal/judge.ts'
import type { HeldBack, LearnedModel } from '../../recognition/personal/learn.ts'
import { isObject, type Json, own, parseJson } from '../../values/json.ts'

export interface StoredModel extends LearnedModel {
  /** Version of the recogniser that it was learned with. */
  readonly recogniser: string
  /** What it is a model for: the shipped model and the types of the corpus, as `basisOf` writes them. */
  readonly basis: string
  /** Ids of the pages that it has learned from. */
  readonly pages: readonly string[]
}

/** Of this file: others are not read. The first was of another kind of model, beside the shipped one. */
const version = 2

/** The same for the same shipped model and the same names of types, in any order. */
export function basisOf(shipped: Uint8Array): (types: readonly string[]) => string {
  const model = hashOf(shipped)
  return (types) => hashOf(Buffer.from([model, ...[...types].sort()].join('\n')))
}

export function writeModelFile({ difference, ...rest }: StoredModel): Uint8Array {
  const packed = deflateSync(difference)
  const head = JSON.stringify({ personalModel: version, sha256: hashOf(packed), ...rest })
  return Buffer.concat([Buffer.from(`${head}\n`), packed])
}

/** `undefined` for bytes that are no whole model of this version. */
export function readModelFile(bytes: Uint8Array): StoredModel | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.indexOf(10)
  const head = end < 0 ? undefined : parseJson(buffer.toString('utf8', 0, end))
  if (!isObject(head) || own(head, 'personalModel') !== version) return undefined
  const packed = buffer.subarray(end + 1)
  const [recogniser, basis] = [own(head, 'recogniser'), own(head, 'basis')]
  if (own(head, 'sha256') !== hashOf(packed)) return undefined
  if (typeof recogniser !== 'string' || typeof basis !== 'string') return undefined
  return {
    difference: new Uint8Array(inflateSync(packed)),
    recogniser,
    basis,
    pages: listOf(own(head, 'pages')).filter((id) => typeof id === 'string'),
    heldBack: listOf(own(head, 'heldBack')).flatMap(heldBackOf),
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
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
