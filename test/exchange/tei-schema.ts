/**
 * The part of TEI P5 that our exports keep to, as data, and a checker for it. Every rule is one of the
 * element specifications of TEI (P5/Source/Specs in github.com/TEIC/TEI, rendered under
 * https://tei-c.org/release/doc/tei-p5-doc/en/html/), narrowed to what we write: what is valid here should
 * be valid in `tei_all`, whose schema is too large to be part of every test run.
 */
import { readXml, type XmlElement } from '../../server/src/exchange/file/xml.ts'

export interface AttributeRule {
  readonly value: RegExp
  readonly required?: true
  /** Every pointer of the value leads to an element of this file with one of these names. */
  readonly pointsTo?: readonly string[]
}

export interface ElementRule {
  /** Particles in order, as a DTD has them: `title respStmt*`, `lb|name*`; empty for no elements. */
  readonly content: string
  /** Text beside white space. */
  readonly text: boolean
  readonly attributes: Readonly<Record<string, AttributeRule>>
}

export const teiNamespace = 'http://www.tei-c.org/ns/1.0'

// Data types of TEI: teidata.text, .word (without marks, as older versions have it), .temporal.w3c,
// .versionNumber, .probability, and pointers into the file. An id is an NCName, ours of ASCII.
const any: AttributeRule = { value: /^[\s\S]*$/ }
const word: AttributeRule = { value: /^[\p{L}\p{N}\p{P}\p{S}]+$/u }
const moment: AttributeRule = {
  value: /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/,
}
const version: AttributeRule = { value: /^\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}$/ }
const probability: AttributeRule = { value: /^(?:0(?:\.\d+)?|1|[1-9](?:\.\d+)?e-\d+)$/ }
const id: AttributeRule = { value: /^[A-Za-z_][A-Za-z0-9._-]*$/ }
const pointer = /^#[A-Za-z_][A-Za-z0-9._-]*$/
const pointers = /^#[A-Za-z_][A-Za-z0-9._-]*(?: #[A-Za-z_][A-Za-z0-9._-]*)*$/

const names = ['persName', 'orgName', 'placeName', 'date', 'measure', 'name'] as const
/** model.phrase and model.global, of which we write these. */
const phrases = `lb|${names.join('|')}*`
/** Mentions are elements in the text, or annotations. */
const mentions = [...names, 'annotation']

/** att.global.analytic and att.global.responsibility. */
const statement: Readonly<Record<string, AttributeRule>> = {
  ana: { value: pointers, pointsTo: ['interp'] },
  cert: probability,
  resp: { value: pointer, pointsTo: ['respStmt'] },
}

/** att.global, att.global.linking and att.typed. */
const mention = (element: string): Readonly<Record<string, AttributeRule>> => ({
  'xml:id': id,
  type: word,
  prev: { value: pointer, pointsTo: [element] },
  next: { value: pointer, pointsTo: [element] },
  ...statement,
})

const canonical = (element: string): ElementRule => ({
  content: phrases,
  text: true,
  // att.canonical
  attributes: { ...mention(element), key: any },
})

const plain: ElementRule = { content: '', text: true, attributes: {} }
const group = (content: string): ElementRule => ({ content, text: false, attributes: {} })

export const teiSchema: Readonly<Record<string, ElementRule>> = {
  TEI: {
    content: 'teiHeader text standOff?',
    text: false,
    attributes: { xmlns: { value: /^http:\/\/www\.tei-c\.org\/ns\/1\.0$/, required: true } },
  },
  teiHeader: group('fileDesc encodingDesc'),
  fileDesc: group('titleStmt publicationStmt sourceDesc'),
  titleStmt: group('title respStmt*'),
  publicationStmt: group('p+'),
  sourceDesc: group('bibl+'),
  bibl: group('title? date? biblScope? idno'),
  title: { ...plain, attributes: { level: { value: /^[amjsu]$/ } } },
  biblScope: { ...plain, attributes: { unit: word, n: any } },
  idno: { ...plain, attributes: { type: word } },
  respStmt: { content: 'resp name', text: false, attributes: { 'xml:id': id } },
  resp: plain,
  encodingDesc: group('appInfo'),
  appInfo: group('application+'),
  application: {
    content: 'label desc?',
    text: false,
    attributes: {
      ident: { value: /^[A-Za-z_][\w.-]*$/, required: true },
      version: { ...version, required: true },
      when: moment,
    },
  },
  label: plain,
  desc: plain,

  text: group('body'),
  body: group('div+'),
  div: {
    content: 'p+',
    text: false,
    attributes: {
      'xml:id': { ...id, required: true },
      type: word,
      'xml:space': { value: /^preserve$/, required: true },
      n: any,
    },
  },
  p: { content: phrases, text: true, attributes: {} },
  lb: { content: '', text: false, attributes: {} },
  persName: canonical('persName'),
  orgName: canonical('orgName'),
  placeName: canonical('placeName'),
  name: canonical('name'),
  // Of att.datable too, in the header.
  date: {
    content: phrases,
    text: true,
    attributes: { ...mention('date'), key: any, when: moment },
  },
  // A quantity is not of att.canonical: no `key`.
  measure: { content: phrases, text: true, attributes: mention('measure') },

  standOff: group('interpGrp|listAnnotation|listRelation+'),
  interpGrp: { content: 'interp+', text: false, attributes: { type: word } },
  interp: { content: '', text: true, attributes: { 'xml:id': { ...id, required: true }, n: any } },
  listAnnotation: group('annotation+'),
  annotation: {
    content: 'note*',
    text: false,
    attributes: {
      'xml:id': { ...id, required: true },
      // The scheme `string-range` of the chapter on linking: an id and pairs of offset and length.
      target: {
        value: /^#(?:[A-Za-z_][A-Za-z0-9._-]*|string-range\([A-Za-z_][\w.-]*(?:,\d+,[1-9]\d*)+\))$/,
        required: true,
        pointsTo: [...names, 'relation', 'div'],
      },
      ...statement,
    },
  },
  note: { ...plain, attributes: { type: word } },
  listRelation: group('relation+'),
  relation: {
    content: '',
    text: false,
    attributes: {
      'xml:id': id,
      name: { ...word, required: true },
      active: { value: pointers, required: true, pointsTo: mentions },
      passive: { value: pointers, pointsTo: mentions },
      ...statement,
    },
  },
}

