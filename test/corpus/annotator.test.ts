import assert from 'node:assert/strict'
import { userInfo } from 'node:os'
import { annotatorName, readAnnotator } from '../../server/src/disk/annotator.ts'

const sources = { setting: undefined, gitName: undefined, login: undefined }

describe('the annotator’s name', () => {
  it('is the setting, else that of the corpus, else git’s, else the login', () => {
    const all = { setting: '甲', gitName: '乙', login: '丙' }
    assert.equal(annotatorName({ ...all, corpus: '丁' }), '甲')
    assert.equal(annotatorName({ ...all, setting: undefined, corpus: '丁' }), '丁')
    assert.equal(annotatorName({ ...all, setting: '', corpus: ' ' }), '乙')
    assert.equal(annotatorName(all), '甲')
    assert.equal(annotatorName({ ...all, setting: ' ' }), '乙')
    assert.equal(annotatorName({ ...sources, login: '丙' }), '丙')
    assert.equal(annotatorName(sources), undefined)
  })

  it('has no e-mail address in it', () => {
    const cases = [
      ['王丽 <wl@example.org>', '王丽'],
      ['<wl@example.org>王丽', '王丽'],
      ['王丽(wl@example.org)', '王丽'],
      ['王丽@例子.中国', '丙'],
      ['wl@example.org', '丙'],
      ['王丽 wl＠example.org 博士', '王丽 博士'],
      ['@', '丙'],
    ] as const
    for (const [gitName, name] of cases) {
      assert.equal(annotatorName({ ...sources, gitName, login: '丙' }), name)
    }
  })

  it('is one line without controls, of at most 100 characters', () => {
    assert.equal(annotatorName({ ...sources, setting: ' 王\n\u0000丽\u202e\ud800 ' }), '王 丽')
    const long = annotatorName({ ...sources, setting: '𠮷'.repeat(5000) })
    assert.equal(long, '𠮷'.repeat(100))
  })

  it('is the login name in a folder that is not there', async () => {
    const name = await readAnnotator('/nowhere/at/all', { setting: undefined })
    assert.equal(name, annotatorName({ ...sources, login: userInfo().username }))
  })

  it('is that of corpus.json before git is asked', async () => {
    assert.equal(await readAnnotator('/nowhere/at/all', { setting: undefined, corpus: '丁' }), '丁')
  })
})
