import assert from 'node:assert/strict'
import { defaultConfig } from '../../server/src/corpus/config/config.ts'
import { pageDataOf, readFileNames } from '../../server/src/corpus/snapshot/page-data.ts'

const named = {
  ...defaultConfig,
  newspaper: '工人日报',
  fileNames: '(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)(-(?<page>\\d+))?',
}

describe('page data', () => {
  it('comes from corpus.json, then the file name, then the masthead', () => {
    const config = { ...named, pageData: { '1/20211122-03.txt': { number: 4 } } }
    const masthead = { newspaper: '浙江工人日报', date: '2020-01-01', number: 1 }
    assert.deepEqual(pageDataOf(config, '1/20211122-03.txt', masthead), {
      newspaper: '浙江工人日报',
      date: '2021-11-22',
      number: 4,
    })
  })

  it('takes the parts of a file name that are there', () => {
    assert.deepEqual(pageDataOf(named, '20211122.txt', {}), {
      newspaper: '工人日报',
      date: '2021-11-22',
    })
    const yearOnly = { ...named, fileNames: '(?<year>\\d{4})(?<month>x)?' }
    assert.equal(pageDataOf(yearOnly, '1987.txt', {}).date, '1987')
    assert.deepEqual(pageDataOf({ ...named, fileNames: '(' }, '1987.txt', {}), {
      newspaper: '工人日报',
    })
  })

  it('is not held up by a pattern that runs away', () => {
    const hostile = { ...defaultConfig, fileNames: '^(a+)+$' }
    const pages = Array.from({ length: 20 }, (_, i) => ({
      config: hostile,
      pathInCorpus: `x/${'a'.repeat(60 + i)}!`,
    }))
    assert.deepEqual(readFileNames([...pages, { config: named, pathInCorpus: '1.txt' }]), [
      hostile.fileNames,
    ])
    for (const { pathInCorpus } of pages) {
      assert.deepEqual(pageDataOf(hostile, pathInCorpus, { number: 1 }), { number: 1 })
    }
  })

  it('is read from the names of many pages at once', () => {
    const pages = Array.from({ length: 2500 }, (_, i) => ({
      config: named,
      pathInCorpus: `a/20211122-${i}.txt`,
    }))
    assert.deepEqual(readFileNames(pages), [])
    for (const [i, { pathInCorpus }] of pages.entries()) {
      assert.equal(pageDataOf(named, pathInCorpus, {}).number, i)
    }
  })

  it('does not take a key of every object for a page', () => {
    assert.deepEqual(pageDataOf(defaultConfig, 'constructor', {}), {})
  })
})
