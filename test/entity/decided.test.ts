import assert from 'node:assert/strict'
import type { EntitiesRecord } from '../../server/src/annotation/entities/entity-record.ts'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { decisionsOf } from '../../server/src/entity/decisions.ts'
import { entityRows } from '../../server/src/entity/entity-rows.ts'
import { type LinkedPage, linkEntities } from '../../server/src/entity/link.ts'
import { linkReasons } from '../../server/src/entity/link-reason.ts'
import { Linker } from '../../server/src/entity/linker.ts'
import { lexicon } from '../lexicon.ts'
import { markedPage } from './marked-page.ts'

const isOne = (id: string, entity: string): EntitiesRecord => {
  const type = /([A-Z][a-z]+)[:@]/.exec(id)?.[1] ?? ''
  return { kind: 'name', id, type, entity, who: '王丽' }
}

function pages(...texts: readonly string[]): readonly LinkedPage[] {
  return texts.map((text, i) => markedPage(text, { path: `${i}.txt` }))
}

/** `name = alias, alias ×mentions` of each entity. */
function linked(all: readonly LinkedPage[], ...records: readonly EntitiesRecord[]) {
  return linkEntities(all, undefined, decisionsOf(records)).map(
    ({ name, aliases, count, mentions }) => {
      assert.equal(count, mentions.length)
      const also = aliases.length === 0 ? '' : ` = ${aliases.join(', ')}`
      return `${name}${also} ×${count}`
    },
  )
}

/** The page with what a person says of its mention number `index`. */
function said(page: LinkedPage, index: number, rest: Partial<SpanRecord>): LinkedPage {
  const mentions = page.mentions.map((mention, i) => {
    const { type, text } = mention
    const anchor = { at: [[0, 1]], quote: [text], prefix: '', suffix: '' } as const
    const record: SpanRecord = {
      ...{ kind: 'span', id: `${i}`, ...anchor, type, status: 'accepted' },
      ...rest,
    }
    return i === index ? { ...mention, status: record.status, record } : mention
  })
  return { ...page, mentions }
}

describe('what people say of entities', () => {
  const two = pages('⟦助企十条|Initiative⟧', '⟦暖企行动|Initiative⟧和⟦助企十条|Initiative⟧')

  it('joins two names over the corpus, whatever quotes the file has', () => {
    const record = isOne('Initiative:暖企行动', 'Initiative:“助企十条”')
    assert.deepEqual(linked(two, record), ['助企十条 = 暖企行动 ×3'])
    assert.deepEqual(linked(two), ['助企十条 ×2', '暖企行动 ×1'])
  })

  it('gives an entity its main name', () => {
    const name = { kind: 'entity', type: 'Initiative', name: '暖企行动' } as const
    const merged = isOne('Initiative:暖企行动', 'Initiative:助企十条')
    assert.deepEqual(linked(two, merged, { ...name, id: 'Initiative:助企十条' }), [
      '暖企行动 = 助企十条 ×3',
    ])
    // Also where it was said of a name that was linked to another later.
    assert.deepEqual(linked(two, merged, { ...name, id: 'Initiative:暖企行动' }), [
      '暖企行动 = 助企十条 ×3',
    ])
  })

  it('gives an entity a name that no page has, and an address', () => {
    const id = 'Initiative:助企十条'
    const record = {
      kind: 'entity',
      id,
      type: 'Initiative',
      name: '助企政策',
      uri: 'urn:1',
    } as const
    const [entity] = linkEntities(two, undefined, decisionsOf([record]))
    assert.deepEqual(
      [entity?.id, entity?.name, entity?.aliases, entity?.uri],
      [id, '助企政策', ['助企十条'], 'urn:1'],
    )
  })

  it('takes a name by itself that pages take for short', () => {
    const all = pages(
      '⟦浙江省诸暨市总工会|Organization⟧⟦诸暨市总工会|Organization⟧',
      '⟦诸暨市总工会|Organization⟧',
    )
    assert.deepEqual(linked(all), ['浙江省诸暨市总工会 = 诸暨市总工会 ×3'])
    const itself = isOne('Organization:诸暨市总工会', 'Organization:诸暨市总工会')
    assert.deepEqual(linked(all, itself), [
      '浙江省诸暨市总工会 = 诸暨市总工会 ×2',
      '诸暨市总工会 ×1',
    ])
    const here = isOne('0.txt#Organization:诸暨市总工会', 'Organization@X')
    assert.deepEqual(linked(all, here), [
      '浙江省诸暨市总工会 ×1',
      '诸暨市总工会 ×1',
      '诸暨市总工会 ×1',
    ])
  })

  it('keeps the short forms of a name that stands apart on a page', () => {
    const all = pages('⟦富润控股集团有限公司|Organization⟧,⟦富润集团|Organization⟧')
    const here = isOne('0.txt#Organization:富润控股集团有限公司', 'Organization@1')
    assert.deepEqual(linked(all, here), ['富润控股集团有限公司 = 富润集团 ×2'])
  })

  it('goes round in no circle', () => {
    const round = [
      isOne('Initiative:暖企行动', 'Initiative:助企十条'),
      isOne('Initiative:助企十条', 'Initiative:暖企行动'),
    ]
    assert.deepEqual(linked(two, ...round), ['助企十条 = 暖企行动 ×3'])
    const all = pages('⟦浙江省诸暨市总工会|Organization⟧⟦诸暨市总工会|Organization⟧')
    const up = isOne('Organization:浙江省诸暨市总工会', 'Organization:诸暨市总工会')
    assert.deepEqual(linked(all, up), ['浙江省诸暨市总工会 = 诸暨市总工会 ×2'])
  })

  it('takes a chain of ten thousand links', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) =>
      isOne(`Initiative:${i}`, `Initiative:${i + 1}`),
    )
    assert.deepEqual(linked(pages('⟦0|Initiative⟧⟦10000|Initiative⟧'), ...chain), ['10000 = 0 ×2'])
  })
})

