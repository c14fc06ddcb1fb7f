import assert from 'node:assert/strict'
import type { Format } from '../../server/src/exchange/format/format.ts'
import { prodigy } from '../../server/src/exchange/prodigy/prodigy.ts'
import { pubAnnotation } from '../../server/src/exchange/pubannotation/pubannotation.ts'
import { spacy } from '../../server/src/exchange/spacy/spacy.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { writeAll } from './round-trip.ts'

const page = exchangePage(
  '𠮷 吴浩\n在',
  [
    mention('a', 'Person', [[3, 5]], { entity: 'Q1' }),
    mention('b', 'Group', [[0, 5]], { status: 'suggested' }),
  ],
  [{ id: 'r', type: 'in', from: 'b', to: 'a', status: 'accepted' }],
)

/** The only file of an export, as it is written. */
function written(format: Format): string {
  const { files } = writeAll(format, [page])
  return Buffer.concat([...files.values()]).toString()
}

describe('Prodigy', () => {
  it('has tokens as spaCy cuts them, spans with both their ends, relations by last tokens', () => {
    assert.deepEqual(JSON.parse(written(prodigy)), {
      text: '𠮷 吴浩\n在',
      meta: { source: 'p.txt' },
      tokens: [
        { text: '𠮷', start: 0, end: 1, id: 0, ws: true },
        { text: '吴', start: 2, end: 3, id: 1, ws: false },
        { text: '浩', start: 3, end: 4, id: 2, ws: false },
        { text: '\n', start: 4, end: 5, id: 3, ws: false },
        { text: '在', start: 5, end: 6, id: 4, ws: false },
      ],
      spans: [
        {
          ...{ start: 2, end: 4, token_start: 1, token_end: 2, label: 'Person' },
          ...{ id: 'a', status: 'accepted', entity: 'Q1' },
        },
        {
          ...{ start: 0, end: 4, token_start: 0, token_end: 2, label: 'Group' },
          ...{ id: 'b', status: 'suggested' },
        },
      ],
      relations: [
        {
          head: 2,
          child: 2,
          head_span: { start: 0, end: 4, token_start: 0, token_end: 2, label: 'Group' },
          child_span: { start: 2, end: 4, token_start: 1, token_end: 2, label: 'Person' },
          ...{ label: 'in', id: 'r', status: 'accepted' },
        },
      ],
    })
  })

  it('is an answer only where nothing is a suggestion', () => {
    assert.doesNotMatch(written(prodigy), /"answer"/)
    const { files } = writeAll(prodigy, [exchangePage('甲', [mention('a', 'P', [[0, 1]])])])
    assert.match(Buffer.concat([...files.values()]).toString(), /"answer":"accept"/)
  })

  it('leaves out what was rejected', () => {
    const rejected = exchangePage('甲', [mention('a', 'P', [[0, 1]], { status: 'rejected' })])
    const { files, losses } = writeAll(prodigy, [rejected])
    assert.match(Buffer.concat([...files.values()]).toString(), /"spans":\[\]/)
    assert.deepEqual(losses[0], [{ kind: 'mention', id: 'a', lost: ['all'] }])
  })
})

describe('spaCy', () => {
  it('has what does not overlap as entities, and everything in a span group', () => {
    const a = '{"start":2,"end":4,"label":"Person","kb_id":"Q1","id":"a"}'
    const b = '{"start":0,"end":4,"label":"Group","kb_id":"","id":"b"}'
    // Of two that overlap the accepted one is the entity.
    assert.ok(written(spacy).includes(`"ents":[${a}],"spans":{"sc":[${a},${b}]},`))
    assert.ok(written(spacy).includes('"tokens":[{"id":0,"start":0,"end":1},{"id":1,"start":2,'))
  })
})

describe('PubAnnotation', () => {
  it('has denotations, relations, and all else as attributes', () => {
    assert.deepEqual(JSON.parse(written(pubAnnotation)), {
      text: '𠮷 吴浩\n在',
      sourcedb: 'Biaozhu',
      sourceid: 'p.txt',
      denotations: [
        { id: 'a', span: { begin: 2, end: 4 }, obj: 'Person' },
        { id: 'b', span: { begin: 0, end: 4 }, obj: 'Group' },
      ],
      relations: [{ id: 'r', pred: 'in', subj: 'b', obj: 'a' }],
      attributes: [
        { id: 'A1', subj: 'a', pred: 'entity', obj: 'Q1' },
        { id: 'A2', subj: 'b', pred: 'status', obj: 'suggested' },
      ],
    })
  })
})
