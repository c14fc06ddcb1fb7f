import assert from 'node:assert/strict'
import {
  type Changes,
  noChanges,
  replacedIn,
  spanThrough,
  withEdit,
} from '../../server/src/text/changes.ts'
import { applyEdit, type Edit } from '../../server/src/text/edit.ts'
import type { Span } from '../../server/src/text/span.ts'
import { randomNumbers } from '../annotation/random.ts'

/** The span of `⟨…⟩` in a text without it. */
function bracketed(text: string): Span & { readonly text: string } {
  const start = text.indexOf('⟨')
  return { text: text.replace(/[⟨⟩]/g, ''), start, end: text.indexOf('⟩') - 1 }
}

function edited(
  text: string,
  edits: readonly Edit[],
): { readonly text: string; readonly changes: Changes } {
  let [now, changes] = [text, noChanges]
  for (const edit of edits) {
    now = applyEdit(now, edit)
    changes = withEdit(changes, edit, { old: text, now })
  }
  return { text: now, changes }
}

/** `text` with a span, after each `[start, end)` became `by`. */
function moved(text: string, ...edits: readonly (readonly [number, number, string])[]): string {
  const before = bracketed(text)
  const { text: after, changes } = edited(
    before.text,
    edits.map(([start, end, by]) => ({ span: { start, end }, text: by })),
  )
  const span = spanThrough(changes, before)
  return `${after.slice(0, span.start)}⟨${after.slice(span.start, span.end)}⟩${after.slice(span.end)}`
}

describe('a span after edits', () => {
  it('is moved or left by those before and behind it', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [0, 1, '']), '⟨嘉兴市⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [4, 5, '丙丁']), '甲⟨嘉兴市⟩丙丁')
  })

  it('leaves what comes at its edges outside', () => {
    assert.equal(moved('甲⟨嘉兴⟩乙', [1, 1, '在']), '甲在⟨嘉兴⟩乙')
    assert.equal(moved('甲⟨嘉兴⟩乙', [3, 3, '市']), '甲⟨嘉兴⟩市乙')
  })

  it('grows and shrinks by those inside', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [2, 3, '善县']), '甲⟨嘉善县市⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [1, 2, '']), '甲⟨兴市⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [1, 2, '佳']), '甲⟨佳兴市⟩乙')
  })

  it('keeps what is left of it by those over its edge', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [0, 2, '丙']), '丙⟨兴市⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [3, 5, '丙丁']), '甲⟨嘉兴⟩丙丁')
  })

  it('is empty where all of it went', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [0, 5, '丙']), '丙⟨⟩')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [1, 4, '']), '甲⟨⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [1, 4, '丙']), '甲⟨⟩丙乙')
  })

  it('stays empty where it is', () => {
    assert.equal(moved('甲乙⟨⟩丙丁', [3, 3, 'x']), '甲乙⟨⟩丙x丁')
    assert.equal(moved('甲乙⟨⟩丙丁', [2, 2, 'x']), '甲乙x⟨⟩丙丁')
  })

  it('is whole again when what went comes back, in whatever steps', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [0, 3, ''], [0, 0, '甲嘉兴']), '甲⟨嘉兴市⟩乙')
    assert.equal(
      moved('甲⟨嘉兴市⟩乙', [3, 4, ''], [2, 3, ''], [0, 0, '新'], [3, 3, '兴市']),
      '新甲⟨嘉兴市⟩乙',
    )
    // It is the first 富润 that went, though the same text is there again behind the second one.
    assert.equal(moved('⟨富润⟩富润,', [0, 2, ''], [2, 2, '富润']), '⟨⟩富润富润,')
  })
})

describe('changes', () => {
  it('say of each character whether it is still there', () => {
    const random = randomNumbers(7)
    for (let run = 0; run < 500; run++) {
      const text = '甲乙丙丁甲乙丙丁甲乙'
      // What each character is, followed by hand.
      let ids: readonly (number | undefined)[] = [...text].map((_, i) => i)
      const edits: Edit[] = []
      let now = text
      for (let n = random.below(6); n >= 0; n--) {
        const start = random.below(now.length + 1)
        const end = Math.min(now.length, start + random.below(4))
        const edit = { span: { start, end }, text: '甲乙丙'.slice(0, random.below(4)) }
        const inserted = [...edit.text].map(() => undefined)
        ids = [...ids.slice(0, start), ...inserted, ...ids.slice(end)]
        now = applyEdit(now, edit)
        edits.push(edit)
      }
      const { changes } = edited(text, edits)
      for (let at = 0; at < text.length; at++) {
        const span = { start: at, end: at + 1 }
        const place = ids.indexOf(at)
        const isThere = replacedIn(changes, span).length === 0
        // Text that was put back counts as the one that went.
        if (place < 0) assert.ok(!isThere || now[spanThrough(changes, span).start] === text[at])
        else if (isThere)
          assert.deepEqual(spanThrough(changes, span), { start: place, end: place + 1 })
      }
      for (const [i, each] of changes.entries()) {
        assert.ok(each.old.start > (changes[i - 1]?.old.end ?? -1))
        assert.ok(each.new.start > (changes[i - 1]?.new.end ?? -1))
      }
    }
  })
})
