/** A mark more costs little beside all that a page has. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRecogniser } from '../../server/src/recognition/recognise.ts'
import { work } from '../growth/work.ts'
import { analysePage } from '../page/analyse-page.ts'
import { means } from './recognised.ts'

describe('work of recognising', () => {
  it('is small for one mark more among thousands', () => {
    const seeds = new URL('../../seeds/', import.meta.url)
    const text = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(new URL(name, seeds), 'utf8'))
      .join('\n')
    const page = analysePage(text)
    const { mentions } = createRecogniser(means)
    const cold = work(() => void mentions(text, page))
    const fixed = Array.from({ length: 4000 }, (_, index) => {
      const start = index * Math.floor(text.length / 4000)
      return { span: { start, end: start + 2 + (index % 4) }, type: 'Person' }
    })
    const marks = { fixed, positive: new Map<string, string>(), negative: new Set<string>() }
    mentions(text, page, marks)
    const first = { span: { start: 100, end: 104 }, type: 'Place' }
    const more = work(() => void mentions(text, page, { ...marks, fixed: [...fixed, first] }))
    assert.ok(more > 0 && more < cold / 5, `${more} blocks after ${cold}`)
  })
})
