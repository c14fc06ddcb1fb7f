/** What the learned tagger adds to the rules: names where no rule speaks. */
import { overlaps, type Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'
import { resolve } from '../reading/resolve.ts'
import { innerScore, type PersonContext, personContext } from '../rules/person-evidence.ts'

/**
 * Probability from which a name that no rule knows is believed. Rules know places and organisations
 * by their lists; people they only know by their neighbours.
 */
const enough: ReadonlyMap<string, number> = new Map([
  ['Person', 0.55],
  ['Organization', 0.75],
  ['Place', 0.8],
])

const places = expressions('places', { noName: '' })
const persons = expressions('persons', { verbAtEnd: '' })

/** `ruled` with what the tagger found beside it; a name that both find is surer. */
export function withLearned(
  ruled: readonly Candidate[],
  learned: readonly Candidate[],
  unit: Unit,
  lexicon: Lexicon,
): readonly Candidate[] {
  if (learned.length === 0) return ruled
  const left = resolve(ruled)
  const context = personContext(unit, lexicon)
  const { noName } = places(lexicon)
  const { verbAtEnd } = persons(lexicon)
  let next = 0
  const added = learned
    .map((name) => withoutVerb(context, name, verbAtEnd))
    .filter((name) => {
      if (name.confidence < (enough.get(name.type) ?? 1)) return false
      if (name.type === 'Person' && !maybePerson(context, name)) return false
      if (noName.test(unit.text.slice(name.start, name.end))) return false
      // 运维, 老远: two characters alone need more
      if (name.end - name.start === 2 && name.confidence < 0.85) return false
      // `left` and `learned` are both in order and without overlaps.
      while (next < left.length && (left[next]?.end ?? 0) <= name.start) next++
      const others: Candidate[] = []
      for (let at = next; at < left.length; at++) {
        const other = left[at]
        if (other === undefined || !overlaps(other, name)) break
        others.push(other)
      }
      return others.every((other) => goesBeyond(name, other))
    })
  return [...ruled, ...added]
}

/** 采油厂|工会, 湛江港务集团|第二分公司: a longer name that the tagger is sure of beats a shorter one of a rule. */
function goesBeyond(name: Candidate, other: Candidate): boolean {
  const site = /^(?:Place|Organization)$/
  if (!site.test(name.type) || !site.test(other.type)) return false
  const longer = name.end - name.start > other.end - other.start
  return name.confidence >= 0.85 && longer && name.start <= other.start && other.end <= name.end
}

/** 牟德才|排在: with the dictionary's help a name of one surname has three characters at most. */
function withoutVerb({ text }: PersonContext, name: Candidate, verbAtEnd: RegExp): Candidate {
  if (name.type !== 'Person' || name.end - name.start !== 4) return name
  return verbAtEnd.test(text.slice(name.start, name.end)) ? { ...name, end: name.end - 1 } : name
}

/** Names of other peoples are longer than four characters or have a dot: 卡哈尔曼, 阿依·古丽. */
function maybePerson(context: PersonContext, { start, end }: Span): boolean {
  if (end - start > 4 || context.text.slice(start, end).includes('·')) return end - start < 12
  return [1, 2].some(
    (surname) => end - start > surname && innerScore(context, start, surname, end) > 0,
  )
}
