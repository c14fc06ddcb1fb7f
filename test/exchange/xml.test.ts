import assert from 'node:assert/strict'
import {
  allowedXml,
  escapeAttribute,
  escapeXml,
  readXml,
  xmlAttributes,
} from '../../server/src/exchange/file/xml.ts'

/** Events of a document, a line each, and its fault. */
function events(content: string): { readonly lines: readonly string[]; readonly fault?: string } {
  const lines: string[] = []
  const fault = readXml(content, {
    open: ({ uri, name, attributes }) => {
      const all = [...attributes].map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
      lines.push(`+${uri === '' ? '' : `{${uri}}`}${name}${all.join('')}`)
    },
    close: ({ name }) => lines.push(`-${name}`),
    text: (text) => lines.push(JSON.stringify(text)),
  })
  return fault === undefined ? { lines } : { lines, fault: `${fault.line}: ${fault.message}` }
}

describe('XML, read', () => {
  it('gives elements with their namespaces, and text with CDATA', () => {
    assert.deepEqual(
      events('<a xmlns="u" xmlns:p="v"><p:b c="1" xml:id="x">甲&amp;<![CDATA[<]]></p:b></a>').lines,
      ['+{u}a xmlns="u" xmlns:p="v"', '+{v}b c="1" xml:id="x"', '"甲&"', '"<"', '-b', '-a'],
    )
  })

  it('makes LF of newlines, and blanks of those in attributes, but keeps references', () => {
    assert.deepEqual(events('<a b="1\r\n2&#13;&#10;3">4\r\n5&#13;6</a>').lines, [
      '+a b="1 2\\r\\n3"',
      '"4\\n5\\r6"',
      '-a',
    ])
  })

  it('refuses a document type and entities, at their line', () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    assert.equal(events(bomb).fault, '2: XML with a document type is not read.')
    assert.match(events('<a>&b;</a>').fault ?? '', /^1: This is no XML that can be read: /)
  })

  it('stops at the first error, and where elements are too deep', () => {
    const { lines, fault } = events('<a><b></a><c/>')
    assert.ok(fault !== undefined && !lines.includes('+c'))
    assert.match(events('甲').fault ?? '', /no XML/)
    assert.equal(
      events('<a>'.repeat(300)).fault,
      '1: Elements are inside each other more than 256 deep.',
    )
  })
})

describe('XML, written', () => {
  it('escapes so that a reader gives the same', () => {
    const text = '<b>&amp; "甲" \' ]]>\t\r\n\u0085\u2028😀'
    assert.equal(escapeXml('a\r<'), 'a&#13;&lt;')
    assert.equal(escapeAttribute('"\t\n'), '&quot;&#9;&#10;')
    const { lines } = events(`<a${xmlAttributes([['b', text]])}>${escapeXml(text)}</a>`)
    assert.deepEqual(
      [
        lines[0],
        lines
          .slice(1, -1)
          .map((line) => JSON.parse(line))
          .join(''),
      ],
      [`+a b=${JSON.stringify(text)}`, text],
    )
  })

  it('has no attribute for a value that is not there', () => {
    assert.equal(
      xmlAttributes([
        ['a', undefined],
        ['b', 0],
        ['c', ''],
      ]),
      ' b="0" c=""',
    )
  })

  it('replaces what XML forbids, unit by unit', () => {
    assert.equal(allowedXml('a\0b\u000b\ufffe\ud800c😀\udc00\t\n\r'), 'a�b���c😀�\t\n\r')
  })
})
