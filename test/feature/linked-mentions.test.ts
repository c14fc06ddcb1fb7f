import assert from 'node:assert/strict'
import { LinkedMentions } from '../../server/src/feature/lists/linked-mentions.ts'
import { mentionList } from '../../server/src/feature/lists/mention-list.ts'
import { RandomCorpus } from '../index/random-corpus.ts'
import { rounds } from '../rounds.ts'
import { randomOf } from '../varied/random.ts'

describe('mentions of pages that come one by one', () => {
  it('have the entities that they have in the corpus of all of them', () => {
    let count = 0
    const linked = new Set<string>()
    for (let seed = 0; seed < rounds(40); seed++) {
      const pages = new RandomCorpus(randomOf(seed + 1))
      for (let step = 0; step < 20; step++) pages.change()
      const { corpus } = pages
      const list = new LinkedMentions(corpus.entities.decisions)
      const alone = corpus.documents.flatMap((document) =>
        list.ofPage({ document, data: corpus.pageData(document) }),
      )
      const records = alone.map((record) => list.linked(record))
      assert.deepEqual(records, mentionList(corpus, corpus.documents))
      count += records.length
      for (const [i, { entity }] of records.entries()) {
        if (entity !== null && entity !== alone[i]?.entity) linked.add(`${seed} ${entity}`)
      }
    }
    assert.ok(count > 500, `${count} mentions`)
    assert.ok(linked.size > 0, 'no name is a shorter one of a name on another page')
  })
})
