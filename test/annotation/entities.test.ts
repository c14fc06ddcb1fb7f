import assert from 'node:assert/strict'
import { printEntities, readEntities } from '../../server/src/annotation/entities/entities-text.ts'
import {
  mergeEntitiesTexts,
  readStoredEntities,
} from '../../server/src/annotation/entities/merge-entities.ts'

const header = '{"kind":"entities","version":1}'
const name = (id: string, entity: string, rest = '') =>
  `{"kind":"name","id":"Initiative:${id}","type":"Initiative","entity":"Initiative:${entity}"${rest}}`
const entity = (id: string, rest: string) =>
  `{"kind":"entity","id":"Initiative:${id}","type":"Initiative"${rest}}`
const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join('')

describe('entities.jsonl', () => {
  it('is printed by id, with unknown keys behind the known ones', () => {
    const mixed = lines(
      name('十条', '助企十条', ',"zz":1,"who":"王丽"'),
      entity('助企十条', ',"uri":"https://example.org/1","name":"助企十条政策"'),
      header,
    )
    const text = printEntities(readEntities(mixed))
    assert.equal(
      text,
      lines(
        header,
        entity('助企十条', ',"name":"助企十条政策","uri":"https://example.org/1"'),
        name('十条', '助企十条', ',"who":"王丽","zz":1'),
      ),
    )
    assert.equal(printEntities(readEntities(text)), text)
  })

  it('keeps what it does not understand, and says what is wrong with it', () => {
    const text = lines(
      header,
      '{"kind":"entity","id":"Initiative:A"}',
      name('B', 'C'),
      'not JSON',
      '{"kind":"someday","id":"X"}',
      '{"kind":"name","id":"Initiative:D","type":"Person","entity":"Person:D"}',
      '{"kind":"name","id":"Initiative:E","type":"Initiative","entity":7}',
    )
    const reading = readEntities(text)
    assert.deepEqual(
      reading.problems.map(({ line, message }) => `${line} ${message}`),
      [
        '2 The key "type" is missing.',
        '4 No JSON object.',
        '5 A record of an unknown kind: "someday".',
        '6 Initiative:D is no id of the type Person.',
        '7 The key "entity" has a wrong value.',
      ],
    )
    assert.equal(reading.records.length, 1)
    assert.equal(printEntities(reading), text)
  })

  it('takes the later of two lines about one name, and keeps the other line', () => {
    const old = name('A', 'B', ',"when":"2026-01-01"')
    const late = name('A', 'C', ',"when":"2026-02-01"')
    for (const text of [lines(header, old, late), lines(header, late, old)]) {
      const reading = readEntities(text)
      assert.deepEqual(
        reading.records.map((record) => record.kind === 'name' && record.entity),
        ['Initiative:C'],
      )
      assert.deepEqual(
        reading.problems.map(({ kind }) => kind),
        ['duplicate id'],
      )
      assert.equal(printEntities(reading), lines(header, late, old))
    }
  })

  it('is nothing where nothing is said', () => {
    assert.equal(printEntities(readEntities('')), '')
    assert.equal(printEntities(readEntities(lines(header))), '')
  })

  it('says that a newer version wrote it', () => {
    const { problems, version } = readEntities('{"kind":"entities","version":2}\n')
    assert.deepEqual([version, problems.map(({ kind }) => kind)], [2, ['version']])
  })

  it('merges what two people said of different names, and of different keys of one entity', () => {
    const base = lines(header, entity('A', ',"name":"甲"'))
    const ours = lines(header, entity('A', ',"name":"甲乙"'), name('B', 'A'))
    const theirs = lines(header, entity('A', ',"name":"甲","uri":"urn:a"'), name('C', 'A'))
    const { text, conflicts } = mergeEntitiesTexts(base, ours, theirs)
    assert.deepEqual(conflicts, [])
    assert.equal(
      text,
      lines(header, entity('A', ',"name":"甲乙","uri":"urn:a"'), name('B', 'A'), name('C', 'A')),
    )
  })

  it('keeps theirs beside ours where both linked one name', () => {
    const { text, conflicts } = mergeEntitiesTexts(
      '',
      lines(header, name('A', 'B')),
      lines(header, name('A', 'C')),
    )
    assert.deepEqual(conflicts, [{ id: 'Initiative:A', kind: 'value', keys: ['entity'] }])
    assert.equal(text, lines(header, name('A', 'B', ',"conflict":{"entity":"Initiative:C"}')))
  })

  it('keeps a link that one side changed and the other took away', () => {
    const base = lines(header, name('A', 'B'), name('D', 'B'))
    const ours = lines(header, name('A', 'C'))
    const { text, conflicts } = mergeEntitiesTexts(base, ours, lines(header, name('D', 'B')))
    assert.deepEqual(
      conflicts.map(({ kind }) => kind),
      ['deletion'],
    )
    assert.equal(text, ours)
  })

  it('is read as merged where git left the marks of a conflict', () => {
    const marked = lines(
      header,
      '<<<<<<< HEAD',
      name('B', 'A'),
      '=======',
      name('C', 'A'),
      '>>>>>>> theirs',
    )
    const { records, problems } = readStoredEntities(marked)
    assert.deepEqual(
      records.map(({ id }) => id),
      ['Initiative:B', 'Initiative:C'],
    )
    assert.equal(problems.filter(({ kind }) => kind === 'conflict marker').length, 3)
  })
})
