import assert from 'node:assert/strict'
import { printEntities } from '../../../server/src/annotation/entities/entities-text.ts'
import { mentionSpan } from '../../../server/src/annotation/record/mention.ts'
import type { Analyser } from '../../../server/src/corpus/analysis/analysis.ts'
import { trainingPage } from '../../../server/src/corpus/learning/training-page.ts'
import type { Workspace } from '../../../server/src/corpus/snapshot/workspace.ts'
import type { ActionName } from '../../../server/src/feature/annotate/action.ts'
import { t } from '../../../server/src/feature/wording/messages.ts'
import { ownNames, type PlacedMark } from '../../../server/src/recognition/decided/decisions.ts'
import { overlaps } from '../../../server/src/text/span.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { bracketAnalyser, root, workspaceOf } from '../../corpus/in-memory.ts'
import { Acting } from './acting.ts'

const pages = {
  '1.txt': '【助企十条】与【“暖企”行动】',
  '2.txt': '【“暖企”行动】与【爱心驿站】',
  '3.txt': '【爱心驿站】和【爱心驿站】',
}

const brackets = bracketAnalyser()

/** As the recogniser does, it suggests nothing where people have decided. */
const analyser: Analyser = {
  ...brackets,
  mentions: (text, page, marks) =>
    brackets
      .mentions(text, page, marks)
      .filter((each) => !marks?.fixed.some(({ span }) => overlaps(span, mentionSpan(each)))),
}

class Desk {
  readonly workspace: Workspace
  readonly acting: Acting

  constructor(texts: Readonly<Record<string, string>> = pages, read: Analyser = analyser) {
    this.workspace = workspaceOf(texts, read)
    this.acting = new Acting(this.workspace)
  }

  /** On an entity of the corpus. */
  act(name: ActionName, values: JsonObject) {
    return this.acting.act(name, `${root}/1.txt`, { corpus: root, ...values })
  }

  /** At the beginning of the words on a page. */
  at<N extends ActionName>(name: N, page: string, words: string, values: JsonObject = {}) {
    const text = this.workspace.snapshot().corpora[0]?.byPath(page)?.text ?? ''
    const start = text.indexOf(words)
    assert.ok(start >= 0)
    return this.acting.act(name, `${root}/${page}`, values, {
      span: { start, end: start + words.length },
    })
  }

  /** `id: name = aliases ×mentions` of each entity. */
  get entities(): readonly string[] {
    const [corpus] = this.workspace.snapshot().corpora
    const all = corpus?.index.entities({ types: ['Initiative'] }) ?? []
    return all.map(({ name, aliases, count, uri }) => {
      const also = aliases.length === 0 ? '' : ` = ${aliases.join(', ')}`
      return `${name}${also} ×${count}${uri === undefined ? '' : ` ${uri}`}`
    })
  }

  get file(): string {
    return printEntities(this.workspace.entitiesOf(root))
  }
}

const warm = 'Initiative:暖企行动'
const ten = 'Initiative:助企十条'

describe('merging entities', () => {
  it('makes all names of the one names of the other, which keeps its name, and is one step', () => {
    const desk = new Desk()
    const before = desk.entities
    const done = desk.act('mergeEntities', { entity: warm, into: ten })
    assert.equal(done.kind === 'edits' && done.label, '“‘暖企’行动” is “助企十条”')
    const merged = ['爱心驿站 ×1', '爱心驿站 ×2', '助企十条 = “暖企”行动 ×3']
    assert.deepEqual([...desk.entities].sort(), merged.toSorted())
    assert.equal(
      desk.file,
      '{"kind":"entities","version":1}\n' +
        '{"kind":"entity","id":"Initiative:助企十条","type":"Initiative","name":"助企十条","who":"王丽","when":"2026-11-20T10:00:00Z"}\n' +
        '{"kind":"name","id":"Initiative:暖企行动","type":"Initiative","entity":"Initiative:助企十条","who":"王丽","when":"2026-11-20T10:00:00Z"}\n',
    )
    const { transaction } = desk.acting
    desk.acting.takeBack(transaction)
    assert.deepEqual([desk.entities, desk.file], [before, ''])
    desk.acting.takeBack(transaction, 'redo')
    assert.deepEqual([...desk.entities].sort(), merged.toSorted())
  })

  it('says before what it is about', () => {
    const desk = new Desk()
    const asked = desk.act('mergeEntities', { entity: warm, into: ten, preview: true })
    assert.equal(asked.kind, 'answer')
    assert.deepEqual(asked.kind === 'answer' && asked.answer, {
      name: '“暖企”行动',
      mentions: 2,
      pages: 2,
    })
    assert.equal(asked.kind === 'answer' && asked.items?.length, 2)
    assert.equal(desk.file, '')
  })

  it('joins the same name of two pages, and an entity of merged ones', () => {
    const desk = new Desk()
    desk.act('mergeEntities', {
      entity: '2.txt#Initiative:爱心驿站',
      into: '3.txt#Initiative:爱心驿站',
    })
    assert.ok(desk.entities.includes('爱心驿站 ×3'))
    desk.act('mergeEntities', { entity: '3.txt#Initiative:爱心驿站', into: warm })
    desk.act('mergeEntities', { entity: warm, into: ten })
    assert.deepEqual(desk.entities, ['助企十条 = 爱心驿站, “暖企”行动 ×6'])
  })

  it('is refused for one entity, for another type, and for one that is gone', () => {
    const desk = new Desk()
    for (const [values, message] of [
      [{ entity: warm, into: warm }, 'That is one entity already.'],
      [{ entity: warm, into: 'Initiative:无' }, 'There is no such entity any more.'],
      [{ entity: warm, into: ten, corpus: 'file:///else' }, 'There is no such entity any more.'],
    ] as const) {
      const result = desk.act('mergeEntities', values)
      assert.deepEqual(result, { kind: 'refused', message: t(message) })
    }
  })
})