export interface TeiCheck {
  /** English, one sentence each, without an end. */
  readonly faults: readonly string[]
  /** Names of the elements that are there. */
  readonly elements: ReadonlySet<string>
}

interface Open {
  readonly element: XmlElement
  readonly children: string[]
  text: string
}

export function checkTei(content: string): TeiCheck {
  const faults: string[] = []
  const elements = new Set<string>()
  /** By id: the name of its element, and the code points of its text once it is closed. */
  const ids = new Map<string, { readonly name: string; length: number }>()
  const links: { where: string; value: string; to: readonly string[] }[] = []
  const open: Open[] = []

  const checkAttributes = ({ name, attributes }: XmlElement, rule: ElementRule): void => {
    for (const [attribute, value] of attributes) {
      const own = rule.attributes[attribute]
      const where = `${name}/@${attribute}`
      if (own === undefined) faults.push(`${where} is not allowed`)
      else if (!own.value.test(value)) faults.push(`${where} cannot be ${value}`)
      else if (own.pointsTo !== undefined) links.push({ where, value, to: own.pointsTo })
    }
    for (const [attribute, { required }] of Object.entries(rule.attributes)) {
      if (required && !attributes.has(attribute)) faults.push(`${name}/@${attribute} is missing`)
    }
  }

  const fault = readXml(content, {
    open(element) {
      const { uri, name, attributes } = element
      elements.add(name)
      if (open.length === 0 && name !== 'TEI') faults.push(`${name} is no root`)
      if (uri !== teiNamespace) faults.push(`${name} is not of TEI`)
      open.at(-1)?.children.push(name)
      open.push({ element, children: [], text: '' })
      const rule = Object.hasOwn(teiSchema, name) ? teiSchema[name] : undefined
      if (rule === undefined) faults.push(`${name} is unknown`)
      else checkAttributes(element, rule)
      const own = attributes.get('xml:id')
      if (own === undefined) return
      if (ids.has(own)) faults.push(`${own} is an id twice`)
      ids.set(own, { name, length: 0 })
    },
    close({ name, attributes }) {
      const closed = open.pop()
      if (closed === undefined) return
      const above = open.at(-1)
      const own = ids.get(attributes.get('xml:id') ?? '')
      if (own !== undefined) own.length = [...closed.text].length
      // Text counts for the element that has it, and for positions in those around it.
      if (above !== undefined && inText(open)) above.text += closed.text
      const rule = Object.hasOwn(teiSchema, name) ? teiSchema[name] : undefined
      if (rule === undefined) return
      const wrong = firstWrong(rule.content, closed.children)
      if (wrong !== undefined) faults.push(`${name} has ${wrong}`)
    },
    text(piece) {
      const last = open.at(-1)
      if (last === undefined) return
      last.text += piece
      const { name } = last.element
      if (teiSchema[name]?.text === false && /[^ \t\r\n]/.test(piece)) {
        faults.push(`${name} has text`)
      }
    },
  })
  if (fault !== undefined) faults.push(fault.message)
  for (const { where, value, to } of links) {
    for (const each of value.split(' ')) {
      const [, ranged, numbers] = /^#string-range\(([^,]+),([\d,]+)\)$/.exec(each) ?? []
      const target = ids.get(ranged ?? each.slice(1))
      if (target === undefined) faults.push(`${where} points to nothing: ${each}`)
      else if (!to.includes(target.name)) faults.push(`${where} points to a ${target.name}`)
      else if (numbers !== undefined && endOf(numbers) > target.length) {
        faults.push(`${where} ends behind the text: ${each}`)
      }
    }
  }
  return { faults, elements }
}

function inText(open: readonly Open[]): boolean {
  return open.some(({ element }) => element.name === 'div')
}

/** The last position of `offset,length,offset,length`. */
function endOf(numbers: string): number {
  const counts = numbers.split(',').map(Number)
  return Math.max(...counts.map((count, i) => (i % 2 === 0 ? count + (counts[i + 1] ?? 0) : 0)))
}

/** What does not fit the particles. Greedy: those beside each other have no names in common. */
function firstWrong(content: string, children: readonly string[]): string | undefined {
  let at = 0
  for (const particle of content === '' ? [] : content.split(' ')) {
    const choice = particle.replace(/[*+?]$/, '').split('|')
    const many = /[*+]$/.test(particle)
    const start = at
    while (choice.includes(children[at] ?? '') && (many || at === start)) at++
    if (at === start && !/[*?]$/.test(particle)) return `no ${choice.join(' or ')} in its place`
  }
  return at < children.length ? `a ${children[at]} where none may stand` : undefined
}
