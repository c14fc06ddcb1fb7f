import assert from 'node:assert/strict'
import { defaultConfig } from '../../server/src/corpus/config/config.ts'
import { pageDataOf } from '../../server/src/corpus/snapshot/page-data.ts'

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
    // It is given a quarter of a second once; if it were every time, this would meet the limit of a test.
    for (let i = 0; i < 100; i++) {
      assert.deepEqual(pageDataOf(hostile, `${'a'.repeat(40 + i)}!`, {}), {})
    }
  })

  it('does not take a key of every object for a page', () => {
    assert.deepEqual(pageDataOf(defaultConfig, 'constructor', {}), {})
  })
})
