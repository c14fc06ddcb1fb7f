/** The parts of a query, each with its place: words, phrases, expressions, and keys with their values. */

import type { Span } from '../../text/span.ts'
import { messageOf } from '../../values/message-of.ts'
import { t } from '../wording/messages.ts'

export type Term =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string; readonly flags: string }

export interface KeyPart {
  readonly key: QueryKey
  readonly value: string
  readonly at: Span
}

export interface TermPart {
  readonly key?: undefined
  readonly term: Term
  readonly at: Span
}

export type QueryPart = KeyPart | TermPart

/** What is wrong with a query, in the interface language: one sentence without its stop; where, in UTF-16 units. */
export interface QueryFault {
  readonly fault: string
  readonly at: Span
}

/** In the order in which they are offered. */
export const queryKeys = [
  ...['type', 'entity', 'owner', 'status', 'attribute'],
  ...['near', 'in', 'article', 'page', 'date'],
] as const

export type QueryKey = (typeof queryKeys)[number]

export function partsOf(text: string): readonly QueryPart[] | QueryFault {
  const parts: QueryPart[] = []
  const end = text.trimEnd().length
  for (let at = 0; at < end; at = partForm.lastIndex) {
    partForm.lastIndex = at
    const groups = partForm.exec(text)?.groups
    if (groups === undefined) return notUnderstood(text, at + leading(text.slice(at)))
    const span = { start: at + leading(text.slice(at)), end: partForm.lastIndex }
    const part = partOf(groups, span)
    if ('fault' in part) return part
    parts.push(part)
  }
  return parts
}

/** As `partsOf` reads it: in quotation marks where it has to be. */
export function quoted(value: string): string {
  return /^[^\s"/:\uff1a]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`
}

const partForm =
  /\s*(?:(?<key>[a-zA-Z]+)[:\uff1a](?:"(?<quotedValue>[^"]*)"|(?<value>[^\s"]+))|"(?<phrase>[^"]*)"|\/(?<source>(?:\\.|[^\\/])+)\/(?<flags>[a-z]*)(?=\s|$)|(?![a-zA-Z]+[:\uff1a])(?<word>[^\s"/][^\s"]*))/uy

function leading(text: string): number {
  return text.length - text.trimStart().length
}

function notUnderstood(text: string, start: number): QueryFault {
  const rest = text.slice(start).trimEnd()
  const at = { start, end: start + rest.length }
  const key = /^(?<key>[a-zA-Z]+)[:\uff1a](?:\s|$)/u.exec(rest)?.groups?.['key']
  if (key !== undefined) {
    const end = start + key.length + 1
    return { fault: t('{0}: needs a value, directly behind it', key), at: { start, end } }
  }
  if (rest.split('"').length % 2 === 0) {
    const open = start + rest.indexOf('"')
    return {
      fault: t('the quotation mark is not closed'),
      at: { start: open, end: at.end },
    }
  }
  return rest.startsWith('/')
    ? { fault: t('the expression is not closed: /…/, and a / in it is written \\/'), at }
    : { fault: t('this is not understood: {0}', rest), at }
}

function partOf(
  groups: Readonly<Record<string, string | undefined>>,
  at: Span,
): QueryPart | QueryFault {
  const { key: name, quotedValue, value: bare, phrase, source, flags = '', word } = groups
  if (name !== undefined) {
    const value = quotedValue ?? bare ?? ''
    const key = queryKeys.find((each) => each === name.toLowerCase())
    const fault =
      key === undefined
        ? t('{0}: is not known; a text with a colon is written {1}', name, `"${name}:${value}"`)
        : t('{0}: needs a value, directly behind it', name)
    return key === undefined || value.trim() === '' ? { fault, at } : { key, value, at }
  }
  if (source !== undefined) return expressionOf(source, flags, at)
  const text = phrase ?? word ?? ''
  return text.trim() === ''
    ? { fault: t('an empty phrase stands everywhere'), at }
    : { term: { kind: 'text', text }, at }
}

function expressionOf(source: string, given: string, at: Span): QueryPart | QueryFault {
  const flags = given.replaceAll(/[guy]/g, '')
  try {
    new RegExp(source, `${flags}gu`)
    return { term: { kind: 'expression', source, flags }, at }
  } catch (error) {
    return { fault: messageOf(error), at }
  }
}
