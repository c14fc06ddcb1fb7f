/** The TextMate grammar: each of its expressions on lines of the genre. */
import assert from 'node:assert/strict'
import { scopes } from './grammar.ts'

describe('the grammar of newspaper pages', () => {
  it('knows the lines of a masthead', () => {
    for (const line of [
      '2021年11月22日',
      '2021年11月22日 星期一',
      '星期一',
      '辛丑年十月十八',
      '国内统一刊号: CN33-0018',
      '邮发代号: 31-2 总第11970号',
      '社址: 杭州市学院路107号 邮编: 310012',
      '第3版',
    ]) {
      assert.deepEqual(scopes('masthead', line), [`masthead ${line}`])
    }
    assert.deepEqual(scopes('masthead', '2021年11月22日，会议召开。'), [])
  })

  it('knows section names', () => {
    assert.deepEqual(scopes('section', '【主席之声】'), ['section 【主席之声】'])
    assert.deepEqual(scopes('section', '会议由【主席】主持'), [])
  })

  it('knows bylines', () => {
    const byline = (line: string) => scopes('byline', line)
    assert.deepEqual(byline('本报讯(记者王鑫 通讯员李平)近日'), [
      'byline 本报讯(记者王鑫 通讯员李平)',
      'byline (记者王鑫 通讯员李平)',
    ])
    assert.deepEqual(byline('本报讯见习记者任杰 通讯员尹辉报道 日前'), [
      'byline 本报讯见习记者任杰 通讯员尹辉报道',
    ])
    assert.deepEqual(byline('通讯员钟良报道 近日'), ['byline 通讯员钟良报道'])
    assert.deepEqual(byline('学生进行实训。通讯员陈远 摄'), ['byline 通讯员陈远 摄'])
    assert.deepEqual(byline('记者在现场看到，拍摄正在进行'), [])
  })

  it('knows title lines by what they do not have', () => {
    const heading = (line: string) => scopes('heading', line).length > 0
    assert.ok(heading('“助企十条”靶向助力稳市场主体'))
    assert.ok(heading('我能行, 我肯定行!'))
    assert.ok(!heading('业产业园。'))
    assert.ok(!heading('一周时间的同劳动、同作息,'))
    assert.ok(!heading('88851111'))
    assert.ok(!heading('长'.repeat(37)))
  })

  it('knows quotes, titles, links and dates', () => {
    assert.deepEqual(scopes('inline', '《寻找玫瑰》在“小镇”播出，见www.zjgrrb.com'), [
      'title 《寻找玫瑰》',
      'double “小镇”',
      'link www.zjgrrb.com',
    ])
    assert.deepEqual(scopes('inline', '他说：“及时解决了用工难题。”'), [])
    assert.deepEqual(scopes('inline', '2021年6月起，11月20日止'), [
      'date 2021年6月',
      'date 11月20日',
    ])
  })
})
