import assert from 'node:assert/strict'
import type { Mention } from '../../server/src/annotation/record/mention.ts'
import { doneOf } from '../../server/src/annotation/record/page-corrections.ts'
import type { Corpus, Document } from '../../server/src/corpus/snapshot/model.ts'
import { FullerNames } from '../../server/src/entity/fuller-names.ts'
import { corrections } from '../../server/src/feature/page/corrections.ts'
import { decisionsOf } from '../../server/src/index/decided-names.ts'
import { linkedRows } from '../../server/src/index/linked-pages.ts'
import { MemoryIndex } from '../../server/src/index/memory-index.ts'
import type { Index } from '../../server/src/index/model.ts'
import { pageNames } from '../../server/src/index/page-names.ts'
import { holdsAny } from '../../server/src/recognition/decided/change.ts'
import { rounds } from '../rounds.ts'
import { randomOf } from '../varied/random.ts'
import { RandomCorpus, words } from './random-corpus.ts'

/** What the index says to every question that can be asked of these pages. */
function answers({ documents }: Corpus, index: Index): unknown {
  // No page waits for its suggestions.
  for (const { mentions } of documents) void mentions
  const types = [...index.entityCounts().keys()].sort()
  const entities = index.entities({ types })
  const { positive, negative } = index.nameDecisions()
  return {
    counts: [...index.entityCounts()].sort(),
    entities,
    parts: [
      index.entities({ types, from: 3, most: 4 }),
      index.entities({ types, letters: '市工', from: 1 }),
      index.entities({ types: types.toReversed(), most: 5 }),
    ],
    ofEntities: [...entities.map(({ id }) => id), 'Place:nowhere'].map((id) => [
      index.entity(id),
      index.mentionsOf(id),
      index.mentionsOf(id, { from: 1, most: 2 }),
      documents.map(({ path: page }) => index.mentionsOf(id, { page })),
      index.pagesOf(id),
      index.pagesOf(id, { from: 1, most: 1 }),
      index.namesOf(id),
      index.fullestMention(id),
      index.factsOf(id),
    ]),
    ofMentions: documents.map(({ path, mentions }) =>
      mentions.map((mention) => [
        index.entityOf(path, mention)?.id,
        index.linkOf(path, mention).map((reason) => ({ ...reason, page: undefined })),
      ]),
    ),
    ofWords: words.map((word) => [
      index.isMentioned(word),
      index.pagesMentioning(word),
      index.pagesHolding(new Set([word])),
    ]),
    pages: [index.pagesWith('done'), index.pagesWith('corrected')],
    names: [[...positive].sort(), [...negative].sort()],
  }
}

/** Some of the answers, by looking at every page. */
function seenOnPages({ documents }: Corpus): unknown {
  const paths = (holds: (document: Document) => boolean) =>
    documents.filter(holds).map(({ path }) => path)
  const isMentioned = (word: string) => (document: Document) =>
    document.mentions.some(
      (mention) => mention.text === word && mention.status !== 'rejected' && !isPronoun(mention),
    )
  return {
    mentions: documents.flatMap(({ mentions }) =>
      mentions.filter(({ status }) => status !== 'rejected'),
    ).length,
    mentioning: words.map((word) => paths(isMentioned(word))),
    holding: words.map((word) => paths(({ page }) => holdsAny(page, new Set([word])))),
    done: paths(
      ({ annotations }) => doneOf(annotations.records.map((e) => e.record)) !== undefined,
    ),
    corrected: paths((document) => corrections(document).length > 0),
  }
}

function askedOf({ index }: Corpus): unknown {
  const entities = index.entities({ types: [...index.entityCounts().keys()] })
  return {
    mentions: entities.reduce((sum, { count }) => sum + count, 0),
    mentioning: words.map((word) => index.pagesMentioning(word)),
    holding: words.map((word) => index.pagesHolding(new Set([word]))),
    done: index.pagesWith('done'),
    corrected: index.pagesWith('corrected'),
  }
}

/** 该公司 names nothing. */
function isPronoun({ record }: Mention): boolean {
  return record?.coreference === true
}

