/** What a figure means: a number with its unit and bound. */
import { fold } from '../../recognition/reading/fold.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { readNumber, round } from './numerals.ts'
import { Reader } from './reader.ts'

/** `≈` about, `<` less than (近, 不足, 以内), `>` more than (多, 余, 超, 以上). */
export type Bound = '=' | '≈' | '<' | '>'

export interface FigureValue {
  /** Of a range the lower end. */
  readonly number: number
  /** The upper end of a range: 1000元至4000元. */
  readonly to?: number
  /** As it stands behind the number, `%` for shares, `元` for sums; empty for a number alone. */
  readonly unit: string
  readonly bound: Bound
}

const patterns = expressions('figure-values', {
  below: '',
  above: '',
  about: '',
  plain: '',
  minus: '',
  number: '',
  ownThousand: '',
  ownLiang: '',
  thousandUnit: '',
  several: '',
  twoDigits: '',
  more: '',
  half: '',
  percent: '',
  share: '',
  fraction: '',
  tenths: '',
  halfOf: '',
  moreThanHalf: '',
  minutes: '',
  money: '',
  jiao: '',
  tenth: '',
  discount: '',
  nights: '',
  atLeast: '',
  atMost: '',
  around: '',
  tail: '',
  to: '',
  halfBehind: '',
  moreBehind: '',
  yuan: '',
  scale: '',
  scannedOne: 'g',
  scannedZero: 'g',
  scannedTwo: 'g',
})

type Patterns = ReturnType<typeof patterns>

/**
 * The value of a figure as it stands on the page: `9.2亿元` → 920,000,000 元, `10多万` → more than 100,000, `近四成` → less than 40 %,
 * `3分47秒` → 227 秒. `undefined` where it is none that is known.
 */
export function figureValue(text: string, lexicon: Lexicon): FigureValue | undefined {
  const all = patterns(lexicon)
  const plain = plainOf(text, all)
  return range(plain, all) ?? single(plain, all)
}

/** Widths folded, without white space and thousands separators, letters that scanners take for digits as digits. */
function plainOf(text: string, all: Patterns): string {
  return fold(text)
    .replace(/\s/gu, '')
    .replace(/(?<=\d),(?=\d{3})/gu, '')
    .replace(all.scannedZero, '0')
    .replace(all.scannedOne, '1')
    .replace(all.scannedTwo, '2')
}

/** 1000元至4000元, 18至45岁, 两到三名 */
function range(text: string, all: Patterns): FigureValue | undefined {
  const sign = all.to.exec(text)
  if (sign === null || sign.index === 0) return undefined
  const from = single(text.slice(0, sign.index), all)
  const to = single(text.slice(sign.index + sign[0].length), all)
  if (from === undefined || to === undefined) return undefined
  const isOwn = from.unit === '' || from.unit === to.unit
  const unit = from.unit === '' ? to.unit : from.unit
  // 3至5万: the scale of the end is that of the beginning.
  return isOwn && to.number > from.number
    ? { number: from.number, to: to.number, unit, bound: from.bound }
    : undefined
}

function single(text: string, all: Patterns): FigureValue | undefined {
  const reader = new Reader(text)
  let bound: Bound = '='
  for (let isMore = true; isMore; ) {
    if (reader.take(all.below) !== undefined) bound = '<'
    else if (reader.take(all.above) !== undefined) bound = '>'
    else if (reader.take(all.about) !== undefined) bound = '≈'
    else if (reader.take(all.plain) === undefined) isMore = false
  }
  const sign = reader.take(all.minus) === undefined ? 1 : -1
  const behind = boundBehind(reader.rest, all)
  const value =
    whole(behind.text, all) ?? share(behind.text, all) ?? counted(new Reader(behind.text), all)
  if (value === undefined) return undefined
  const closest = [behind.bound, bound, value.bound].find((each) => each !== '=') ?? '='
  return { number: round(sign * value.number), unit: value.unit, bound: closest }
}

function boundBehind(text: string, all: Patterns): { text: string; bound: Bound } {
  const bare = text.replace(all.tail, '')
  for (const [pattern, bound] of [
    [all.atLeast, '>'],
    [all.atMost, '<'],
    [all.around, '≈'],
  ] as const) {
    const without = bare.replace(pattern, '')
    if (without !== bare && without !== '') return { text: without, bound }
  }
  return { text: bare, bound: '=' }
}

/** Times, sums and days with nights, of several units. */
function whole(text: string, all: Patterns): FigureValue | undefined {
  const exact = (number: number, unit: string): FigureValue => ({ number, unit, bound: '=' })
  const nights = all.nights.exec(text)?.groups?.['days']
  if (nights !== undefined) return exact(readNumber(nights) ?? Number.NaN, '天')
  const jiao = all.jiao.exec(text)?.groups
  if (jiao !== undefined)
    return exact(sum(jiao, { yuan: 1, tenth: 0.1, jiao: 0.1, fen: 0.01 }), '元')
  const time = all.minutes.exec(text)?.groups
  if (time !== undefined && parts(time) > 1) {
    if (time['seconds'] === undefined) return exact(sum(time, { hours: 60, minutes: 1 }), '分')
    return exact(sum(time, { hours: 3600, minutes: 60, seconds: 1 }), '秒')
  }
  const money = all.money.exec(text)?.groups
  if (money !== undefined && (parts(money) > 1 || money['jiao'] !== undefined)) {
    return exact(sum(money, { yuan: 1, jiao: 0.1, fen: 0.01, li: 0.001 }), '元')
  }
  return undefined
}

type Groups = Readonly<Record<string, string | undefined>>

function parts(groups: Groups): number {
  return Object.values(groups).filter((part) => part !== undefined).length
}

