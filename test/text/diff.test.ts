import assert from 'node:assert/strict'
import type { Match } from '../../server/src/text/diff/align.ts'
import { diffTexts, mapThrough } from '../../server/src/text/diff/diff.ts'
import { randomNumbers } from '../annotation/random.ts'

/** The old text with what stayed in brackets: `[在]嘉[兴]`. */
function kept(before: string, after: string): string {
  let shown = ''
  let at = 0
  for (const { old, length } of diffTexts(before, after)) {
    shown += `${before.slice(at, old)}[${before.slice(old, old + length)}]`
    at = old + length
  }
  return shown + before.slice(at)
}

/** Where the span of `⟨…⟩` of the old text is in the new one. */
function mapped(marked: string, after: string): string {
  const before = marked.replace(/[⟨⟩]/g, '')
  const span = { start: marked.indexOf('⟨'), end: marked.indexOf('⟩') - 1 }
  const ends = { old: before.length, new: after.length }
  const { start, end, exact } = mapThrough(diffTexts(before, after), span, ends)
  return `${after.slice(0, start)}⟨${after.slice(start, end)}⟩${after.slice(end)}${exact ? '' : '?'}`
}

function assertRuns(before: string, after: string, matches: readonly Match[]): void {
  let [old, fresh] = [0, 0]
  for (const one of matches) {
    assert.ok(one.length > 0 && one.old >= old && one.new >= fresh)
    const common = before.slice(one.old, one.old + one.length)
    assert.equal(common, after.slice(one.new, one.new + one.length))
    assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(common))
    old = one.old + one.length
    fresh = one.new + one.length
  }
}

describe('diffs', () => {
  it('keep what did not change', () => {
    assert.equal(kept('', ''), '')
    assert.equal(kept('嘉兴', ''), '嘉兴')
    assert.equal(kept('嘉兴市总工会', '嘉兴市总工会'), '[嘉兴市总工会]')
    assert.equal(kept('嘉兴市总工会\n诸暨', '嘉兴总工会\n诸暨'), '[嘉兴]市[总工会\n诸暨]')
  })

  it('see a line that came or went', () => {
    assert.equal(
      kept('甲甲甲\n乙乙乙\n丙丙丙\n', '甲甲甲\n丙丙丙\n'),
      '[甲甲甲\n]乙乙乙\n[丙丙丙\n]',
    )
  })

  it('see lines that were joined', () => {
    assert.equal(kept('快递物流、货\n\n车司机', '快递物流、货车司机'), '[快递物流、货]\n\n[车司机]')
  })

  it('leave out what two passages share by chance', () => {
    assert.equal(kept('前甲乙丙的丁戊己后', '前子丑寅的卯辰巳后'), '[前]甲乙丙的丁戊己[后]')
  })

  it('never cut a character of two units', () => {
    // 𠮷 and 𠮵 have the first unit in common.
    assert.equal(kept('见𠮷田', '见𠮵田'), '[见]𠮷[田]')
  })

  it('are sound for random edits', () => {
    const random = randomNumbers(7)
    const letters = ['工', '会', '𠮷', '\n', '的', '😀']
    const text = (length: number) =>
      Array.from({ length }, () => letters[random.below(letters.length)]).join('')
    for (let round = 0; round < 500; round++) {
      const before = text(random.below(60))
      const cut = random.below(before.length + 1)
      const after =
        before.slice(0, cut) + text(random.below(8)) + before.slice(cut + random.below(9))
      assertRuns(before, after, diffTexts(before, after))
    }
  })

  it('of large pages are quick, whatever they have in common', () => {
    const random = randomNumbers(3)
    const large = (): string =>
      Array.from({ length: 200_000 }, () => String.fromCharCode(0x4e00 + random.below(900))).join(
        '',
      )
    const page = large()
    const edited = page.replace(/[一丁]/g, '工')
    const cases: readonly (readonly [string, string])[] = [
      [page, edited],
      [page, large()],
      ['工'.repeat(200_000), '会工'.repeat(100_000)],
    ]
    for (const [before, after] of cases) {
      const start = performance.now()
      assertRuns(before, after, diffTexts(before, after))
      assert.ok(performance.now() - start < 2000)
    }
    const common = diffTexts(page, edited).reduce((sum, { length }) => sum + length, 0)
    assert.ok(common > 0.95 * page.length)
  })
})

describe('spans mapped through a diff', () => {
  it('move with what stands before them', () => {
    assert.equal(
      mapped('在⟨嘉兴市⟩举行', '今年在⟨嘉兴市⟩举行'.replace(/[⟨⟩]/g, '')),
      '今年在⟨嘉兴市⟩举行',
    )
  })

  it('leave text at their edges outside', () => {
    assert.equal(mapped('在⟨嘉兴⟩举行', '在浙江嘉兴市举行'), '在浙江⟨嘉兴⟩市举行')
  })

  it('keep what replaces their characters', () => {
    assert.equal(mapped('副主席⟨贾平⟩报道', '副主席贾萍报道'), '副主席⟨贾萍⟩报道')
    assert.equal(mapped('记者⟨王金⟩报道', '记者汪鑫报道'), '记者⟨汪鑫⟩报道')
    assert.equal(mapped('见习记者⟨王鑫⟩报道', '见习记著汪鑫报道'), '见习记著⟨汪鑫⟩报道')
  })

  it('say when an edge is only about right', () => {
    assert.equal(mapped('见习记者⟨王鑫⟩报道', '见习甲乙丙丁鑫报道'), '见习甲乙丙丁⟨鑫⟩报道?')
  })

  it('are empty where their text is gone', () => {
    assert.equal(mapped('在⟨嘉兴⟩举行', '在举行'), '在⟨⟩举行')
  })
})
