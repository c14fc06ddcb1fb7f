import assert from 'node:assert/strict'
import { printEntities } from '../../../server/src/annotation/entities/entities-text.ts'
import { headerOf } from '../../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../../server/src/annotation/sidecar/sidecar.ts'
import { joinParts } from '../../../server/src/corpus/indexing/index-file.ts'
import {
  type IndexingMeans,
  updateIndex,
} from '../../../server/src/corpus/indexing/update-index.ts'
import { pagesOfPaths } from '../../../server/src/corpus/paths/pages-of-paths.ts'
import type { Corpus } from '../../../server/src/corpus/snapshot/model.ts'
import { pageRows } from '../../../server/src/index/database/merge.ts'
import type { Sqlite } from '../../../server/src/index/database/sqlite.ts'
import { joinedName } from '../../../server/src/recognition/decided/decisions.ts'
import { filesOf } from '../../cli/run.ts'
import { lexicon } from '../../lexicon.ts'
import { rounds } from '../../rounds.ts'
import { type Random, randomOf } from '../../varied/random.ts'
import { analyser, RandomCorpus } from '../random-corpus.ts'
import { dump } from './dump.ts'
import { emptyIndex, meansOf } from './means.ts'

/** What a folder holds whose pages, annotations and entities are those of the corpus. */
function diskOf({ documents, entities, config }: Corpus): Record<string, string> {
  const disk: Record<string, string> = {}
  const { schema, newspaper } = config
  disk['pages/corpus.json'] = JSON.stringify({
    newspaper,
    schema: { types: schema.types.map(({ name }) => name) },
  })
  if (entities.records.length > 0) {
    disk['pages/entities.jsonl'] = [...printEntities(entities)].join('')
  }
  for (const { path, text, view, annotations } of documents) {
    disk[`pages/${path}`] = text
    const records = annotations.records.map(({ record }) => record)
    if (records.length === 0) continue
    const header = headerOf(view, path)
    const sidecar = { header, records, broken: annotations.broken }
    disk[`pages/${path.replace('.txt', '.anno.jsonl')}`] = [...printSidecar(sidecar)].join('')
  }
  return disk
}

/** The process is killed after some pages, or after the first step. */
async function interrupted(sqlite: Sqlite, means: IndexingMeans, random: Random): Promise<void> {
  let left = random(3)
  const readPages: IndexingMeans['readPages'] = async function* (orders, names) {
    for await (const page of means.readPages(orders, names)) {
      if (left-- <= 0) throw new Error('killed')
      yield page
    }
  }
  await updateIndex(sqlite, ['pages'], undefined, { ...means, readPages }).catch(
    ({ message }: Error) => assert.equal(message, 'killed'),
  )
}

/** What all pages at once say of entities is what the database says. */
async function checkEntities(sqlite: Sqlite, disk: Record<string, string>): Promise<void> {
  const files = filesOf(disk)
  const { corpus } = await pagesOfPaths(['pages'], { cwd: '/corpus', files, analyser })
  const { index } = corpus
  const types = [...index.entityCounts().keys()]
  const expected = index
    .entities({ types })
    .map(({ id, type, name, aliases, count, pages, uri }) => {
      const facts = index.factsOf(id)
      const isInitiative = type === 'Initiative'
      const { kind, owner, place, since } = facts ?? {}
      const said = isInitiative
        ? [kind, owner?.text, owner?.page, place?.text, since?.text]
        : [undefined, undefined, undefined, undefined, undefined]
      return [id, name, JSON.stringify(aliases), count, pages, uri, ...said].map(
        (each) => each ?? null,
      )
    })
  const found = sqlite.rows(
    `SELECT name.name, entity.name, aliases, count, pages, entity.uri, kind, owner, page.path, place, since
     FROM entity JOIN name ON name.id = entity.root LEFT JOIN page ON page.id = owner_page ORDER BY name.name`,
  )
  const kept = new Set(found.map(([id]) => id))
  const byId = (a: readonly unknown[], b: readonly unknown[]) =>
    String(a[0]) < String(b[0]) ? -1 : 1
  assert.deepEqual(found, expected.filter(([id]) => kept.has(String(id))).sort(byId))
  // What has one name on one page is not kept: its mentions say everything.
  for (const [id, name, aliases, count] of expected.filter(([id]) => !kept.has(String(id)))) {
    const path = /^(.*)#(?!Initiative)/.exec(String(id))?.[1] ?? assert.fail(String(id))
    const [row = []] = sqlite.rows('SELECT id FROM page WHERE path = ?', path)
    const { content, mentions } = pageRows(sqlite, Number(row[0]))
    const type = String(id)
      .slice(path.length + 1)
      .split(':')[0]
    const same = mentions.filter(
      (mention) =>
        mention.name === undefined &&
        mention.type === type &&
        mention.status !== 'rejected' &&
        mention.spans.every(
          ({ start, end }) => joinedName(content.text.slice(start, end)) === name,
        ),
    )
    assert.deepEqual([aliases, count], ['[]', same.length], String(id))
  }
}

describe('an index that is brought up to date', () => {
  for (const seed of [1, 2, 3]) {
    it(`says what one made from scratch says, through changes from ${seed} on`, async () => {
      const random = randomOf(seed)
      const pages = new RandomCorpus(random)
      const kept = await emptyIndex()
      for (let step = 0; step < rounds(25); step++) {
        const changes = Array.from({ length: 1 + random(3) }, () => pages.change())
        const disk = diskOf(pages.corpus)
        const maker = random(10) === 0 ? '2' : '1'
        const means = { ...meansOf(filesOf(disk), analyser), maker }
        if (random(3) === 0) await interrupted(kept, means, random)
        await updateIndex(kept, ['pages'], undefined, means)
        const fresh = await emptyIndex()
        await updateIndex(fresh, ['pages'], undefined, means)
        assert.deepEqual(dump(kept), dump(fresh), `step ${step}: ${changes.join(', ')}`)
        await checkEntities(kept, disk)
        const again = await updateIndex(kept, ['pages'], undefined, means)
        assert.equal(again.read, 0)
      }
    })
  }

  it('is, of parts that were joined, the one of all pages', async () => {
    const random = randomOf(4)
    const pages = new RandomCorpus(random)
    const parts = [await emptyIndex(), await emptyIndex(), await emptyIndex()]
    const joined = await emptyIndex()
    for (let step = 0; step < rounds(20); step++) {
      pages.change()
      const means = meansOf(filesOf(diskOf(pages.corpus)), analyser)
      for (const [i, part] of parts.entries()) {
        await updateIndex(part, ['pages'], { number: i + 1, of: parts.length }, means)
      }
      assert.deepEqual(joinParts(joined, parts, () => lexicon).notes, [])
      const whole = await emptyIndex()
      await updateIndex(whole, ['pages'], undefined, means)
      assert.deepEqual(dump(joined), dump(whole), `step ${step}`)
    }
  })
})
