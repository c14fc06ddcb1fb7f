/** Numbers as Chinese newspapers print them, in digits, in Chinese numerals, and in both. */

const digits = '〇一二三四五六七八九'
const same: Readonly<Record<string, string>> = {
  零: '〇',
  '○': '〇',
  两: '二',
  廿: '二十',
  卅: '三十',
}
const scales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
}

/**
 * The number that all of `text` is: `1998`, `1,200.5`, `9.2亿`, `9万4千`, `三千六` (3600), `二〇〇八` (2008), `八点四`;
 * `undefined` where it is none. No white space, digits of half width.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.replaceAll(',', '').replace(/[零○两廿卅]/gu, (mark) => same[mark] ?? mark)
  const [whole = '', fraction, ...more] = plain.split('点')
  if (fraction !== undefined) {
    const [first, second] = [readNumber(whole), positional(fraction)]
    if (more.length > 0 || first === undefined || second === undefined) return undefined
    return Number(`${first}.${second}`)
  }
  if (/^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain)
  const inOrder = plain.length > 1 ? positional(plain) : undefined
  return inOrder === undefined ? scaled(plain) : Number(inOrder)
}

/** `二〇〇八` as `2008`: digits in order, no scales. */
function positional(text: string): string | undefined {
  const values = [...text].map((mark) => digits.indexOf(mark))
  return values.length === 0 || values.includes(-1) ? undefined : values.join('')
}

/** Numbers with scales. A last digit behind a scale of a hundred or more is of the next lower one: 三千六 is 3600. */
function scaled(text: string): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  let scale = 1
  let isBare = false
  for (const [token] of text.matchAll(/\d+(?:\.\d+)?|./gsu)) {
    const step = scales[token]
    if (step === undefined) {
      const value = /^\d/u.test(token) ? Number(token) : digits.indexOf(token)
      if (value < 0 || (digit !== undefined && digit !== 0)) return undefined
      isBare = digit === undefined && value > 0 && !/^\d/u.test(token)
      digit = value
    } else if (step < 10_000) {
      section += (digit ?? 1) * step
      digit = undefined
      scale = step
    } else {
      section += digit ?? 0
      total = step === 10_000 ? total + (section || 1) * step : (total + section || 1) * step
      section = 0
      digit = undefined
      scale = step
    }
  }
  if (text === '') return undefined
  const last = digit ?? 0
  return round(total + section + (isBare && scale >= 100 ? (last * scale) / 10 : last))
}

/** Without the traces of binary fractions: 9.2 * 100,000,000. */
export function round(value: number): number {
  return Number(value.toPrecision(12))
}
