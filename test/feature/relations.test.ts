/** Relations as the view shows them: of a mention, and of its entity on other pages. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { mentionSpan } from '../../server/src/annotation/record/mention.ts'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { relationsOfEntity } from '../../server/src/feature/cursor/relations.ts'
import { annotated, pageUri, root } from './annotate/fixture.ts'

describe('relations of an entity', () => {
  const { workspace } = annotated(
    '⟦安康杯|Initiative!⟧由⟦甲市总工会|Organization!⟧办,⟦乙县|Place!⟧,⟦安康杯|Initiative!⟧',
    {
      relations: [
        ['actor', 0, 1],
        ['place', 3, 2],
      ],
      others: { '2.txt': '在⟦丙区|Place!⟧的⟦安康杯|Initiative⟧' },
    },
  )
  /** `actor out 甲市总工会 1.txt`, seen from the mention of a page with this index. */
  const seenFrom = (uri: string, index: number) => {
    const place = findPage(workspace.snapshot(), uri)
    const mention = place?.document.mentions[index]
    assert.ok(place !== undefined && mention !== undefined)
    return relationsOfEntity(place, mention).map(({ record, end, other, document }) => {
      assert.equal(
        document.text.slice(mentionSpan(other).start, mentionSpan(other).end),
        other.text,
      )
      return `${record.type} ${end === 'from' ? 'out' : 'in'} ${other.text} ${document.path}`
    })
  }

  it('has those of the mention first, then those of its other mentions', () => {
    const [actor, place] = ['actor out 甲市总工会 1.txt', 'place out 乙县 1.txt']
    assert.deepEqual(seenFrom(pageUri, 0), [actor, place])
    assert.deepEqual(seenFrom(pageUri, 3), [place, actor])
  })

  it('is seen from another page, also from a suggestion', () => {
    assert.deepEqual(seenFrom(`${root}/2.txt`, 1), [
      'actor out 甲市总工会 1.txt',
      'place out 乙县 1.txt',
    ])
  })

  it('is empty where nobody has related anything', () => {
    assert.deepEqual(seenFrom(`${root}/2.txt`, 0), [])
  })
})