function sum(groups: Groups, weights: Readonly<Record<string, number>>): number {
  const terms = Object.entries(weights).map(([name, weight]) => {
    const text = groups[name]
    return text === undefined ? 0 : numberOrHalf(text) * weight
  })
  return round(terms.reduce((total, term) => total + term, 0))
}

/** 四分半钟: the half behind a number is added to it. */
function numberOrHalf(text: string): number {
  const half = text.includes('半') ? 0.5 : 0
  const rest = text.replace('半', '')
  return half + (rest === '' ? 0 : (readNumber(rest) ?? Number.NaN))
}

/** 百分之七点三, 三分之二, 四成五, 一半, 5% */
function share(text: string, all: Patterns): FigureValue | undefined {
  const of = { 百: 1, 千: 10, 万: 100 } as const
  const percent = (number: number, bound: Bound = '='): FigureValue => ({
    number,
    unit: '%',
    bound,
  })
  const reader = new Reader(text)
  const said = reader.take(all.share)
  if (said !== undefined) {
    const number = said['number'] === '百' ? 100 : readNumber(said['number'] ?? '')
    if (number === undefined) return undefined
    return percent(round(number / of[said['of'] as keyof typeof of]), moreBehind(reader, all))
  }
  const fraction = reader.take(all.fraction)
  if (fraction !== undefined) {
    const [number, whole] = [fraction['number'], fraction['of']].map((part) =>
      readNumber(part ?? ''),
    )
    if (number === undefined || whole === undefined) return undefined
    return percent(round((100 * number) / whole), moreBehind(reader, all))
  }
  const discount = all.discount.exec(text)?.groups
  if (discount !== undefined) return percent(sum(discount, { tens: 10, ones: 1 }))
  if (all.halfOf.test(text)) return percent(50, all.moreThanHalf.test(text) ? '>' : '=')
  const tenths = reader.take(all.tenths)
  if (tenths === undefined) return undefined
  const { whole: wholes = '', part } = tenths
  const tens = wholes === '几' ? 1 : readNumber(wholes)
  const ones = part === '半' ? 5 : part === undefined ? 0 : readNumber(part)
  if (tens === undefined || ones === undefined) return undefined
  const bound = wholes === '几' ? '>' : moreBehind(reader, all)
  return percent(round(10 * tens + ones), bound)
}

function moreBehind(reader: Reader, all: Patterns): Bound {
  return reader.take(all.more) === undefined ? '=' : '>'
}

/** A number with its measure word: 2600多人, 两个半小时, 半年多, 十几家, 三四天, 10多万元. */
function counted(reader: Reader, all: Patterns): FigureValue | undefined {
  const several = reader.take(all.several)
  const pair = several === undefined ? reader.take(all.twoDigits) : undefined
  const half = several === undefined && pair === undefined ? reader.take(all.half) : undefined
  const number =
    half !== undefined
      ? 0.5
      : several !== undefined
        ? severalOf(several)
        : (aboutPair(pair) ?? plainNumber(reader, all))
  if (number === undefined) return undefined
  const isMoreThan = several !== undefined || half?.['most'] !== undefined
  const bound: Bound = isMoreThan ? '>' : pair === undefined ? '=' : '≈'
  const more = reader.take(all.more)
  const isRough = more !== undefined || several !== undefined || pair !== undefined
  const own = more === undefined || bound !== '=' ? bound : more['about'] === undefined ? '>' : '≈'
  // 10多万元, 几十万人: the scale stands behind.
  const scale = isRough ? all.scale.exec(reader.rest)?.[0] : undefined
  if (scale === undefined) return withUnit(reader.rest, number, own, all)
  reader.skip(scale.length)
  const isYetMore = reader.take(all.more) !== undefined && own === '='
  return withUnit(reader.rest, number * (readNumber(`一${scale}`) ?? 1), isYetMore ? '>' : own, all)
}

function severalOf({ tens, scale, ten }: Groups): number | undefined {
  const text = tens ?? ten
  return text === undefined ? readNumber(`一${scale ?? ''}`) : readNumber(text)
}

/** 三四十: about thirty; 二十三四: about twenty-three. */
function aboutPair(pair: Groups | undefined): number | undefined {
  if (pair === undefined) return undefined
  const { lead = '', first = '', scale = '' } = pair
  return readNumber(lead + first + scale)
}

function plainNumber(reader: Reader, all: Patterns): number | undefined {
  const found = all.number.exec(reader.rest)?.[0]
  if (found === undefined) return undefined
  // 4千米 is four kilometres, 35千伏 is 35 kilovolts.
  const behind = reader.rest.slice(found.length)
  const isUnit = all.ownThousand.test(found) && all.thousandUnit.test(behind)
  const own = isUnit || all.ownLiang.test(found) ? found.slice(0, -1) : found
  reader.skip(own.length)
  return readNumber(own)
}

/** 个半小时: a half behind the measure word is added, and 多 behind it is more. */
function withUnit(rest: string, number: number, bound: Bound, all: Patterns): FigureValue {
  const tenth = all.tenth.exec(rest)?.groups
  if (tenth !== undefined) {
    const { measure: unit = '' } = tenth
    return { number: number + sum(tenth, { tenth: 0.1 }), unit, bound }
  }
  const half = all.halfBehind.exec(rest)?.groups
  if (half !== undefined) {
    const unit = half['only'] ?? `${half['measure']}${half['unit']}`
    return { number: number + 0.5, unit, bound }
  }
  const more = all.moreBehind.exec(rest)?.groups
  const behind = more?.['only'] ?? `${more?.['measure'] ?? ''}${more?.['unit'] ?? ''}`
  const unit = more === undefined ? rest : behind
  const isMore = more !== undefined && bound === '='
  return { number, unit: unit.replace(all.yuan, '元'), bound: isMore ? '>' : bound }
}
