import assert from 'node:assert/strict'
import { isImagePattern } from '../../server/src/corpus/config/image-pattern.ts'
import type { PageOfCorpus } from '../../server/src/corpus/snapshot/model.ts'
import { scanOf } from '../../server/src/feature/page/scan.ts'
import { corpusFixture, fixtureRoot } from '../corpus-fixture.ts'

/** The path of a page's scan below the corpus root. */
function scan(images: string | undefined, path = '2021/a.01.txt', data: object = {}) {
  const { corpus, document } = corpusFixture({ '1.txt': '甲' }).place
  const config = images === undefined ? corpus.config : { ...corpus.config, images }
  const place: PageOfCorpus = {
    corpus: { ...corpus, config, pageData: () => data },
    document: { ...document, path },
  }
  const uri = scanOf(place)
  assert.ok(uri === undefined || uri.startsWith(`${fixtureRoot}/`), uri)
  return uri?.slice(fixtureRoot.length + 1)
}

describe('the scan of a page', () => {
  it('is named after the page', () => {
    assert.equal(scan('scans/{name}.jpg'), 'scans/a.01.jpg')
    assert.equal(scan('./{path}.png'), '2021/a.01.png')
    assert.equal(scan('/扫描/{name}.png', '3版.txt'), '%E6%89%AB%E6%8F%8F/3%E7%89%88.png')
    assert.equal(scan('{path}.jpg', 'x/.txt'), 'x/.txt.jpg')
  })

  it('is named after date and number, where they are known', () => {
    assert.equal(
      scan('{date}/{page}.jpg', 'a.txt', { date: '2021-11-22', number: 3 }),
      '2021-11-22/3.jpg',
    )
    assert.equal(scan('{date}/{page}.jpg', 'a.txt', { number: 3 }), undefined)
  })

  it('is nothing without a pattern', () => {
    assert.equal(scan(undefined), undefined)
  })

  it('never leads out of the corpus', () => {
    for (const pattern of [
      '../{name}.jpg',
      'a/../../{name}',
      '..',
      'a\\..\\..\\{name}',
      'C:/{name}',
      'http://x/{name}',
      '{other}',
      '',
      'a//b',
      'scans/',
    ]) {
      assert.equal(isImagePattern(pattern), false, pattern)
      assert.equal(scan(pattern), undefined, pattern)
    }
    assert.equal(scan('{name}/{name}.jpg', '...txt'), undefined)
    assert.equal(scan('s/{date}/x.jpg', 'a.txt', { date: '../..' }), undefined)
    assert.equal(scan('{name}.jpg', 'a\\..\\b.txt'), undefined)
  })
})
