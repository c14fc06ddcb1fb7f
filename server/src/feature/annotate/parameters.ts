/** How an action gets its parameters: checked, its page instead of a uri, offsets instead of positions. */

import { findPage, type PageOfCorpus, type Snapshot } from '../../corpus/snapshot/model.ts'
import type {
  AttributeValues,
  PlacedMention,
  Position,
  Range,
  ReviewFilter,
} from '../../protocol.ts'
import { rangeToSpan } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { readFilter } from '../review/filter.ts'
import { noPage, type Refused, wrong } from './refused.ts'

/**
 * A type of the protocol as actions have it: a position is a UTF-16 offset, a range is a span, and the
 * `uri` of a page is the page itself, as `place`.
 */
export type InOffsets<T> = T extends Position
  ? number
  : T extends Range
    ? Span
    : T extends readonly (infer Each)[]
      ? readonly InOffsets<Each>[]
      : T extends object
        ? {
            readonly [K in keyof T as K extends 'uri' ? 'place' : K]: K extends 'uri'
              ? PageOfCorpus
              : InOffsets<T[K]>
          }
        : T

/** One parameter of a command: what it means and how it is read. */
export interface Parameter<T> {
  /** For docs/commands.md; empty where the opening of that page explains it for all commands. English. */
  readonly help: string
  readonly isOptional: boolean
  /** `undefined` where the value has another form. */
  read(value: Json, around: Around): T | undefined
}

export interface RequiredParameter<T> extends Parameter<T> {
  readonly isOptional: false
}

export interface OptionalParameter<T> extends Parameter<T> {
  readonly isOptional: true
}

/** A parameter for each key of `P`. An optional key has an optional parameter. */
export type ParametersOf<P> = {
  readonly [K in keyof P as K extends 'uri' ? 'place' : K]-?: Record<never, never> extends Pick<
    P,
    K
  >
    ? OptionalParameter<K extends 'uri' ? PageOfCorpus : InOffsets<Exclude<P[K], undefined>>>
    : RequiredParameter<K extends 'uri' ? PageOfCorpus : InOffsets<P[K]>>
}

/** What parameters are read in: positions count on the page `place`. */
export interface Around {
  readonly snapshot: Snapshot
  readonly place?: PageOfCorpus
}

export type Reading<P> = { readonly kind: 'params'; readonly params: InOffsets<P> } | Refused

/** Reads what a client sent. Total: the first parameter that is missing or wrong is named. */
export function readParameters<P>(
  parameters: ParametersOf<P>,
  values: JsonObject,
  around: Around,
): Reading<P> {
  const all: readonly (readonly [string, Parameter<unknown>])[] = Object.entries(parameters)
  const read: Record<string, unknown> = {}
  const known = new Map(all)
  const uri = own(values, 'uri')
  const place = known.get('place')
  // The page is read first: the others count on it.
  const page = place !== undefined && typeof uri === 'string' ? pageOf(uri, around) : undefined
  if (place !== undefined && typeof uri === 'string' && page === undefined) return noPage()
  const here = page === undefined ? around : { ...around, place: page }
  for (const [name, parameter] of all) {
    const value = own(values, name === 'place' ? 'uri' : name)
    const found = value === undefined ? undefined : parameter.read(value, here)
    if (found !== undefined) read[name] = found
    // Clients write `null` for what they leave out.
    else if (!parameter.isOptional || (value !== undefined && value !== null)) {
      return wrong(name === 'place' ? 'uri' : name)
    }
  }
  // Each key was read by the parameter that has its type.
  return { kind: 'params', params: read as unknown as InOffsets<P> }
}

export function optional<T>({ help, read }: Parameter<T>): OptionalParameter<T> {
  return { help, isOptional: true, read }
}

function required<T>(help: string, read: Parameter<T>['read']): RequiredParameter<T> {
  return { help, isOptional: false, read }
}

export function text(help = ''): RequiredParameter<string> {
  return required(help, (value) => (typeof value === 'string' ? value : undefined))
}

export function flag(help = ''): RequiredParameter<boolean> {
  return required(help, (value) => (typeof value === 'boolean' ? value : undefined))
}