describe('splitting an entity', () => {
  const merged = () => {
    const desk = new Desk()
    desk.act('mergeEntities', { entity: warm, into: ten })
    return desk
  }

  it('gives a name back that was merged', () => {
    const desk = merged()
    desk.act('splitEntity', { entity: ten, names: ['“暖企”行动'] })
    assert.deepEqual(desk.entities, new Desk().entities)
    desk.acting.takeBack(desk.acting.transaction)
    assert.ok(desk.entities.includes('助企十条 = “暖企”行动 ×3'))
  })

  it('gives the other names an entity where the main name is split off', () => {
    const desk = merged()
    desk.act('splitEntity', { entity: ten, names: ['助企十条'] })
    assert.deepEqual(desk.entities, new Desk().entities)
  })

  it('takes what one page means by a name', () => {
    const desk = new Desk()
    desk.act('splitEntity', { entity: warm, pages: [`${root}/2.txt`] })
    const split = [...desk.entities].filter((each) => each.includes('暖企'))
    assert.deepEqual(split, ['“暖企”行动 ×1', '“暖企”行动 ×1'])
  })

  it('takes a short form out of its full name, on each page', () => {
    const text = '【“当一周工人”活动】【当一周工人】'
    const desk = new Desk({ '1.txt': text, '2.txt': text })
    assert.deepEqual(desk.entities, ['“当一周工人”活动 = 当一周工人 ×4'])
    desk.act('splitEntity', { entity: 'Initiative:当一周工人活动', names: ['当一周工人'] })
    assert.deepEqual([...desk.entities].sort(), ['“当一周工人”活动 ×2', '当一周工人 ×2'])
  })

  it('shows what it is about, and leaves something', () => {
    const desk = merged()
    const asked = desk.act('splitEntity', { entity: ten, names: ['助企十条'], preview: true })
    assert.deepEqual(asked.kind === 'answer' && asked.answer, {
      name: '助企十条',
      mentions: 1,
      pages: 1,
    })
    for (const values of [{}, { names: ['无'] }, { pages: [] }]) {
      assert.equal(desk.act('splitEntity', { entity: ten, ...values }).kind, 'refused')
    }
  })
})

describe('the main name of an entity', () => {
  it('is chosen, shown with what it touches, and left to the program again', () => {
    const desk = new Desk()
    const asked = desk.act('renameEntity', { entity: warm, name: '暖企行动', preview: true })
    assert.deepEqual(asked.kind === 'answer' && asked.answer, {
      name: '“暖企”行动',
      mentions: 2,
      pages: 2,
    })
    desk.act('renameEntity', { entity: warm, name: ' 暖企 ' })
    assert.ok(desk.entities.includes('暖企 = “暖企”行动 ×2'))
    desk.act('renameEntity', { entity: warm, name: null })
    assert.deepEqual([desk.entities, desk.file], [new Desk().entities, ''])
  })

  it('stays what another said of it while it is taken back', () => {
    const desk = new Desk()
    desk.act('renameEntity', { entity: warm, name: '暖企' })
    const { transaction } = desk.acting
    desk.act('setEntityAddress', { entity: warm, address: 'http://www.wikidata.org/entity/Q1' })
    assert.ok(desk.entities.includes('暖企 = “暖企”行动 ×2 http://www.wikidata.org/entity/Q1'))
    desk.acting.takeBack(transaction)
    assert.ok(desk.entities.includes('“暖企”行动 ×2 http://www.wikidata.org/entity/Q1'))
    desk.act('setEntityAddress', { entity: warm, address: null })
    assert.equal(desk.file, '')
  })

  it('is one line, and an address has a scheme', () => {
    const desk = new Desk()
    for (const [name, values] of [
      ['renameEntity', { name: ' ' }],
      ['renameEntity', { name: 'a\nb' }],
      ['setEntityAddress', { address: 'Q1' }],
      ['setEntityAddress', { address: 'http://a b' }],
    ] as const) {
      assert.equal(desk.act(name, { entity: warm, ...values }).kind, 'refused')
    }
  })
})

