import assert from 'node:assert/strict'
import { diffTexts, mapThrough } from '../../server/src/text/diff/diff.ts'
import { randomNumbers } from '../annotation/random.ts'
import { rounds } from '../rounds.ts'
import { assertRuns } from './runs.ts'

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
    for (let round = rounds(500); round > 0; round--) {
      const before = text(random.below(60))
      const cut = random.below(before.length + 1)
      const after =
        before.slice(0, cut) + text(random.below(8)) + before.slice(cut + random.below(9))
      assertRuns(before, after, diffTexts(before, after))
    }
  })

  it('of a large page keep most of what did not change', () => {
    const random = randomNumbers(3)
    const units = Array.from({ length: 20_000 }, () =>
      String.fromCharCode(0x4e00 + random.below(900)),
    )
    const page = units.join('')
    const kept = diffTexts(page, page.replace(/[一丁]/g, '工'))
    const common = kept.reduce((sum, { length }) => sum + length, 0)
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