/** Entities of mentions whose pages come one by one are those of the index. */
function checkOnePass({ documents, pageData, index, entities: { decisions } }: Corpus): void {
  const names = new FullerNames(decisions)
  const found: (readonly [Mention, string])[] = []
  for (const document of documents) {
    const apart = decisions.apart.get(document.path)
    const { rows } = linkedRows(document, pageData(document), apart)
    names.add(rows)
    for (const { id, mentions } of rows) for (const each of mentions) found.push([each, id])
  }
  for (const { path, mentions } of documents) {
    for (const mention of mentions) {
      const id = found.find(([each]) => each === mention)?.[1]
      const entity = id === undefined ? undefined : names.entityOf(id)
      assert.equal(entity, index.entityOf(path, mention)?.id, mention.text)
    }
  }
}

/** Every part of a long answer is that part of the whole. */
function checkParts({ index, documents }: Corpus, from: number): void {
  const types = [...index.entityCounts().keys()].sort()
  const entities = index.entities({ types })
  const [most, to] = [4, from + 4]
  assert.deepEqual(index.entities({ types, from, most }), entities.slice(from, to))
  const letters = '市会'
  const matching = entities.filter(({ name, aliases }) =>
    [name, ...aliases].some((form) => /市.*会/u.test(form)),
  )
  assert.deepEqual(index.entities({ types, letters, from, most }), matching.slice(from, to))
  for (const { id, name } of entities) {
    const mentions = index.mentionsOf(id)
    assert.deepEqual(index.mentionsOf(id, { from, most }), mentions.slice(from, to))
    const pages = documents.map(({ path }) => index.mentionsOf(id, { page: path }))
    assert.deepEqual(pages.flat(), mentions)
    const there = pages.flatMap((here) => {
      const [first] = here
      if (first === undefined) return []
      return { page: first.page, count: here.length, first: first.mention.spans[0]?.start }
    })
    assert.deepEqual(index.pagesOf(id), there)
    assert.deepEqual(index.pagesOf(id, { from, most }), there.slice(from, to))
    const named = mentions.find(({ mention }) => mention.text === name && !isPronoun(mention))
    if (named !== undefined) assert.deepEqual(index.fullestMention(id), named)
    else assert.ok(mentions.some(({ mention }) => mention === index.fullestMention(id)?.mention))
  }
}

function fromScratch({ documents, config, pageData, entities: { decisions } }: Corpus): Index {
  return new MemoryIndex({ pages: documents, dataOf: pageData, terms: config, decisions })
}

describe('an index kept up by differences', () => {
  for (const seed of [1, 2, 3]) {
    it(`answers as one made from scratch, through changes from ${seed} on`, () => {
      const random = randomOf(seed)
      const pages = new RandomCorpus(random)
      const seen: { readonly corpus: Corpus; readonly answers: unknown }[] = []
      const asked = new Set<string>()
      for (let step = 0; step < rounds(80); step++) {
        const changes = Array.from({ length: 1 + random(3) }, () => pages.change())
        for (const change of changes) asked.add(change)
        const { corpus } = pages
        const said = answers(corpus, corpus.index)
        const which = `step ${step}: ${changes.join(', ')}`
        assert.deepEqual(said, answers(corpus, fromScratch(corpus)), which)
        assert.deepEqual(askedOf(corpus), seenOnPages(corpus), which)
        checkParts(corpus, random(12))
        checkOnePass(corpus)
        seen.push({ corpus, answers: said })
        // An older snapshot still says what it said.
        const old = seen[random(seen.length)]
        if (old !== undefined) assert.deepEqual(answers(old.corpus, old.corpus.index), old.answers)
      }
      assert.equal(asked.size, 10)
    })
  }

  it('tells pages the names that people decided on others', () => {
    const random = randomOf(4)
    const pages = new RandomCorpus(random)
    for (let step = 0; step < rounds(200); step++) {
      const change = pages.change()
      const { documents, names } = pages.corpus
      const { positive, negative } = decisionsOf(
        documents.map(({ annotations }) => pageNames(annotations.records)),
      )
      const sorted = (list: Iterable<unknown>) => [...list].sort()
      assert.deepEqual(sorted(names.positive), sorted(positive), change)
      assert.deepEqual(sorted(names.negative), sorted(negative), change)
      if (step % 10 > 0) continue
      for (const { uri, path, mentions } of documents) {
        pages.workspace.apply({ kind: 'suggest', uri })
        assert.deepEqual(mentions, pages.corpus.byPath(path)?.mentions, `${path} after ${change}`)
      }
    }
  })
})
