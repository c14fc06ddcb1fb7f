import assert from 'node:assert/strict'
import { pageMatcher } from '../../server/src/corpus/config/globs.ts'

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

  it('match nothing when they are no globs', () => {
    assert.deepEqual(taken('', '!', '[', '(', 'x'.repeat(100_000)), [])
  })

  it('that run away match nothing, and others still what they should', () => {
    const name = `${'a'.repeat(250)}.txt`
    for (const glob of [
      '+(+(+(+(a)))).md',
      '*a*a*a*a*a*b',
      '*a*a*b',
      '**/**/a/**/**/b',
      '{*a,*a}{*a,*a}{*a,*a}b',
    ]) {
      assert.equal(pageMatcher([glob])(`${'a/'.repeat(100)}${name}`), false)
      assert.equal(pageMatcher([glob])(name), false)
    }
    assert.equal(pageMatcher(['**/*a*.*'])(name), true)
  })
})
