/** What is asked of a page and of a corpus, and what patterns are looked for. */
import assert from 'node:assert/strict'
import { soundsLike } from '../../client/src/pick/pinyin.ts'
import { pageMatcher } from '../../server/src/corpus/config/globs.ts'
import { links } from '../../server/src/feature/page/links.ts'
import { tokens } from '../../server/src/feature/page/tokens.ts'
import { matchMentions } from '../../server/src/feature/scoring/match.ts'
import { ruleNames, scopes } from '../client/grammar.ts'
import { corpusFixture } from '../corpus-fixture.ts'
import { pairOf } from '../feature/agreement/pair.ts'
import { type Case, runOf } from './case.ts'

const grammarParts = [
  '“',
  '《',
  '工会',
  '本报讯记者',
  '通讯员 ',
  '（记者',
  '1月2日',
  'a@b.',
  '摄 ',
  '总工会、',
]

const runawayGlobs = [
  '+(+(+(+(a)))).md',
  '*a*a*a*a*a*b',
  '*a*a*b',
  '**/**/a/**/**/b',
  '{*a,*a}{*a,*a}{*a,*a}b',
]

export const questions: readonly Case[] = [
  {
    name: 'tokens of a page',
    sizes: [1_000, 10_000],
    bar: 500,
    prepare(count) {
      const { document } = corpusFixture({ '1.txt': '在⟦嘉兴|Place⟧举行。'.repeat(count) }).place
      return () => assert.equal(tokens(document).length, count)
    },
  },
  {
    name: 'links of long nonsense',
    sizes: [10_000, 100_000],
    bar: 500,
    expressions: true,
    prepare(length) {
      const text = `联系⟦${runOf('a.', length)}@|Contact⟧。`
      const { document } = corpusFixture({ '1.txt': text }).place
      return () => assert.deepEqual(links(document), [])
    },
  },
  {
    name: 'matching the mentions of two annotators',
    sizes: [1_000, 10_000],
    bar: 1_000,
    prepare(count) {
      const pair = pairOf('⟦甲|Place⟧乙'.repeat(count), '甲⟦乙|Place⟧'.repeat(count))
      return () => assert.equal(matchMentions(pair).length, 2 * count)
    },
  },
  {
    name: 'a text by its pinyin',
    sizes: [500, 5_000],
    bar: 500,
    prepare(length) {
      return () => assert.ok(!soundsLike('阿'.repeat(length), `${'a'.repeat(length)}b`))
    },
  },
  {
    name: 'globs that run away',
    sizes: [25, 250],
    bar: 1_000,
    expressions: true,
    prepare(length) {
      const name = `${'a'.repeat(length)}.txt`
      return () => {
        for (const glob of runawayGlobs) {
          assert.equal(pageMatcher([glob])(`${'a/'.repeat(100)}${name}`), false)
          assert.equal(pageMatcher([glob])(name), false)
        }
      }
    },
  },
  ...grammarParts.map(
    (part): Case => ({
      name: `the grammar on a line of ${part}`,
      sizes: [3_000, 30_000],
      bar: 500,
      expressions: true,
      prepare(length) {
        const line = runOf(part, length)
        return () => {
          for (const rule of ruleNames) scopes(rule, line)
        }
      },
    }),
  ),
]
