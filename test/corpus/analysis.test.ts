import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnalyser } from '../../server/src/corpus/analysis/analysis.ts'

describe('the analyser', () => {
  it('finds what needs no words where dictionary and word lists are missing, and says why once', () => {
    const warnings: string[] = []
    const analyser = createAnalyser(join(tmpdir(), 'no-such-folder'), (text) => warnings.push(text))
    const text = '电子信箱: news@example.com\n'
    const page = analyser.page(text)
    const found = () => analyser.mentions(text, page).map(({ text: name }) => name)
    assert.ok(found().includes('news@example.com'))
    assert.ok(found().includes('news@example.com'))
    assert.deepEqual(
      warnings.map((warning) => warning.split(',')[0]),
      [
        'The word lists cannot be read',
        'Words are not segmented',
        'The learned tagger cannot be read',
      ],
    )
  })

  it('shows what is prepared so far', () => {
    const analyser = createAnalyser(join(tmpdir(), 'no-such-folder'), () => undefined)
    const text = '电子信箱: news@example.com\n'
    const page = analyser.page(text)
    assert.deepEqual(analyser.soFar?.(text, page), [])
    const steps = [...(analyser.prepare?.(text, page, 0) ?? [])]
    assert.ok(steps.length > 0)
    assert.deepEqual(analyser.soFar?.(text, page), analyser.mentions(text, page))
    assert.ok(analyser.mentions(text, page).length > 0)
  })
})
