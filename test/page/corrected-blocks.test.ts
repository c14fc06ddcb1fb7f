/** People say where blocks begin and of which kind they are; the page follows. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { BlockKind } from '../../server/src/page/model.ts'
import { corrected } from './corrected.ts'

const opening = '某市总工会送清凉⏎⏎记者周静报道 '
const opened = '⟦某市总工会送清凉|headline⟧⏎⏎⟦记者周静报道|byline⟧ '

describe('a block that a person splits', () => {
  it('is two blocks of its kind, and two paragraphs', () => {
    const { blocks, articles } = corrected(`${opening}昨天送清凉⟦大家|here⟧说好。`, (place) => [
      { kind: 'split', at: place('here') },
    ])
    assert.equal(blocks, `${opened}⟦昨天送清凉|paragraph⟧⟦大家说好。|paragraph⟧`)
    assert.deepEqual(articles[0]?.slice(-2), ['昨天送清凉', '大家说好。'])
  })

  it('has a second block of another kind, which can be corrected again', () => {
    const marked = `${opening}昨天送清凉。⟦图为现场。|here⟧`
    const asCaption = corrected(marked, (place) => [
      { kind: 'split', at: place('here'), block: 'caption' },
    ])
    assert.equal(asCaption.blocks, `${opened}⟦昨天送清凉。|paragraph⟧⟦图为现场。|caption⟧`)
    const asNote = corrected(marked, (place) => [
      { kind: 'split', at: place('here'), block: 'caption' },
      { kind: 'kind', block: place('here'), value: 'note' },
    ])
    assert.equal(asNote.blocks, `${opened}⟦昨天送清凉。|paragraph⟧⟦图为现场。|note⟧`)
  })

  it('begins an article where the second block is a headline', () => {
    const marked = `${opening}昨天送清凉。⟦某县工会培训|title⟧ ⟦昨天|text⟧培训。`
    const { blocks, page, articles } = corrected(marked, (place) => [
      { kind: 'split', at: place('text') },
      { kind: 'split', at: place('title'), block: 'headline' },
    ])
    assert.equal(
      blocks,
      `${opened}⟦昨天送清凉。|paragraph⟧⟦某县工会培训|headline⟧ ⟦昨天培训。|paragraph⟧`,
    )
    assert.deepEqual(articles[1], ['某县工会培训', '昨天培训。'])
    assert.equal(page.articles[1]?.headline, '某县工会培训')
  })

  it('keeps the names of a byline with the piece in which they stand', () => {
    const marked = '某市总工会送清凉⏎⏎本报记者 周静 ⟦通讯员 余丽|here⟧⏎⏎昨天送清凉。'
    const { page } = corrected(marked, (place) => [
      { kind: 'split', at: place('here'), block: 'contact' },
    ])
    assert.deepEqual(
      page.articles[0]?.byline.map(({ name }) => name),
      ['周静'],
    )
  })

  it('is not cut inside a character of two units', () => {
    const text = `${opening}昨天𠮷日送清凉。`.replaceAll('⏎', '\n')
    const inside = text.indexOf('𠮷') + 1
    const { blocks } = corrected(text, () => [
      { kind: 'split', at: { start: inside, end: inside + 2 } },
    ])
    assert.equal(blocks, `${opened}⟦昨天|paragraph⟧⟦𠮷日送清凉。|paragraph⟧`)
  })

  it('is one block still when nothing stands before or behind the place', () => {
    const marked = `${opening}⟦昨天|start⟧送清凉⟦。|end⟧⏎⏎`
    const { blocks } = corrected(marked, (place) => [
      { kind: 'split', at: place('start') },
      { kind: 'split', at: { start: place('end').end, end: place('end').end } },
    ])
    assert.equal(blocks, `${opened}⟦昨天送清凉。|paragraph⟧⏎⏎`)
  })
})

describe('the kind that a person gives a block', () => {
  const pages: Readonly<Record<string, readonly [string, BlockKind, string]>> = {
    'a paragraph is a caption': [
      `${opening}昨天送清凉,还送⏎⏎⟦领导在厂里看望了工人。大家合影。|it⟧⏎⏎了书。`,
      'caption',
      `${opened}⟦昨天送清凉,还送|paragraph⟧⏎⏎⟦领导在厂里看望了工人。大家合影。|caption⟧⏎⏎⟦了书。|paragraph⟧`,
    ],
    'a paragraph is a headline': [
      `${opening}昨天送清凉。⏎⏎⟦他们来了。还带着书。|it⟧⏎⏎本报讯 昨天他们来。`,
      'headline',
      `${opened}⟦昨天送清凉。|paragraph⟧⏎⏎⟦他们来了。还带着书。|headline⟧⏎⏎⟦本报讯|byline⟧ ⟦昨天他们来。|paragraph⟧`,
    ],
    'the other title line is the headline': [
      '⟦职工有所呼 企业有所应|it⟧⏎⏎某市首家物业工会协商取得实效⏎⏎本报记者 周静⏎⏎昨天协商。',
      'headline',
      '⟦职工有所呼 企业有所应|headline⟧⏎⏎⟦某市首家物业工会协商取得实效|subhead⟧⏎⏎⟦本报记者 周静|byline⟧⏎⏎⟦昨天协商。|paragraph⟧',
    ],
    'a crosshead is a headline': [
      `${opening}昨天送清凉。⏎⏎⟦今后的事|it⟧⏎⏎还要继续送。`,
      'headline',
      `${opened}⟦昨天送清凉。|paragraph⟧⏎⏎⟦今后的事|headline⟧⏎⏎⟦还要继续送。|paragraph⟧`,
    ],
    'a headline is a crosshead': [
      `${opening}昨天送清凉。⏎⏎某县培训⏎⏎⟦大家都来了|it⟧⏎⏎还要继续送。`,
      'crosshead',
      `${opened}⟦昨天送清凉。|paragraph⟧⏎⏎⟦某县培训|crosshead⟧⏎⏎⟦大家都来了|crosshead⟧⏎⏎⟦还要继续送。|paragraph⟧`,
    ],
    'a title is a byline': [
      '某市总工会送清凉⏎⏎⟦执笔老周|it⟧⏎⏎昨天送清凉。',
      'byline',
      '⟦某市总工会送清凉|headline⟧⏎⏎⟦执笔老周|byline⟧⏎⏎⟦昨天送清凉。|paragraph⟧',
    ],
    'a title is a section name': [
      `${opening}昨天送清凉。⏎⏎⟦七彩生活|it⟧⏎⏎某县培训⏎⏎昨天培训。`,
      'section',
      `${opened}⟦昨天送清凉。|paragraph⟧⏎⏎⟦七彩生活|section⟧⏎⏎⟦某县培训|headline⟧⏎⏎⟦昨天培训。|paragraph⟧`,
    ],
  }
  for (const [name, [marked, kind, expected]] of Object.entries(pages)) {
    it(name, () => {
      const before = corrected(marked, () => [])
      assert.notEqual(before.blocks, expected, 'the rules see it otherwise')
      const after = corrected(marked, (place) => [
        { kind: 'kind', block: place('it'), value: 'note' },
        // The later one counts.
        { kind: 'kind', block: place('it'), value: kind },
      ])
      assert.equal(after.blocks, expected)
    })
  }

  it('of a caption lets the sentence around it go on', () => {
    const marked = `${opening}昨天送清凉,还送⏎⏎⟦领导在厂里看望了工人。大家合影。|it⟧⏎⏎了书。`
    const { articles } = corrected(marked, (place) => [
      { kind: 'kind', block: place('it'), value: 'caption' },
    ])
    assert.ok(articles[0]?.includes('昨天送清凉,还送了书。'))
  })

  it('of a byline gives the article its names, and takes them away', () => {
    const names = (marked: string, value: 'byline' | 'note'): readonly string[] | undefined =>
      corrected(marked, (place) => [
        { kind: 'kind', block: place('it'), value },
      ]).page.articles[0]?.byline.map(({ name }) => name)
    assert.deepEqual(names('某市送清凉⏎⏎昨天送清凉。⏎⏎⟦作者:周静|it⟧', 'byline'), ['周静'])
    assert.deepEqual(names('某市送清凉⏎⏎⟦本报记者 周静|it⟧⏎⏎昨天送清凉。', 'note'), [])
  })

  it('of a masthead line says what issue it is', () => {
    const marked = `⟦今天是2021年11月22日。晴|it⟧⏎⏎${opening}昨天送清凉。`
    assert.deepEqual(corrected(marked, () => []).page.data, {})
    const { page } = corrected(marked, (place) => [
      { kind: 'kind', block: place('it'), value: 'masthead' },
    ])
    assert.deepEqual(page.data, { date: '2021-11-22' })
  })

  it('holds though a character was typed at the end of the block', () => {
    const marked = `${opening}昨天送清凉。⏎⏎⟦七彩生活|it⟧馆⏎⏎某县培训⏎⏎昨天培训。`
    const { blocks } = corrected(marked, (place) => [
      { kind: 'kind', block: place('it'), value: 'section' },
    ])
    assert.ok(blocks.includes('⟦七彩生活馆|section⟧'))
  })
})
