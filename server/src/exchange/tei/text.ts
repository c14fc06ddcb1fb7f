/** The text of a TEI file and where its elements are in it. */
import type { XmlElement } from '../file/xml.ts'

export interface TextElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly start: number
  end: number
}

/** Elements that are lines of their own. */
const blocks = new Set([
  'p',
  'ab',
  'head',
  'div',
  'l',
  'lg',
  'list',
  'item',
  'row',
  'cell',
  'byline',
])
for (const name of [
  'front',
  'body',
  'back',
  'table',
  'opener',
  'closer',
  'quote',
  'sp',
  'u',
  'pb',
]) {
  blocks.add(name)
}
/** Of two readings the one of the source is the text. */
const otherReadings = new Set(['corr', 'reg', 'expan', 'note'])

/**
 * Where `xml:space` says so, the text is what stands there; else white space is one blank, and blocks and
 * `lb` are lines.
 */
export class TeiText {
  readonly elements: TextElement[] = []
  readonly #parts: string[] = []
  readonly #open: { element: TextElement; preserve: boolean }[] = []
  #length = 0
  /** White space that is only written before something else. */
  #pending = ''
  #hidden = 0

  open({ name, attributes }: XmlElement): void {
    const space = attributes.get('xml:space')
    const preserve = space === undefined ? this.#preserves() : space === 'preserve'
    if (otherReadings.has(name)) this.#hidden++
    if (!this.#preserves()) {
      if (blocks.has(name)) this.#line()
      else if (name !== 'lb') this.#flush()
    }
    if (!preserve && name === 'lb') {
      if (attributes.get('break') === 'no') this.#pending = ''
      else this.#line()
    }
    if (preserve && !this.#preserves()) this.#flush()
    const element = { name, attributes, start: this.#length, end: this.#length }
    this.elements.push(element)
    this.#open.push({ element, preserve })
  }

  close({ name }: XmlElement): void {
    const last = this.#open.pop()
    if (last !== undefined) last.element.end = this.#length
    if (otherReadings.has(name)) this.#hidden--
    if (!this.#preserves() && blocks.has(name)) this.#line()
  }

  add(text: string): void {
    if (this.#hidden > 0) return
    if (this.#preserves()) this.#write(text)
    else {
      for (const [part] of text.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
        if (!/^[ \t\r\n]/.test(part)) {
          this.#flush()
          this.#write(part)
        } else if (this.#pending === '') this.#pending = ' '
      }
    }
  }

  text(): string {
    return this.#parts.join('')
  }

  #preserves(): boolean {
    return this.#open.at(-1)?.preserve === true
  }

  #line(): void {
    this.#pending = '\n'
  }

  /** Nothing stands before the first word. */
  #flush(): void {
    if (this.#length > 0) this.#write(this.#pending)
    this.#pending = ''
  }

  #write(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}