describe('what people say of one mention', () => {
  it('links it, and leaves others of its name', () => {
    const [page, other] = pages(
      '⟦职工之家|Initiative⟧',
      '⟦职工之家|Initiative⟧和⟦职工之家|Initiative⟧',
    )
    assert.ok(page !== undefined && other !== undefined)
    const all = [page, said(other, 1, { entity: '0.txt#Initiative:职工之家' })]
    assert.deepEqual(linked(all), ['职工之家 ×2', '职工之家 ×1'])
  })

  it('makes one thing of those that have one foreign id', () => {
    const all = pages('⟦吴浩|Person⟧', '⟦老吴|Person⟧')
    assert.deepEqual(
      linked(all.map((page) => said(page, 0, { entity: 'http://www.wikidata.org/entity/Q1' }))),
      ['吴浩 = 老吴 ×2'],
    )
  })

  it('takes its short forms along', () => {
    const [page] = pages('⟦富润控股集团有限公司|Organization⟧,⟦富润集团|Organization⟧')
    assert.ok(page)
    assert.deepEqual(linked([said(page, 0, { entity: 'Organization:富润控股集团有限公司' })]), [
      '富润控股集团有限公司 = 富润集团 ×2',
    ])
  })

  it('counts 该公司 as a mention and never as a name', () => {
    const [page] = pages('⟦富润控股集团有限公司|Organization⟧,⟦该公司|Organization⟧')
    assert.ok(page)
    const entity = 'Organization:富润控股集团有限公司'
    assert.deepEqual(linked([said(page, 1, { entity, coreference: true })]), [
      '富润控股集团有限公司 ×2',
    ])
    assert.deepEqual(linked([said(page, 1, { entity: 'Organization@X', coreference: true })]), [
      '富润控股集团有限公司 ×1',
      '该公司 ×1',
    ])
  })
})

describe('the reasons of a link', () => {
  /** Of each mention of the last page. */
  function reasons(all: readonly LinkedPage[], ...records: readonly EntitiesRecord[]) {
    const linker = new Linker()
    linker.decide(decisionsOf(records))
    for (const page of all) linker.put(page.path, entityRows(page))
    const last = all.at(-1)
    return last?.mentions.map((mention) => {
      const way = linker.wayOf(last.path, mention)
      return way && linkReasons(mention, way, lexicon)
    })
  }

  it('are the name itself, a short form, or the words that introduce one', () => {
    assert.deepEqual(
      reasons(
        pages(
          '⟦富润控股集团有限公司|Organization⟧,⟦富润集团|Organization⟧,⟦蓝领岗位生态系统建设工程|Initiative⟧(以下简称“⟦蓝领工程|Initiative⟧”)⟦吴浩|Person⟧',
        ),
      ),
      [
        [{ kind: 'sameName', within: 'corpus' }],
        [{ kind: 'shortForm', full: '富润控股集团有限公司' }],
        [{ kind: 'sameName', within: 'corpus' }],
        [{ kind: 'introduced', full: '蓝领岗位生态系统建设工程' }],
        [{ kind: 'sameName', within: 'page' }],
      ],
    )
  })

  it('are what another page says', () => {
    const all = pages(
      '⟦浙江省诸暨市总工会|Organization⟧⟦诸暨市总工会|Organization⟧',
      '⟦诸暨市总工会|Organization⟧',
    )
    const names = { name: '诸暨市总工会', full: '浙江省诸暨市总工会' }
    assert.deepEqual(reasons(all), [
      [
        { kind: 'sameName', within: 'corpus' },
        { kind: 'fullerElsewhere', ...names, page: '0.txt' },
      ],
    ])
  })

  it('are what people say', () => {
    const [page] = pages('⟦暖企行动|Initiative⟧')
    assert.ok(page)
    const record = isOne('Initiative:暖企行动', 'Initiative:助企十条')
    assert.deepEqual(reasons([page], record), [
      [
        { kind: 'sameName', within: 'corpus' },
        { kind: 'merged', name: '暖企行动', full: '助企十条', who: '王丽' },
      ],
    ])
    const person = { entity: 'Initiative:助企十条', who: '李明', when: '2026-01-01' }
    assert.deepEqual(reasons([said(page, 0, person)]), [
      [{ kind: 'linked', who: '李明', when: '2026-01-01' }],
    ])
  })
})
