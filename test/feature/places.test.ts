import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { definition } from '../../server/src/feature/cursor/definition.ts'
import { highlights } from '../../server/src/feature/cursor/highlights.ts'
import { neighbour } from '../../server/src/feature/cursor/neighbour.ts'
import { references } from '../../server/src/feature/cursor/references.ts'
import type { PlacedSpan } from '../../server/src/feature/looking/places.ts'
import { corpusFixture } from '../corpus-fixture.ts'

const pages = {
  '1.txt': '⟦诸暨市总工会|Organization⟧和⟦嘉兴市|Place⟧与⟦诸暨市总$0工会|Organization⟧。',
  '2.txt': '⟦嘉兴市|Place⟧的⟦诸暨市总工会|Organization⟧。',
}

function print({ document, span }: PlacedSpan): string {
  return `${document.path} ${span.start}-${span.end} ${document.text.slice(span.start, span.end)}`
}

describe('definition', () => {
  it('is the first of the fullest mentions', () => {
    const { place, cursor } = corpusFixture(pages)
    const found = definition(place, cursor)
    assert.ok(found)
    assert.equal(print(found.target), '1.txt 0-6 诸暨市总工会')
    assert.deepEqual(found.origin, { start: 11, end: 17 })
  })

  it('is none beside mentions', () => {
    const { place } = corpusFixture(pages)
    assert.equal(definition(place, place.document.text.length), undefined)
  })
})

describe('references', () => {
  const all = ['1.txt 0-6 诸暨市总工会', '1.txt 11-17 诸暨市总工会', '2.txt 4-10 诸暨市总工会']

  it('are the mentions of the entity over all pages', () => {
    const { place, cursor } = corpusFixture(pages)
    assert.deepEqual(references(place, cursor).map(print), all)
  })

  it('can leave the definition out', () => {
    const { place, cursor } = corpusFixture(pages)
    const found = references(place, cursor, { includeDefinition: false })
    assert.deepEqual(found.map(print), all.slice(1))
  })
})

describe('highlights', () => {
  it('are those of the page', () => {
    const { place, cursor } = corpusFixture(pages)
    assert.deepEqual(highlights(place, cursor), [
      { start: 0, end: 6 },
      { start: 11, end: 17 },
    ])
  })
})

describe('neighbour', () => {
  function go(direction: 'next' | 'previous', scope: 'page' | 'entity'): string | undefined {
    const { place, cursor } = corpusFixture(pages)
    const found = neighbour(place, cursor, { direction, scope })
    return found && print(found)
  }

  it('goes through the mentions of a page and wraps round', () => {
    assert.equal(go('next', 'page'), '1.txt 0-6 诸暨市总工会')
    assert.equal(go('previous', 'page'), '1.txt 7-10 嘉兴市')
  })

  it('goes through an entity over the pages', () => {
    assert.equal(go('next', 'entity'), '2.txt 4-10 诸暨市总工会')
    assert.equal(go('previous', 'entity'), '1.txt 0-6 诸暨市总工会')
  })

  it('leaves out no mention that touches or holds another one', () => {
    const back = (marked: string): readonly string[] => {
      const { place, cursor } = corpusFixture({ '1.txt': marked })
      const words: string[] = []
      for (let offset = cursor, steps = 0; steps < 3; steps++) {
        const found = neighbour(place, offset, { direction: 'previous', scope: 'page' })
        assert.ok(found)
        offset = found.span.start
        words.push(print(found))
      }
      return words
    }
    const touching = ['1.txt 0-2 甲县', '1.txt 4-6 丙县', '1.txt 2-4 乙县']
    assert.deepEqual(back('⟦甲县|Place⟧⟦乙$0县|Place⟧⟦丙县|Place⟧'), touching)
    assert.deepEqual(back('⟦甲县|Place⟧$0⟦乙县|Place⟧⟦丙县|Place⟧'), touching)
    const behind = back('⟦甲县|Place⟧⟦乙县|Place⟧⟦丙县|Place⟧$0好')
    assert.deepEqual(behind, ['1.txt 2-4 乙县', '1.txt 0-2 甲县', '1.txt 4-6 丙县'])
    const nested = back('⟦甲县|Place⟧在⟦乙县⟦工$0会|Group⟧|Organization⟧')
    assert.deepEqual(nested.slice(0, 2), ['1.txt 3-7 乙县工会', '1.txt 0-2 甲县'])
  })

  it('has nowhere to go on a page without mentions', () => {
    const { place } = corpusFixture({ '1.txt': '没有。' })
    assert.equal(neighbour(place, 0, { direction: 'next', scope: 'page' }), undefined)
  })
})
