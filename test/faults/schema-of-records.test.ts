/** docs/sidecar.schema.json is true: what the actions write is valid, and what the reader refuses is not. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import { describe, it } from 'mocha'
import { reanchorSidecar } from '../../server/src/annotation/anchor/sidecar.ts'
import { sidecarOf } from '../../server/src/annotation/placed/placed.ts'
import { isHeader, isRecord } from '../../server/src/annotation/record/record-fields.ts'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import { mergeSidecars } from '../../server/src/annotation/sidecar/merge.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import type { ActionName } from '../../server/src/feature/annotate/action.ts'
import { type Json, type JsonObject, parseJson } from '../../server/src/values/json.ts'
import { type Places, placeParams, position } from '../feature/annotate/acting.ts'
import { annotated, pageOf } from '../feature/annotate/fixture.ts'
import { pageChanges, pageSidecar, pageText } from './changed-pages.ts'
import { hostile } from './hostile-sidecar.ts'
import { schemaFault } from './json-schema.ts'

const file = new URL('../../docs/sidecar.schema.json', import.meta.url)
const schema = parseJson(fs.readFileSync(file, 'utf8')) ?? null

function assertValid(sidecar: string): readonly JsonObject[] {
  return sidecar
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const json: JsonObject = JSON.parse(line)
      assert.equal(schemaFault(schema, json), undefined, line.slice(0, 500))
      return json
    })
}

describe('the schema of sidecars', () => {
  it('holds for every kind of record that the actions write', () => {
    const page = annotated(
      '送清凉⏎⏎⟦嘉兴市总工会|Organization⟧启动⟦“十匠”行动|Initiative⟧,⟦嘉兴市|Place⟧好。⏎⏎又一⟦王丽|Person⟧段。⏎⏎司机𠮷很多。',
    )
    const at = (words: string): number => pageOf(page.workspace).text.indexOf(words)
    const span = (words: string) => ({ start: at(words), end: at(words) + words.length })
    const { lines } = pageOf(page.workspace)
    const place = (words: string) => placeParams(lines, { offset: at(words) })
    const act = (name: ActionName, values: JsonObject, places: Places) => {
      const result = page.act(name, values, places)
      assert.notEqual(result.kind, 'refused', `${name}: ${JSON.stringify(result)}`)
    }
    act('accept', {}, { offset: at('嘉兴市总') })
    act('accept', {}, { offset: at('十匠') })
    act('reject', {}, { offset: at('嘉兴市好') })
    act(
      'mark',
      { type: 'Group', note: '𠮷', unsure: true },
      { spans: [span('司机'), span('很多')] },
    )
    act('setUnsure', { unsure: true }, { offset: at('司机') })
    act('setEntity', { entity: 'Person:王丽' }, { offset: at('王丽') })
    act('setReading', { reading: '王莉' }, { offset: at('王丽') })
    const ends = { from: place('“十匠”'), to: place('嘉兴市总') }
    act('attach', { type: 'actor', attributes: { part: 'host' }, note: '首次', ...ends }, {})
    act('splitBlock', { kind: 'note' }, { offset: at('启动') })
    act('setBlockKind', { kind: 'caption' }, { offset: at('司机') })
    const passage = { from: position(lines, at('段。')), to: position(lines, at('司机')) }
    act('continuesAt', { value: true, ...passage }, {})
    act('setPageData', { number: 3, date: '2021-11-22' }, {})
    act('recordCorrection', { was: '司几', certainty: 'certain' }, { span: span('司机') })
    act('done', { force: true }, {})
    const { annotations, view } = pageOf(page.workspace)
    const written = assertValid(printSidecar(sidecarOf(annotations, view, '1.txt')))
    const kinds = new Set(written.map(({ kind, what }) => what ?? kind))
    for (const kind of ['header', 'span', 'relation', 'correction'])
      assert.ok(kinds.has(kind), kind)
    for (const what of ['split', 'kind', 'join', 'data', 'done']) assert.ok(kinds.has(what), what)
  })

  it('holds for what was re-anchored and merged', () => {
    for (const { change } of pageChanges) {
      const view = textView(change(pageText))
      const { sidecar } = reanchorSidecar(readSidecar(pageSidecar), view, 'page.txt')
      assertValid(printSidecar(sidecar))
      const noted = pageSidecar.replaceAll('"type"', '"note":"x","type"')
      assertValid(mergeSidecars(pageSidecar, printSidecar(sidecar), noted).text)
    }
    const sides = ['x', 'y'].map((note) =>
      pageSidecar.replaceAll('"status"', `"note":"${note}","status"`),
    )
    assertValid(mergeSidecars(pageSidecar, sides[0] ?? '', sides[1] ?? '').text)
  })

  it('says the same as the reader of every line, with any key missing or of another kind', () => {
    const example = /```jsonl\n([\s\S]*?)```/.exec(
      fs.readFileSync(new URL('../../docs/sidecar.md', import.meta.url), 'utf8'),
    )?.[1]
    const lines = `${example}${hostile().sidecar.replace('\uFEFF', '').replaceAll('\r', '')}`
    const others: readonly Json[] = [
      null,
      0,
      -1,
      0.5,
      '',
      'x',
      true,
      false,
      [],
      [''],
      [[1, 0]],
      [[0, 1, 2]],
      [[0, 1]],
      {},
      { a: [] },
    ]
    let count = 0
    for (const line of lines.split('\n')) {
      const json = parseJson(line)
      if (json === undefined || json === null || typeof json !== 'object') continue
      const record: JsonObject = JSON.parse(line)
      const variants = Object.keys(record).flatMap((key) => {
        const { [key]: _gone, ...rest } = record
        return [rest, ...others.map((value) => ({ ...rest, [key]: value }))]
      })
      for (const each of [record, ...variants]) {
        const isRead = isRecord(each) || isHeader(each)
        const isValid = schemaFault(schema, each) === undefined
        count++
        if (isRead !== isValid && !differsByLengths(each)) {
          assert.fail(`${isRead ? 'read' : 'not read'}: ${JSON.stringify(each).slice(0, 400)}`)
        }
      }
    }
    assert.ok(count > 1000)
  })
})

/** What a schema cannot say: one quote for each range, and a range whose end is not before its start. */
function differsByLengths({ at, quote }: JsonObject): boolean {
  const lengths = [at, quote].map((each) => (Array.isArray(each) ? each.length : -1))
  const isBackward =
    Array.isArray(at) &&
    at.some((range) => Array.isArray(range) && Number(range[0]) > Number(range[1]))
  return isBackward || lengths[0] !== lengths[1]
}
