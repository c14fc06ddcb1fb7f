import assert from 'node:assert/strict'
import type { Mention } from '../../server/src/annotation/model.ts'
import { defaultSchema } from '../../server/src/annotation/schema.ts'
import { brat } from '../../server/src/exchange/brat.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import type { Span } from '../../server/src/text/span.ts'
import { parseMarked } from '../marked.ts'

function mention(spans: readonly Span[], type: string): Mention {
  const rest = { text: '', article: undefined, source: '', confidence: 1 }
  return { spans, type, status: 'suggested', ...rest }
}

/** The file of a page whose marks are its mentions; `change` is made to the text before. */
function write(marked: string): string {
  const { text, spans } = parseMarked(marked)
  return brat.writePage(
    text,
    spans.map((span) => mention([span], span.type)),
  )
}

describe('brat', () => {
  it('has a line for each mention, numbered by position', () => {
    assert.equal(
      write('在⟦嘉兴市|Place⟧,⟦吴浩|Person⟧说'),
      'T1\tPlace 1 4\t嘉兴市\nT2\tPerson 5 7\t吴浩\n',
    )
    assert.equal(write('没有'), '')
  })

  it('counts code points', () => {
    assert.equal(write('𠮷⟦𠮷田茂|Person⟧'), 'T1\tPerson 1 4\t𠮷田茂\n')
  })

  it('counts LF newlines and no byte order mark', () => {
    assert.equal(write('\uFEFF版\r\n⟦吴浩|Person⟧'), 'T1\tPerson 2 4\t吴浩\n')
  })

  it('cuts a name at a break into fragments', () => {
    assert.equal(write('⟦货⏎⏎车司机|Group⟧'), 'T1\tGroup 0 1;3 6\t货 车司机\n')
    assert.equal(write('⟦货\r\n\r\n  车司机|Group⟧'), 'T1\tGroup 0 1;5 8\t货 车司机\n')
  })

  it('cuts at everything that ends a line in Python, and at a tab', () => {
    for (const cut of ['\u2028', '\u2029', '\u0085', '\v', '\f', '\u001c', '\r', '\t']) {
      assert.equal(write(`⟦货${cut}车|Group⟧`), 'T1\tGroup 0 1;2 3\t货 车\n', JSON.stringify(cut))
    }
  })

  it('keeps a space inside a name', () => {
    assert.equal(write('⟦A B|Person⟧'), 'T1\tPerson 0 3\tA B\n')
  })

  it('has the fragments of a name that another block cuts in source order', () => {
    const spans = [
      { start: 4, end: 6 },
      { start: 0, end: 1 },
    ]
    assert.equal(
      brat.writePage('机。⏎⏎货车司', [mention(spans, 'Group')]),
      'T1\tGroup 0 1;4 6\t机 货车\n',
    )
  })

  it('leaves out what was rejected and what is empty', () => {
    const rejected: Mention = { ...mention([{ start: 0, end: 1 }], 'Group'), status: 'rejected' }
    assert.equal(brat.writePage('货\n', [rejected, mention([{ start: 1, end: 2 }], 'Group')]), '')
  })

  it('does not depend on the order in which mentions come', () => {
    const mentions = [mention([{ start: 2, end: 3 }], 'B'), mention([{ start: 0, end: 1 }], 'A')]
    assert.equal(
      brat.writePage('一二三', mentions),
      brat.writePage('一二三', mentions.toReversed()),
    )
  })

  it('declares every type of the schema, with its Chinese label', () => {
    const [annotation, visual] = brat.writeSettings(defaultSchema)
    assert.deepEqual([annotation?.path, visual?.path], ['annotation.conf', 'visual.conf'])
    for (const { name, labelZh } of defaultSchema.types) {
      assert.match(annotation?.content ?? '', new RegExp(`^${name}$`, 'm'))
      assert.match(visual?.content ?? '', new RegExp(`^${name} \\| ${labelZh} `, 'm'))
      assert.match(visual?.content ?? '', new RegExp(`^${name}\tbgColor:#`, 'm'))
    }
  })

  it('is in the list of formats', () => {
    assert.deepEqual(
      formats.map(({ name }) => name),
      ['brat'],
    )
  })
})
