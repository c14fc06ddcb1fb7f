/** What is wrong with a page of the written corpus. */
import { defaultSchema } from '../../src/annotation/schema/schema.ts'
import type { CorpusPage, InitiativeFacts } from './read.ts'

const kinds = new Set(
  'competition training station platform meeting scheme mechanism programme campaign activity'.split(
    ' ',
  ),
)
const types = new Set(defaultSchema.types.map(({ name }) => name))

/** White space left out: names go over line breaks. */
export function plain(text: string): string {
  return text.replace(/\s/gu, '')
}

/** Sentences for whoever mends the page; they quote it. */
export function problemsOf(page: CorpusPage): readonly string[] {
  return [...markProblems(page), ...factProblems(page)]
}

function markProblems({ text, spans, unclosed }: CorpusPage): string[] {
  const problems = unclosed.map((at) => `a mark is not closed: ${text.slice(at, at + 20)}`)
  if (/[⟦⟧\r]/u.test(text)) problems.push('a stray bracket or carriage return')
  let end = 0
  for (const span of spans) {
    const words = text.slice(span.start, span.end)
    if (!types.has(span.type)) problems.push(`unknown type ${span.type}: ${words}`)
    if (span.start < end) problems.push(`overlaps the mention before it: ${words}`)
    if (words !== words.trim() || /^[,。、;:]|[,。、;:]$/u.test(words)) {
      problems.push(`begins or ends with space or punctuation: ${words}`)
    }
    end = span.end
  }
  return problems
}

function factProblems({ text, spans, facts }: CorpusPage): string[] {
  const flat = plain(text)
  const named = (type: string): string[] =>
    spans
      .filter((each) => each.type === type)
      .map(({ start, end }) => plain(text.slice(start, end)))
  const initiatives = named('Initiative')
  const told = new Set(
    facts.initiatives.flatMap(({ name, aliases }) => [name, ...aliases]).map(plain),
  )
  return [
    ...facts.initiatives.flatMap((each) => initiativeProblems(each, initiatives, flat)),
    ...initiatives.filter((name) => !told.has(name)).map((name) => `no record: ${name}`),
    ...different('dates', facts.dates, named('Date')),
    ...different('figures', facts.figures, named('Figure')),
    ...facts.entities.flatMap(({ type, names }) =>
      names
        .filter((name) => !named(type).includes(plain(name)))
        .map((name) => `entities: not a marked ${type}: ${name}`),
    ),
  ]
}

function initiativeProblems(
  { name, aliases, kind, owner, place, since, targets, figures, mentions }: InitiativeFacts,
  marked: readonly string[],
  flat: string,
): string[] {
  const forms = [name, ...aliases].map(plain)
  const count = marked.filter((each) => forms.includes(each)).length
  const words = [...owner, ...place, ...since, ...targets, ...figures.map(({ value }) => value)]
  return [
    ...forms.filter((each) => !marked.includes(each)).map((each) => `not a marked form: ${each}`),
    ...[kind]
      .flat()
      .filter((each) => !kinds.has(each))
      .map((each) => `${name}: kind ${each}`),
    ...(count === mentions ? [] : [`${name}: ${mentions} mentions, ${count} are marked`]),
    ...words
      .filter((each) => !flat.includes(plain(each)))
      .map((each) => `${name}: not there: ${each}`),
  ]
}

function different(
  key: string,
  told: readonly { readonly text: string }[],
  marked: readonly string[],
): string[] {
  const texts = new Set(told.map(({ text }) => plain(text)))
  const there = new Set(marked)
  return [
    ...[...there].filter((each) => !texts.has(each)).map((each) => `${key}: no value of ${each}`),
    ...[...texts].filter((each) => !there.has(each)).map((each) => `${key}: not marked: ${each}`),
  ]
}