/** An index. */
export function index(help: string): RequiredParameter<number> {
  return required(help, (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined,
  )
}

export function oneOf<const T extends string>(
  values: readonly T[],
  help: string,
): RequiredParameter<T> {
  return required(help, (value) => values.find((each) => each === value))
}

export function texts(help = ''): RequiredParameter<readonly string[]> {
  return required(help, (value) =>
    listOf(value, (each) => (typeof each === 'string' ? each : undefined)),
  )
}

/** `null` is a value of its own. */
export function orNull<T>({ help, read }: RequiredParameter<T>): RequiredParameter<T | null> {
  return required(help, (value, around) => (value === null ? null : read(value, around)))
}

/** Either of two; the help is that of the first. */
export function either<A, B>(
  { help, read }: RequiredParameter<A>,
  other: RequiredParameter<B>,
): RequiredParameter<A | B> {
  return required(help, (value, around) => read(value, around) ?? other.read(value, around))
}

/** The same with a condition on the value. */
export function such<T>(
  { help, read }: RequiredParameter<T>,
  isRight: (value: T) => boolean,
): RequiredParameter<T> {
  return required(help, (value, around) => {
    const found = read(value, around)
    return found !== undefined && isRight(found) ? found : undefined
  })
}

/** Which values an attribute may have the schema says. */
export function attributes(help: string): RequiredParameter<AttributeValues> {
  return required(help, (value) => (isObject(value) ? value : undefined))
}

export function filter(help: string): RequiredParameter<ReviewFilter> {
  return required(help, (value) => (isObject(value) ? readFilter(value) : undefined))
}

export const page: RequiredParameter<PageOfCorpus> = required('', (value, around) =>
  typeof value === 'string' ? pageOf(value, around) : undefined,
)

export function position(help = ''): RequiredParameter<number> {
  return required(help, (value, { place }) => {
    const at = toPosition(value)
    return at === undefined ? undefined : place?.document.lines.offset(at)
  })
}

export function range(help = ''): RequiredParameter<Span> {
  return required(help, toSpan)
}

export function ranges(help = ''): RequiredParameter<readonly Span[]> {
  return required(help, (value, around) => listOf(value, (each) => toSpan(each, around)))
}

/** An object with parameters of its own. */
export function object<P>(
  parameters: ParametersOf<P>,
  help: string,
): RequiredParameter<InOffsets<P>> {
  return required(help, (value, around) => {
    if (!isObject(value)) return undefined
    const reading = readParameters<P>(parameters, value, around)
    return reading.kind === 'params' ? reading.params : undefined
  })
}

/** Mentions of several pages. One of a page that is gone has an empty span, where no mention is. */
export function placedMentions(
  help: string,
): RequiredParameter<readonly InOffsets<PlacedMention>[]> {
  return required(help, (value, around) =>
    listOf(value, (each) => {
      if (!isObject(each)) return undefined
      const uri = own(each, 'uri')
      if (typeof uri === 'string' && pageOf(uri, around) === undefined) {
        return { range: { start: 0, end: 0 } }
      }
      const reading = readParameters<PlacedMention>(placedMention, each, around)
      return reading.kind === 'params' ? reading.params : undefined
    }),
  )
}

/** A place on a page, in the commands that take one. */
export const atPlace = {
  place: page,
  position: optional(position()),
  range: optional(range()),
  ranges: optional(ranges()),
}

/** A mention, in the commands that take one. */
export const ofMention = { ...atPlace, id: optional(text()), type: optional(text()) }

/** A record, in the commands that take one. */
export const ofRecord = { place: page, id: text() }

const placedMention: ParametersOf<PlacedMention> = {
  place: optional(page),
  range: range(),
  type: optional(text()),
}

function pageOf(uri: string, { snapshot }: Around): PageOfCorpus | undefined {
  return findPage(snapshot, uri)
}

/** `undefined` where one of them is. */
function listOf<T>(value: Json, read: (each: Json) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const list: T[] = []
  for (const each of value) {
    const found = read(each)
    if (found === undefined) return undefined
    list.push(found)
  }
  return list
}

function toSpan(value: Json, { place }: Around): Span | undefined {
  if (!isObject(value) || place === undefined) return undefined
  const [start, end] = [toPosition(own(value, 'start')), toPosition(own(value, 'end'))]
  if (start === undefined || end === undefined) return undefined
  return rangeToSpan(place.document.lines, { start, end })
}

function toPosition(value: Json | undefined): Position | undefined {
  if (!isObject(value)) return undefined
  const [line, character] = [own(value, 'line'), own(value, 'character')]
  return Number.isInteger(line) && Number.isInteger(character)
    ? { line: Number(line), character: Number(character) }
    : undefined
}