describe('linking one mention', () => {
  it('is taken back by unlink, which else takes it out of its entity', () => {
    const desk = new Desk()
    desk.at('setEntity', '3.txt', '爱心驿站', { entity: '2.txt#Initiative:爱心驿站' })
    const count = (text: string) => desk.entities.filter((each) => each === text).length
    assert.deepEqual([count('爱心驿站 ×2'), count('爱心驿站 ×1')], [1, 1])
    desk.at('unlink', '3.txt', '爱心驿站')
    assert.deepEqual(desk.entities, new Desk().entities)
    desk.at('unlink', '3.txt', '爱心驿站')
    assert.equal(count('爱心驿站 ×1'), 3)
    desk.acting.takeBack(desk.acting.transaction)
    assert.deepEqual(desk.entities, new Desk().entities)
    assert.equal(desk.at('unlink', '1.txt', '助企十条').kind, 'refused')
  })
})

describe('linking a mention to something of another type', () => {
  it('is refused', () => {
    const desk = new Desk({ '1.txt': '【助企十条】与诸暨市总工会' })
    desk.at('mark', '1.txt', '诸暨市总工会', { type: 'Organization' })
    const entity = 'Organization:诸暨市总工会'
    assert.equal(desk.at('setEntity', '1.txt', '助企十条', { entity }).kind, 'refused')
    assert.equal(desk.at('setEntity', '1.txt', '助企十条', { entity: 'urn:q1' }).kind, 'edits')
  })
})

describe('a word that names nothing by itself', () => {
  const texts = { '1.txt': '【助企十条】启动，该活动很好。', '2.txt': '该活动也好。' }

  it('is listed with the mentions of its entity, and neither its name nor suggested elsewhere', () => {
    const desk = new Desk(texts)
    desk.at('markCoreference', '1.txt', '该活动', { entity: ten })
    assert.deepEqual(desk.entities, ['助企十条 ×2'])
    const [corpus] = desk.workspace.snapshot().corpora
    assert.deepEqual(
      corpus?.index.mentionsOf(ten).map(({ page, mention }) => [page, mention.text]),
      [
        ['1.txt', '助企十条'],
        ['1.txt', '该活动'],
      ],
    )
    assert.equal(corpus?.names.positive.has('该活动'), false)
    assert.equal(
      corpus?.index.linkOf('1.txt', corpus.documents[0]?.mentions[1] ?? assert.fail())[0]?.kind,
      'linked',
    )
    desk.at('unlink', '1.txt', '该活动')
    assert.deepEqual(desk.entities, ['助企十条 ×1'])
    assert.equal(corpus === undefined, false)
  })

  it('may mean what the page names, the nearest before it first', () => {
    const desk = new Desk({ '1.txt': '【甲活动】、【乙活动】、【甲活动】后，该活动与【丙活动】。' })
    const asked = desk.at('coreferenceTargets', '1.txt', '该活动')
    assert.ok(asked.kind === 'answer')
    const names = asked.answer.targets.map(({ name }) => name)
    assert.deepEqual([asked.answer.text, names], ['该活动', ['甲活动', '乙活动', '丙活动']])
  })

  it('is no name for the recogniser and teaches it nothing', () => {
    const heard: PlacedMark[] = []
    const hearing: Analyser = {
      ...analyser,
      mentions(text, page, marks) {
        heard.push(...(marks?.fixed ?? []))
        return analyser.mentions(text, page, marks)
      },
    }
    const desk = new Desk(texts, hearing)
    desk.at('markCoreference', '1.txt', '该活动', { entity: ten })
    const document = desk.workspace.snapshot().corpora[0]?.byPath('1.txt') ?? assert.fail()
    assert.equal(document.mentions.length, 2)
    const [mark] = heard
    assert.ok(mark?.isPronoun === true)
    const marks = { fixed: heard, positive: new Map(), negative: new Set<string>() }
    assert.deepEqual([...ownNames(marks, document.text)], [])
    assert.deepEqual(trainingPage(document).mentions, [])
  })

  it('is refused for an entity that is not there', () => {
    const desk = new Desk(texts)
    assert.equal(desk.at('markCoreference', '1.txt', '该活动', { entity: 'X' }).kind, 'refused')
  })
})
