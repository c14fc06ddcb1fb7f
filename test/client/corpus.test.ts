/** corpus.json: written anew; page data that were answered; file names read. */
import assert from 'node:assert/strict'
import { isDate, newCorpusText } from '../../client/src/corpus/corpus-json.ts'
import {
  fileNamePatterns,
  isFileNamePattern,
  readFileName,
} from '../../client/src/corpus/file-names.ts'
import { changedData } from '../../client/src/corpus/page-values.ts'

describe('a new corpus.json', () => {
  const nothing = { pages: ['**/*.txt'], encoding: '', newspaper: '', fileNames: '', annotator: '' }

  it('holds what was answered and nothing that was left empty', () => {
    const text = newCorpusText('报', { ...nothing, encoding: 'gb18030', newspaper: '工人日报' })
    assert.deepEqual(JSON.parse(text), {
      name: '报',
      pages: ['**/*.txt'],
      encoding: 'gb18030',
      newspaper: '工人日报',
    })
    assert.ok(text.endsWith('}\n'))
  })
})

describe('page data', () => {
  it('are set where they differ from what is known, and left to it where they are emptied', () => {
    const known = { newspaper: '工人日报', date: '2021-11-22', number: 3 }
    const answers = { newspaper: '工人日报', date: '2021-11-22', number: '3' }
    assert.deepEqual(changedData(known, answers), {})
    assert.deepEqual(changedData({}, answers), known)
    assert.deepEqual(changedData(known, { ...answers, date: '2021', number: '' }), {
      date: '2021',
      number: null,
    })
    assert.deepEqual(changedData({}, { newspaper: '', date: '', number: 'x' }), {})
  })

  it('have dates that exist', () => {
    for (const date of ['', '2021', '2021-11', '2021-11-22', '2024-02-29'])
      assert.ok(isDate(date), date)
    for (const date of ['21', '2021-13', '2021-02-30', '2021-1-1', '昨天'])
      assert.ok(!isDate(date), date)
  })
})

describe('patterns of file names', () => {
  const best = (...names: string[]) => fileNamePatterns(names)[0]?.reading

  it('are found in the forms that papers use', () => {
    const date = '2021-11-22'
    assert.deepEqual(best('2021-11-22-03.txt'), { date, number: 3 })
    assert.deepEqual(best('20211122_A04.txt'), { date, number: 4 })
    assert.deepEqual(best('工人日报2021年11月22日第5版.txt'), { date, number: 5 })
    assert.deepEqual(best('gr.2021.11.22.txt'), { date })
    assert.deepEqual(best('工人日报 第12版.txt'), { number: 12 })
    assert.deepEqual(best('1956 合订本.txt'), { date: '1956' })
  })

  it('are not read into names without any', () => {
    assert.deepEqual(fileNamePatterns(['abc.txt', '43f4299937225fbf.txt']), [])
    assert.deepEqual(fileNamePatterns([]), [])
    assert.equal(readFileName('(?<year>\\d{4})(?<month>\\d\\d)', '202199.txt'), undefined)
  })

  it('take no serial number for the number of a page', () => {
    const serial = ['000_43f4.txt', '001_b66a.txt', '002_dc38.txt']
    assert.deepEqual(fileNamePatterns(serial), [])
    const perhaps = ['01_43f4.txt', '02_b66a.txt', '03_dc38.txt']
    assert.deepEqual(
      fileNamePatterns(perhaps).map(({ reading, isSure }) => [reading, isSure]),
      [[{ number: 1 }, false]],
    )
    const issues = ['01_a.txt', '01_b.txt', '02_c.txt']
    assert.equal(fileNamePatterns(issues)[0]?.isSure, true)
    assert.equal(fileNamePatterns(['2021-11-22-03.txt'])[0]?.isSure, true)
  })

  it('that read less than half of the names are not offered', () => {
    assert.deepEqual(fileNamePatterns(['2021-11-22.txt', 'a.txt', 'b.txt']), [])
  })

  it('are regular expressions with one of the groups', () => {
    assert.ok(isFileNamePattern('(?<page>\\d+)'))
    assert.ok(!isFileNamePattern('\\d+'))
    assert.ok(!isFileNamePattern('(?<page>'))
  })
})
