/** A corpus that random changes are made to: texts, annotations, pages that come and go, names, schema. */

import {
  type EntitiesRecord,
  recordKey,
} from '../../server/src/annotation/entities/entity-record.ts'
import type { AnnotationRecord, SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf } from '../../server/src/annotation/record/selectors.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import type { Analyser } from '../../server/src/corpus/analysis/analysis.ts'
import { defaultConfig } from '../../server/src/corpus/config/config.ts'
import type { Corpus, Document } from '../../server/src/corpus/snapshot/model.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import type { Page } from '../../server/src/page/model.ts'
import { overlaps, type Span } from '../../server/src/text/span.ts'
import { simplePage, toMention } from '../corpus-fixture.ts'
import { lexicon } from '../lexicon.ts'
import { pick, type Random } from '../varied/random.ts'

/** Full and short names, of which pages have some: which is the fuller one depends on the others. */
const vocabulary: Readonly<Record<string, string>> = {
  浙江省诸暨市总工会: 'Organization',
  诸暨市总工会: 'Organization',
  诸暨工会: 'Organization',
  市总工会: 'Organization',
  富润控股集团有限公司: 'Organization',
  富润集团: 'Organization',
  富润: 'Organization',
  江苏省南通市启东市: 'Place',
  江苏省启东市: 'Place',
  启东市: 'Place',
  南京市鼓楼区: 'Place',
  福州市鼓楼区: 'Place',
  鼓楼区: 'Place',
  户外劳动者爱心驿站: 'Initiative',
  货车司机爱心驿站: 'Initiative',
  爱心驿站: 'Initiative',
  '“十匠”行动': 'Initiative',
  吴浩: 'Person',
  胡舫: 'Person',
}

/** Words that are something only where a person says so. */
const plain = [
  '记者胡舫。',
  '光明',
  '送清凉',
  '老街坊',
  '今年',
  '启动',
  '在',
  '举行',
  ',',
  '。',
  '(以下简称“',
]

export const words: readonly [string, ...string[]] = ['\n', ...Object.keys(vocabulary), ...plain]
const types = ['Organization', 'Place', 'Initiative', 'Person', 'Unheard'] as const
const paths = ['a.txt', 'b.txt', 'c/1.txt', 'c/2.txt', 'd.txt', 'e.txt', 'f.txt'] as const
export const corpusRoot = 'file:///corpus'

export class RandomCorpus {
  readonly workspace = new Workspace(analyser)
  readonly #random: Random
  #count = 0

  constructor(random: Random) {
    this.#random = random
    this.#define()
    for (const path of paths) this.#file(path, this.#text())
  }

  get corpus(): Corpus {
    const [corpus] = this.workspace.snapshot().corpora
    if (corpus === undefined) throw new Error('The corpus is gone')
    return corpus
  }

