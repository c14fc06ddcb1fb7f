/** Sentences cut by column breaks are whole in the logical text, and nothing else is joined. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, describe, it } from 'mocha'
import type { Block, Page } from '../../server/src/page/model.ts'
import { analysePage } from './analyse-page.ts'

interface Cut {
  readonly doc: string
  readonly before: string
  readonly after: string
  readonly wrong_order?: boolean
}

const root = new URL('../../', import.meta.url)
const cuts: readonly Cut[] = JSON.parse(
  readFileSync(new URL('test/gold/columnbreaks.json', root), 'utf8'),
)

describe('column breaks of the gold pages', () => {
  const pages = new Map<string, { text: string; page: Page }>()
  let right = 0
  let asked = 0

  for (const cut of cuts) {
    const known = pages.get(cut.doc) ?? analysed(cut.doc)
    pages.set(cut.doc, known)
    const { text, page } = known
    const [first, second] = blocksAt(text, page, cut)
    if (cut.wrong_order === true) {
      it(`${cut.doc} does not join …${cut.before} and ${cut.after}…`, () => {
        assert.notEqual(continuation(page, first), second)
      })
    } else {
      it(`${cut.doc} joins …${cut.before} and ${cut.after}…`, () => {
        asked++
        assert.equal(continuation(page, first), second)
        assert.ok(
          page.articles.some(({ logical }) => logical.text.includes(cut.before + cut.after)),
        )
        right++
      })
    }
  }

  it('goes on behind what stands inside a sentence', () => {
    const texts = [...pages.values()].flatMap(({ page }) => page.articles)
    for (const whole of ['表决通过。双方', '原因清、进度清']) {
      assert.ok(texts.some(({ logical }) => logical.text.includes(whole)))
    }
  })

  it('joins nothing that is not a cut of the gold pages', () => {
    const expected = new Set(cuts.map((cut) => cut.before.slice(-4)))
    const found: string[] = []
    for (const { text, page } of pages.values()) {
      for (const { blocks, joints } of page.articles) {
        for (const [i, joint] of joints.entries()) {
          const end = blocks[i - 1]?.span.end ?? 0
          if (joint === 'join') found.push(text.slice(end - 4, end))
        }
      }
    }
    const more = found.filter((end) => !expected.has(end))
    assert.deepEqual(more, [])
  })

  after(() => console.log(`      column breaks joined: ${right} of ${asked}`))
})

/** The block that goes on from `block` without a break. */
function continuation(page: Page, block: Block | undefined): Block | undefined {
  for (const { blocks, joints } of page.articles) {
    const at = block === undefined ? -1 : blocks.indexOf(block)
    if (at >= 0 && joints[at + 1] === 'join') return blocks[at + 1]
  }
  return undefined
}

function blocksAt(text: string, page: Page, cut: Cut): readonly [Block, Block] {
  const match = new RegExp(`${escaped(cut.before)}\\s*\\n\\s*(?=${escaped(cut.after)})`).exec(text)
  assert.ok(match, `the cut ${cut.before} | ${cut.after} is in the page`)
  const end = match.index + cut.before.length
  const first = page.blocks.find(({ span }) => span.start < end && end <= span.end)
  const second = page.blocks.find(({ span }) => span.start === match.index + match[0].length)
  assert.ok(first && second, `blocks meet at ${cut.before} | ${cut.after}`)
  return [first, second]
}

function escaped(text: string): string {
  return text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function analysed(doc: string): { text: string; page: Page } {
  const name = readdirSync(new URL('seeds/', root)).find((file) => file.startsWith(doc))
  const text = readFileSync(new URL(`seeds/${name}`, root), 'utf8')
  return { text, page: analysePage(text) }
}
