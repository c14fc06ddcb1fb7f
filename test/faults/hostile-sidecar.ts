/** A page and a sidecar with values that nobody expects in every field, for tests. */
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from '../annotation/records.ts'

/** Names of an object's own machinery, markup, links that run commands, controls, half a pair. */
const nasty =
  '__proto__ <img src=x onerror=alert(1)> [x](command:biaozhu.exit) `a|b` ]]> -- \u202e\u2028\u0007 𠮷 👨‍👩‍👧 \ud800'

/** The page, and its sidecar with BOM and CRLF as an old editor would save it. */
export function hostile(): { readonly text: string; readonly sidecar: string } {
  const { text, sidecar } = markedSidecar(
    '在⟦嘉兴市|Place⟧的⟦𠮷野家|Organization⟧与⟦富润|Organization⟧和⟦工会|Organization⟧。\n',
  )
  const [one, two, three, four] = sidecar.records
  const everywhere = {
    type: '__proto__',
    entity: nasty,
    reading: nasty,
    note: nasty + '长'.repeat(350_000),
    who: nasty,
    when: nasty,
    source: nasty,
    confidence: 1e308,
    attributes: JSON.parse(
      `{"__proto__":"x","constructor":true,"toString":-1,"a b<c>":"${'|*_'}"}`,
    ),
    conflict: JSON.parse('{"__proto__":{"polluted":1},"type":"<b>","attributes.__proto__":null}'),
    ...JSON.parse('{"__proto__":{"polluted":true},"hasOwnProperty":1,"1":[{"constructor":{}}]}'),
  }
  const records = [
    { ...one, ...everywhere, id: '__proto__' },
    { ...two, ...everywhere, id: '__proto__', type: nasty },
    { ...three, id: nasty, attributes: { 'x\u0000y': nasty } },
    { ...four, id: 'hasOwnProperty', anchor: 'changed', marked: [nasty] },
    { kind: 'relation', id: '__proto__', type: nasty, from: '__proto__', to: nasty },
    { kind: 'relation', id: 'r', type: 'constructor', from: 'r', to: 'r', status: 'accepted' },
    {
      kind: 'relation',
      id: 's',
      type: 'partOf',
      from: '__proto__',
      to: 'toString',
      status: 'accepted',
    },
    { kind: 'page', id: 'p', what: '__proto__', value: JSON.parse('{"__proto__":[]}') },
    {
      kind: 'page',
      id: 'd',
      what: 'data',
      value: { newspaper: nasty, date: nasty, number: 1e300 },
    },
    { kind: 'page', id: 'e', what: 'done', value: [nasty], note: nasty },
    { ...one, kind: 'page', id: 'k', what: 'kind', value: { kind: nasty } },
    { ...two, kind: 'correction', id: 'c', was: nasty, certainty: 'certain', note: nasty },
    { ...two, id: 'far', at: [[Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER]] },
    {
      ...three,
      id: 'back',
      at: [
        [9, 9],
        [0, 1],
      ],
      quote: ['', '在'],
    },
  ]
  const lines =
    printSidecar({ ...sidecar, records: [] }) +
    records.map((each) => JSON.stringify(each)).join('\n')
  const odd = ['{"kind":"__proto__"}', '[]', 'null', nasty, '{"kind":"span","id":7}']
  return { text, sidecar: `\uFEFF${[lines, ...odd, ''].join('\n').replaceAll('\n', '\r\n')}` }
}
