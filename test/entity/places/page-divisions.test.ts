import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { divisionsOf } from '../../../server/src/entity/places/divisions-of.ts'
import { pageDivisions } from '../../../server/src/entity/places/page-divisions.ts'
import { corpusFixture } from '../../corpus-fixture.ts'
import { lexicon } from '../../lexicon.ts'

const paths = (name: string): readonly string[] =>
  divisionsOf(name, lexicon).map(({ path }) => path.join(' '))

describe('the divisions that a name may mean', () => {
  it('are read from the province down, with or without the last word, levels left out', () => {
    assert.deepEqual(paths('浙江省嘉兴市南湖区'), ['浙江省 嘉兴市 南湖区'])
    assert.deepEqual(paths('浙江嘉兴'), ['浙江省 嘉兴市'])
    assert.deepEqual(paths('江苏省启东市'), ['江苏省 南通市 启东市'])
    assert.deepEqual(paths('阿坝州'), ['四川省 阿坝藏族羌族自治州'])
  })

  it('are the deepest that the name says, whatever stands behind it', () => {
    assert.deepEqual(paths('苍南县灵溪镇'), ['浙江省 温州市 苍南县'])
    assert.deepEqual(paths('北京大兴机场'), ['北京市 大兴区'])
    assert.deepEqual(paths('重庆市江北区'), ['重庆市 江北区'])
  })

  it('are the highest for a short name, and several for a full one', () => {
    assert.deepEqual(paths('吉林'), ['吉林省'])
    assert.deepEqual(paths('吉林市'), ['吉林省 吉林市'])
    assert.ok(paths('鼓楼区').length > 2)
  })

  it('are none for a road that is called after a city, or for what is no division', () => {
    for (const name of ['北京路', '南京东路', '全市', '长三角', '西湖边', '']) {
      assert.deepEqual(paths(name), [], name)
    }
  })
})

describe('the places of a page', () => {
  const lie = (marked: string): readonly string[] => {
    const { document } = corpusFixture({ '1.txt': marked }).place
    const places = document.mentions.filter(({ type }) => type === 'Place')
    const found = pageDivisions(places, lexicon)
    return places.map((mention) => found.get(mention)?.path.join(' ') ?? '–')
  }

  it('lie where the places beside them do', () => {
    assert.deepEqual(lie('⟦福建福州|Place⟧的⟦鼓楼区|Place⟧。'), [
      '福建省 福州市',
      '福建省 福州市 鼓楼区',
    ])
    assert.deepEqual(lie('⟦江苏省|Place⟧有⟦昆山|Place⟧，⟦朝阳区|Place⟧。'), [
      '江苏省',
      '江苏省 苏州市 昆山市',
      '–',
    ])
  })

  it('lie nowhere where two of them fit', () => {
    const both = '⟦福州|Place⟧与⟦南京|Place⟧，⟦鼓楼区|Place⟧。'
    assert.deepEqual(lie(both), ['福建省 福州市', '江苏省 南京市', '–'])
  })

  it('of their article count more than those of others', () => {
    const page = '甲乙丙\n⟦福州|Place⟧有⟦鼓楼区|Place⟧。\n\n丁戊己\n⟦南京|Place⟧有⟦鼓楼区|Place⟧。'
    assert.deepEqual(lie(page), [
      '福建省 福州市',
      '福建省 福州市 鼓楼区',
      '江苏省 南京市',
      '江苏省 南京市 鼓楼区',
    ])
  })
})
