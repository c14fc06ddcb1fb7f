/**
 * XML, read and written. A document type and entities of its own are refused, so that no file can grow
 * or reach others while it is read. Nothing else reads XML with `saxes`.
 */

import { SaxesParser } from 'saxes'
import { t, type Wording } from '../../text/wording.ts'

export interface XmlElement {
  /** Namespace, empty for none. */
  readonly uri: string
  readonly name: string
  /** Those without a namespace by name, `xml:id` and the like by their prefixed name. */
  readonly attributes: ReadonlyMap<string, string>
}

export interface XmlHandler {
  open?(element: XmlElement): void
  /** Called with the element that `open` was called with. */
  close?(element: XmlElement): void
  /** Text and CDATA in pieces, with `\n` for each newline that is not written as a reference. */
  text?(text: string): void
}

/** Elements inside each other. */
const deepest = 256
const mostElements = 20_000_000

export interface XmlFault {
  /** One-based. */
  readonly line: number
  /** One sentence. */
  readonly message: Wording
}

/** Calls the handler until the end or the first fault, which it gives. Total. */
export function readXml(content: string, handler: XmlHandler): XmlFault | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlElement[] = []
  let elements = 0
  let fault: XmlFault | undefined
  const stop = (message: Wording): never => {
    fault ??= { line: parser.line, message }
    throw new Stop()
  }
  parser.on('error', ({ message }) => {
    // Its own place stands before: the line is ours to give.
    const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    stop(t('This is no XML that can be read: {0}.', what))
  })
  parser.on('doctype', () => stop(t('XML with a document type is not read.')))
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length >= deepest)
      stop(t('Elements are inside each other more than {0} deep.', deepest))
    if (++elements > mostElements) stop(t('There are more than {0} elements.', mostElements))
    const own = Object.values(attributes).map((attribute): [string, string] => [
      attribute.uri === '' ? attribute.local : attribute.name,
      attribute.value,
    ])
    const element = { uri, name: local, attributes: new Map(own) }
    open.push(element)
    handler.open?.(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined) handler.close?.(element)
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  try {
    parser.write(content.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  return fault
}

class Stop extends Error {}

/** What XML 1.0 forbids, however it is written. */
const forbidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Each forbidden UTF-16 unit is U+FFFD, so that all offsets stay. */
export function allowedXml(text: string): string {
  return text.replace(forbidden, '\uFFFD')
}

/** Text between tags. CR and the other breaks are references: readers would make LF or a space of them. */
export function escapeXml(text: string): string {
  return allowedXml(text).replace(/[&<>\r\u0085\u2028]/g, reference)
}

/** The inside of `"…"`: line breaks and tabs too are references. */
export function escapeAttribute(text: string): string {
  return allowedXml(text).replace(/[&<>"\t\n\r\u0085\u2028]/g, reference)
}

/** ` name="value"` for each value that is there. */
export function xmlAttributes(
  values: Iterable<readonly [name: string, value: string | number | boolean | undefined]>,
): string {
  let printed = ''
  for (const [name, value] of values) {
    if (value === undefined) continue
    printed += ` ${name}="${typeof value === 'string' ? escapeAttribute(value) : value}"`
  }
  return printed
}

function reference(character: string): string {
  return names.get(character) ?? `&#${character.charCodeAt(0)};`
}

const names: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