  /** Makes one change and says which. */
  change(): string {
    const changes = [
      ...[this.#type, this.#type, this.#mark, this.#mark],
      ...[this.#drop, this.#sidecar, this.#decide],
    ]
    const rare = [this.#comeOrGo, this.#close, this.#define, this.#rewrite, this.#suggest]
    const change = this.#random(4) > 0 ? pick(this.#random, nonEmpty(changes)) : undefined
    const made = change ?? pick(this.#random, nonEmpty(rare))
    made.call(this)
    return made.name
  }

  #text(): string {
    const count = 8 + this.#random(20)
    const text = Array.from({ length: count }, () => pick(this.#random, words)).join('')
    return `今日要闻\n${text}`
  }

  #page(): Document | undefined {
    const { documents } = this.corpus
    return documents[this.#random(documents.length)]
  }

  #file(path: string, text: string | undefined): void {
    const content =
      text === undefined ? undefined : ({ text, encoding: 'utf8', state: 'ready' } as const)
    this.workspace.apply({ kind: 'file', uri: `${corpusRoot}/${path}`, content })
  }

  /** As a person types: the editor has it, the disk often not yet. */
  #type(): void {
    const page = this.#page()
    if (page === undefined) return
    const start = this.#random(page.text.length + 1)
    const end = Math.min(page.text.length, start + this.#random(4))
    const word = pick(this.#random, words)
    const edit = { span: { start, end }, text: word }
    const text = page.text.slice(0, start) + word + page.text.slice(end)
    const { uri } = page
    this.workspace.apply({ kind: 'text', uri, version: ++this.#count, text, edits: [edit] })
    if (this.#random(2) === 0) this.#file(page.path, text)
  }

  #rewrite(): void {
    const page = this.#page()
    if (page !== undefined) this.#file(page.path, this.#text())
  }

  #close(): void {
    const page = this.#page()
    if (page !== undefined) this.workspace.apply({ kind: 'close', uri: page.uri })
  }

  #comeOrGo(): void {
    const path = pick(this.#random, paths)
    this.#file(path, this.corpus.byPath(path) === undefined ? this.#text() : undefined)
  }

  #suggest(): void {
    const page = this.#page()
    if (page !== undefined) this.workspace.apply({ kind: 'suggest', uri: page.uri })
  }

  /** Another newspaper for all pages, another schema, or the same again. */
  #define(): void {
    const random = this.#random
    const { types: all } = defaultSchema
    const schema = { ...defaultSchema, types: random(2) === 0 ? all : all.slice(random(6)) }
    const newspaper = pick(random, ['日报', '晚报', undefined])
    const config = { ...defaultConfig, schema, ...(newspaper === undefined ? {} : { newspaper }) }
    const definition = { root: corpusRoot, config, configUri: undefined, problems: [] }
    this.workspace.apply({ kind: 'corpora', corpora: [definition] })
  }

  #mark(): void {
    const page = this.#page()
    if (page !== undefined) {
      const put = [this.#record(page), ...(this.#random(3) === 0 ? this.#relation(page) : [])]
      this.workspace.apply({ kind: 'annotate', edits: [{ uri: page.uri, put, drop: [] }] })
    }
  }

  #drop(): void {
    const page = this.#page()
    const records = page?.annotations.records ?? []
    const one = records[this.#random(records.length)]
    if (page === undefined || one === undefined) return
    const edit = { uri: page.uri, put: [], drop: [one.record.id] }
    this.workspace.apply({ kind: 'annotate', edits: [edit] })
  }

  /** What another program wrote; names are told at once or with a later change. */
  #sidecar(): void {
    const page = this.#page()
    if (page === undefined) return
    const { uri, view } = page
    const records = Array.from({ length: this.#random(4) }, () => this.#record(page))
    const sidecar = { header: headerOf(view, 'page'), records, broken: [], problems: [] }
    const isLater = this.#random(2) === 0
    this.workspace.apply({
      kind: 'sidecar',
      uri,
      sidecar,
      ...(isLater ? { namesLater: true } : {}),
    })
    if (isLater) this.workspace.apply({ kind: 'names' })
  }

  /** People link names to entities, rename them, and take that back; what they say may go in circles. */
  #decide(): void {
    const random = this.#random
    const { records } = this.corpus.entities
    const gone = records[random(records.length)]
    const [type, one] = this.#name()
    const others = Array.from({ length: 8 }, () => this.#name())
    const [, other] = others.find(([each]) => each === type) ?? [type, one]
    const when = `2026-11-${10 + random(9)}T09:00:00Z`
    const record: EntitiesRecord =
      random(3) > 0
        ? { kind: 'name', id: one, type, entity: random(6) === 0 ? one : other, when }
        : { kind: 'entity', id: one, type, ...(random(2) === 0 ? { uri: one } : { name: other }) }
    const drop = gone === undefined || random(3) > 0 ? [] : [recordKey(gone)]
    const edit = { root: corpusRoot, put: [record], drop }
    this.workspace.apply({ kind: 'decide', edits: [edit] })
  }

  /** Type and id of a name that is or may be somewhere. */
  #name(): readonly [type: string, id: string] {
    const random = this.#random
    const [word, type] = pick(random, nonEmpty(Object.entries(vocabulary)))
    const page = random(3) === 0 ? `${pick(random, paths)}#` : ''
    return [type, random(12) === 0 ? `${type}@Q1` : `${page}${type}:${word}`]
  }

  #record(page: Document): AnnotationRecord {
    const random = this.#random
    const id = `R${String(++this.#count).padStart(6, '0')}`
    const when = `2026-11-${10 + random(9)}T09:00:00Z`
    if (random(12) === 0) return { kind: 'page', id, what: 'done', value: {}, when }
    const { view, text } = page
    const word = pick(random, words)
    const at = Math.max(0, text.indexOf(word, random(text.length + 1)))
    const anchor = describeSpans(view, [
      { start: at, end: Math.min(text.length, at + word.length) },
    ])
    if (random(12) === 0) {
      return { kind: 'correction', id, ...anchor, was: '误', certainty: 'certain', when }
    }
    const status = random(3) > 0 ? 'accepted' : 'rejected'
    const record: SpanRecord = {
      kind: 'span',
      id,
      ...anchor,
      type: pick(random, types),
      status,
      when,
      ...(random(5) === 0 ? { entity: this.#name()[1] } : {}),
      ...(random(20) === 0 ? { coreference: true } : {}),
    }
    return status === 'rejected' && random(2) === 0 ? { ...record, everywhere: true } : record
  }

  #relation({ annotations }: Document): readonly AnnotationRecord[] {
    const spans = annotations.records.filter(({ record }) => record.kind === 'span')
    const [from, to] = [spans[this.#random(spans.length)], spans[this.#random(spans.length)]]
    if (from === undefined || to === undefined) return []
    const type = pick(this.#random, ['actor', 'place', 'date', 'target'])
    const id = `R${String(++this.#count).padStart(6, '0')}`
    const ends = { from: from.record.id, to: to.record.id }
    return [{ kind: 'relation', id, type, ...ends, status: 'accepted' }]
  }
}

/** The names of the vocabulary and those that people accepted, the longest first, where they leave room. */
export const analyser: Analyser = {
  lexicon,
  page: withAuthors,
  mentions(text, page, marks) {
    const typeOf = new Map([...Object.entries(vocabulary), ...(marks?.positive ?? [])])
    const taken: Span[] = (marks?.fixed ?? []).map(({ span }) => span)
    const found: { start: number; end: number; type: string }[] = []
    for (const [name, type] of [...typeOf].sort(
      ([a], [b]) => b.length - a.length || (a < b ? -1 : 1),
    )) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const span = { start: at, end: at + name.length, type }
        if (marks?.negative.has(`${type} ${name}`) || taken.some((each) => overlaps(each, span)))
          continue
        taken.push(span)
        found.push(span)
      }
    }
    return found.sort((a, b) => a.start - b.start).map((each) => toMention(text, page, each))
  },
}

/** 胡舫 is an author where the text says so. */
function withAuthors(text: string): Page {
  const page = simplePage(text)
  const at = text.indexOf('胡舫。')
  if (at < 0) return page
  const byline = [{ name: '胡舫', span: { start: at, end: at + 2 } }]
  return { ...page, articles: page.articles.map((article) => ({ ...article, byline })) }
}

function nonEmpty<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values
  if (first === undefined) throw new Error('Nothing to choose from')
  return [first, ...others]
}
