/** What may stand at the end of a query: keys, and their values as the corpora have them. */
import type { Corpus, Snapshot } from '../../corpus/snapshot/model.ts'
import type { SearchCompletion } from '../../protocol.ts'
import { entityTypes } from '../lists/entities.ts'
import { factNames, isInitiative } from '../lists/initiatives.ts'
import { types } from '../lists/types.ts'
import { labelOf, t } from '../wording/messages.ts'
import { insides, mentionStatuses, pageStatuses } from './query.ts'
import { type QueryKey, queryKeys, quoted } from './query-parts.ts'

/** Of each kind at most. */
const most = 30

/** Best first; none inside a phrase or an expression. */
export function completions(snapshot: Snapshot, query: string): readonly SearchCompletion[] {
  const last = lastPart.exec(query)?.groups ?? {}
  const { before = '', key: typedKey, quoted: inQuotes, value = inQuotes ?? '', word } = last
  const key = queryKeys.find((each) => each === typedKey?.toLowerCase())
  if (key !== undefined) {
    const values = valuesOf(snapshot, key, value)
    // Things on several pages may have one name.
    const byName = new Map(values.map((each) => [each.value, each]))
    return [...byName.values()].map(({ value: found, description }) => ({
      query: `${before}${key}:${quoted(found)} `,
      label: found,
      description,
    }))
  }
  if (word === undefined) return []
  return queryKeys
    .filter((each) => each.startsWith(word.toLowerCase()))
    .map((each) => ({
      query: `${before}${each}:`,
      label: `${each}:`,
      description: keyWords()[each],
    }))
}

/** What is still written: `type:Ini`, `owner:"嘉兴市 总`, `ty`, nothing. */
const lastPart =
  /^(?<before>(?:.*\s)?)(?:(?<key>[a-zA-Z]+)[:\uff1a](?:"(?<quoted>[^"]*)|(?<value>[^\s"]*))|(?<word>[a-zA-Z]*))$/u

interface Value {
  readonly value: string
  readonly description: string
}

function valuesOf(snapshot: Snapshot, key: QueryKey, typed: string): readonly Value[] {
  const begins = ({ value, description }: Value): boolean =>
    [value, description].some((each) => each.toLowerCase().startsWith(typed.toLowerCase()))
  const plain = (values: readonly string[]): readonly Value[] =>
    values.map((value) => ({ value, description: '' })).filter(begins)
  const { corpora } = snapshot
  if (key === 'type') {
    return types(snapshot)
      .map(({ name, label }) => ({ value: name, description: label === name ? '' : label }))
      .filter(begins)
  }
  if (key === 'status') return plain([...mentionStatuses, ...pageStatuses])
  if (key === 'in') return plain(insides)
  if (key === 'attribute') return attributes(corpora).filter(begins).slice(0, most)
  if (key === 'entity') return corpora.flatMap((corpus) => entities(corpus, typed)).slice(0, most)
  if (key === 'owner') return owners(corpora, typed).slice(0, most)
  if (key === 'date') return plain(years(corpora)).slice(0, most)
  return []
}

function entities(corpus: Corpus, letters: string): readonly Value[] {
  const found = corpus.index.entities({ types: entityTypes(corpus), letters, most })
  return found.map(({ name, type }) => ({ value: name, description: labelIn(corpus, type) }))
}

function owners(corpora: readonly Corpus[], typed: string): readonly Value[] {
  const counts = new Map<string, number>()
  for (const corpus of corpora) {
    const kinds = entityTypes(corpus).filter((type) => isInitiative(corpus, { type }))
    for (const entity of corpus.index.entities({ types: kinds })) {
      const { owner } = factNames(corpus, entity)
      if (owner?.includes(typed)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => ({ value, description: String(count) }))
}

function attributes(corpora: readonly Corpus[]): readonly Value[] {
  const found = new Map<string, string>()
  for (const { name, label, labelZh, ...attribute } of corpora.flatMap(({ schema }) =>
    schema.types.flatMap((type) => type.attributes ?? []),
  )) {
    found.set(name, labelOf({ name, labelZh, ...(label === undefined ? {} : { label }) }))
    for (const choice of 'choices' in attribute ? (attribute.choices ?? []) : []) {
      found.set(`${name}=${choice.name}`, labelOf(choice))
    }
  }
  return [...found].map(([value, description]) => ({ value, description }))
}

function years(corpora: readonly Corpus[]): readonly string[] {
  const dates = corpora.flatMap((corpus) =>
    corpus.documents.flatMap((document) => corpus.pageData(document).date ?? []),
  )
  return [...new Set(dates.map((date) => date.slice(0, 4)))].sort()
}

function labelIn({ schema }: Corpus, type: string): string {
  const found = schema.types.find(({ name }) => name === type)
  return found === undefined ? type : labelOf(found)
}

/** Each is written out, so that a test finds every text that needs a translation. */
function keyWords(): Readonly<Record<QueryKey, string>> {
  return {
    type: t('mentions of this type'),
    entity: t('mentions of what has a name with these words'),
    owner: t('mentions of initiatives that it runs'),
    status: t('accepted, suggested, rejected; pages that are done, or open'),
    attribute: t('mentions with this attribute'),
    near: t('two words with at most so many characters between them'),
    in: t('in a headline, or in an article'),
    article: t('in an article with these words in its headline'),
    page: t('pages with such a name or path'),
    date: t('pages of these years, months or days'),
  }
}
