/** Makes marked sentences from templates, slots and the lexicon; the same number gives the same ones. */
import { readFileSync } from 'node:fs'
import { type Lexicon, wordList } from '../../src/values/lexicon.ts'
import { lexicon } from './samples.ts'

type Choices = ReadonlyMap<string, readonly string[]>

/** `count` sentences, each template about equally often. */
export function sentences(count: number, seed = 1): string[] {
  const random = generator(seed)
  const slots = new Map([...readSlots(), ...divisionSlots(lexicon)])
  const surnames = [...wordList(lexicon, 'surnames')]
  const templates = lines('templates.txt')
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'surname') return surnames[Math.floor(surnames.length * random() ** 2)] ?? ''
      if (name === 'given') return random() < 0.3 ? pick(given) : pick(given) + pick(given)
      if (name === 'brand') return random() < 0.85 ? pick(brand) + pick(brand) : brandOfThree(pick)
      const choices = slots.get(name)
      if (choices === undefined) throw new Error(`No slot ${name}.`)
      return fill(pick(choices))
    })
  return Array.from({ length: count }, (_, i) => fill(templates[i % templates.length] ?? ''))
}

function brandOfThree(pick: (list: readonly string[]) => string): string {
  return pick(brand) + pick(brand) + pick(brand)
}

/** Characters of given names and of names of firms. */
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文斌辉波宁浩宇鑫雪梅琳晨旭',
  ...'峰海燕飞鹏春晓东林凤龙云晶瑞雯婷佳慧颖欣怡然思远子涵梓轩雨泽家豪俊凯永福德贵荣生根水金土',
  ...'木火爱民卫庆学忠义仁信礼智良善美珍珠翠莲菊莉萍蓉薇茜倩蕾露霜冰月星辰阳光照耀祥康健乐安宏',
  ...'亮航舟帆江河湖山岳松柏竹柳桐枫楠森彬炜炎焕灿烨晖晗昊天帅铭钧锋钢铁锐利剑刘立正方圆新全才',
]
const brand = [
  ...'鑫恒瑞盛华达通宏远大金海天龙凯泰丰利民康泽源润兴顺昌隆益嘉安吉祥富贵福禄宝晶光明星辰东方',
  ...'南北中正新美佳优卓越超联合创力科信诚德义和平江河湖山峰岭云雷雨雪松柏林森绿洲蓝翔宇航飞腾跃',
  ...'博雅尚品威士特尔诺维迪奥克莱斯朗格曼普罗旺舒洁丽',
]

function readSlots(): Choices {
  return new Map(
    lines('slots.txt').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), choicesOf(line.slice(colon + 1))]
    }),
  )
}

/** A `|` inside of a mark does not separate: ⟦{union}|Organization⟧. */
function choicesOf(text: string): string[] {
  return text.split(/\s\|\s/).map((choice) => choice.trim())
}

function divisionSlots(from: Lexicon): Choices {
  const divisions = [...wordList(from, 'divisions')].filter((name) => name.length < 6)
  const streets = [...wordList(from, 'streets')].filter((name) => name.length < 6)
  const ordinary = wordList(from, 'ordinary-words')
  const provinces = divisions.filter((name) => name.endsWith('省'))
  const cities = divisions.filter((name) => name.endsWith('市'))
  const counties = divisions.filter((name) => /[县区]$/.test(name))
  const short = (names: readonly string[]): string[] =>
    names.map((name) => name.slice(0, -1)).filter((name) => name.length > 1 && !ordinary.has(name))
  return new Map([
    ['province', provinces],
    ['city', cities],
    ['county', counties],
    ['provinceshort', short(provinces)],
    ['cityshort', short(cities)],
    ['countyshort', short(counties)],
    ['street', streets.filter((name) => name.endsWith('街道'))],
    ['town', streets.filter((name) => /[镇乡]$/.test(name))],
  ])
}

function lines(file: string): string[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
