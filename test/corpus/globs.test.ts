import assert from 'node:assert/strict'
import { globsProblem, pageMatcher, watchedGlobs } from '../../server/src/corpus/config/globs.ts'

/** Which of a few paths the globs take. */
function taken(...globs: readonly string[]): readonly string[] {
  const paths = ['1.txt', '版面/2.txt', '版面/a/3.txt', '版面/a/4.md', '.x/5.txt', 'corpus.json']
  return paths.filter(pageMatcher(globs))
}

describe('page globs', () => {
  it('match within a folder and over folders', () => {
    assert.deepEqual(taken('*.txt'), ['1.txt'])
    assert.deepEqual(taken('**/*.txt'), ['1.txt', '版面/2.txt', '版面/a/3.txt'])
    assert.deepEqual(taken('版面/**'), ['版面/2.txt', '版面/a/3.txt', '版面/a/4.md'])
    assert.deepEqual(taken('./[12].txt', '/版面/?.{txt,md}'), ['1.txt', '版面/2.txt'])
  })

  it('take away with an exclamation mark, wherever it stands', () => {
    assert.deepEqual(taken('!版面/a/**', '**/*.txt'), ['1.txt', '版面/2.txt'])
    assert.deepEqual(taken('!**/*.md'), [])
  })

  it('never match corpus.json, dotfolders and node_modules', () => {
    assert.deepEqual(taken('**', '.x/*', '*.json'), [
      '1.txt',
      '版面/2.txt',
      '版面/a/3.txt',
      '版面/a/4.md',
    ])
  })

  it('know classes, signs of one character and what a backslash says', () => {
    const names = ['a1.txt', 'b2.txt', '-.txt', ']3.txt', '*.txt', '𠮷.txt', 'a/b.txt']
    const of = (glob: string) => names.filter(pageMatcher([glob]))
    assert.deepEqual(of('[ab]?.txt'), ['a1.txt', 'b2.txt'])
    assert.deepEqual(of('[!a-b]*.txt'), ['-.txt', ']3.txt', '*.txt', '𠮷.txt'])
    assert.deepEqual(of('[^a-b]?.txt'), [']3.txt'])
    assert.deepEqual(of('[]]3.txt'), [']3.txt'])
    assert.deepEqual(of('?.txt'), ['-.txt', '*.txt', '𠮷.txt'])
    assert.deepEqual(of('\\*.txt'), ['*.txt'])
    assert.deepEqual(of('a**b.txt'), [])
    assert.deepEqual(of('a/**/b.txt'), ['a/b.txt'])
    assert.deepEqual(of('a/b.txt/**'), [])
  })

  it('stand for all that their braces say', () => {
    const names = ['a.txt', 'ab.txt', 'ac.txt', '08.txt', '10.txt', '{x}.txt', 'd/e.txt']
    const of = (glob: string) => names.filter(pageMatcher([glob]))
    assert.deepEqual(of('{a,a{b,c}}.txt'), ['a.txt', 'ab.txt', 'ac.txt'])
    assert.deepEqual(of('a{,b}.txt'), ['a.txt', 'ab.txt'])
    assert.deepEqual(of('{d/*,{08..10}}{.txt,}'), ['08.txt', '10.txt', 'd/e.txt'])
    assert.deepEqual(of('a{a..c}.txt'), ['ab.txt', 'ac.txt'])
    assert.deepEqual(of('{x}.txt'), ['{x}.txt'])
    assert.deepEqual(of('{a,{a}.txt'), [])
  })

  it('match nothing when they are no globs', () => {
    assert.deepEqual(taken('', '!', '[', '(', '{', '}', '\\', 'x'.repeat(100_000)), [])
  })

  it('end, whatever stands in them', () => {
    const name = `${'a'.repeat(250)}.txt`
    const deep = `${'a/'.repeat(2000)}${name}`
    for (const glob of [
      '+(+(+(+(a)))).md',
      '((a+)+)+b',
      `${'*a'.repeat(200)}*b`,
      `${'**/a/'.repeat(200)}b`,
      `${'**/*a'.repeat(200)}b`,
      '{a,aa}'.repeat(9),
      `${'{'.repeat(3000)}a,b${'}'.repeat(3000)}`,
    ]) {
      assert.equal(pageMatcher([glob])(name), false, glob)
      assert.equal(pageMatcher([glob])(deep), false, glob)
    }
    assert.equal(pageMatcher([`${'*a'.repeat(200)}*.txt`])(name), true)
    assert.equal(pageMatcher([`${'**/a/'.repeat(200)}*`])(deep), true)
  })

  it('are refused where they would be too many or too long, or know what none of ours does', () => {
    const problem = (...globs: readonly string[]) => globsProblem(globs)?.message.split(' {')[0]
    for (const glob of [
      '{a,aa}'.repeat(30),
      '{1..100000000}.txt',
      'a'.repeat(60_000),
      `${'{a,b}'.repeat(9)}${'x'.repeat(100)}`,
    ]) {
      assert.equal(problem(glob), 'at most')
      assert.deepEqual(taken('**', glob), [])
    }
    assert.equal(problem(...Array.from({ length: 1001 }, (_, i) => `${i}.txt`)), 'at most')
    assert.equal(problem(...Array.from({ length: 1000 }, (_, i) => `${i}.txt`)), undefined)
    assert.equal(problem('+(a|b).txt'), 'globs know *, **, ?, […] and')
    assert.equal(problem('版面/*.txt', '!{草稿,旧}/**', '页 (1)\\|.txt'), undefined)
  })

  it('are watched by their folders and endings', () => {
    const watched = watchedGlobs([
      ['版面/a/*.txt', '!x/*.txt'],
      ['./*a*a*b.{txt,md}', '版面/**', '{a,b}/[1].txt'],
    ])
    assert.deepEqual(watched, [
      '**/版面/a/**/*.txt',
      '**/*.txt',
      '**/*.md',
      '**/版面/**/*',
      '**/a/**/*.txt',
      '**/b/**/*.txt',
    ])
    assert.deepEqual(watchedGlobs([['{1..30}/x']]), ['**/*'])
  })
})
