/** Which lists of the lexicon the model sees, in groups of a bit each. */
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type WordTrie, wordTrie } from '../../words/word-trie.ts'

/** The order is part of the model; at most 29, since three groups of places come behind them. */
const groups: readonly (readonly string[])[] = [
  ['surnames', 'surnames-rare', 'surnames-uncommon'],
  ['organization-heads', 'name-heads'],
  ['union-heads'],
  ['team-heads'],
  ['organizations', 'government-bodies'],
  ['place-heads', 'zones'],
  ['place-suffixes', 'levels', 'town-levels', 'village-levels', 'autonomous-levels'],
  ['role-posts'],
  ['post-modifiers', 'reporter-ranks'],
  ['group-heads', 'trade-heads'],
  ['groups', 'addressed-groups'],
  ['occupations'],
  ['honor-heads'],
  ['honors'],
  ['initiative-heads', 'programme-heads'],
  ['service-heads'],
  ['contest-heads'],
  ['initiatives'],
  ['generic-undertakings', 'no-undertakings'],
  ['metaphors'],
  ['set-up-verbs', 'founding-verbs', 'organiser-verbs'],
  ['speech-verbs', 'speech-words'],
  ['measures', 'digit-measures', 'times-of-day', 'heavenly-stems'],
  ['award-verbs'],
  ['ordinary-words', 'not-names'],
  ['words-before-names', 'name-leads', 'authors', 'editors'],
  ['generic-modifiers', 'vague-modifiers', 'group-modifiers', 'maker-modifiers'],
  ['industries', 'company-words', 'organization-parts'],
  ['column-names', 'section-words', 'box-titles', 'works', 'newspaper-ends'],
]

/** The bit of the group that holds the list. */
export function bitOf(list: string): number {
  return 1 << groups.findIndex((names) => names.includes(list))
}

const places = expressions('places', { divisionEnd: '', peoples: '' })

/** The words of all groups; divisions with their level, without it, and streets have the last three bits. */
export const knownWords = oncePer((lexicon: Lexicon): WordTrie => {
  const { divisionEnd, peoples } = places(lexicon)
  const divisions = [...wordList(lexicon, 'divisions')]
  const short = divisions
    .map((name) => name.replace(divisionEnd, '').replace(peoples, ''))
    .filter((name) => name.length > 1 && name.length < 5)
  return wordTrie([
    ...groups.map((names) => names.flatMap((name) => [...wordList(lexicon, name)])),
    divisions,
    [...short, ...wordList(lexicon, 'regions')],
    wordList(lexicon, 'streets'),
  ])
})
