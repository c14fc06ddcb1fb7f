/** Invented names in place of those of a template: within an article the same for the same. */
import type { Random } from './random.ts'

export interface Names {
  person(): string
  /** In place of the name `text`. */
  name(text: string, type: string): string
  /** A text beside names, with other numbers. */
  text(text: string): string
}

/** `page`: the number of the page; the later one is, the more names there are to choose from. */
export function namesOf(random: Random, page: number): Names {
  const known = new Map<string, string>()
  // Most names are on few pages, and few on many.
  const number = (fewest: number): number => {
    const all = fewest + page * 3
    return Math.floor((random(1000) / 1000) ** 2 * all)
  }
  const make = (text: string, type: string): string => {
    switch (type) {
      case 'Person':
        return text.length > 1 && text.length < 5 ? personOf(number(300)) : text
      case 'Place':
        return placeLike(text, number(60))
      case 'Organization':
        return organizationLike(text, number(60), number(200))
      case 'Initiative':
        return initiativeLike(text, number(80))
      default:
        return digits(text, random)
    }
  }
  return {
    person: () => personOf(number(300)),
    name(text, type) {
      const key = `${type} ${text}`
      const name = known.get(key) ?? make(text, type)
      known.set(key, name)
      return name
    },
    text: (text) => digits(text, random),
  }
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡'
const given =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉梅建国志红海燕春雪峰云飞宇晨欣怡嘉俊文博思远子涵浩然诗雨佳琪'
const stems =
  '嘉兴永州诸暨启东台温宁绍湖金衢丽舟杭苏锡常南通盐淮扬镇泰宿连徐长株湘衡邵岳益郴怀娄广深珠汕佛韶江湛茂肇惠梅河阳清莞潮揭云'
const wordsOfLabels =
  '红船匠心启航先锋春雨暖阳金桥同行薪火筑梦领航星火初心聚力安康益民惠工强基铸魂赋能向阳扬帆'

function personOf(number: number): string {
  const first = at(given, Math.floor(number / surnames.length) * 7 + number)
  const second =
    number % 5 === 0 ? '' : at(given, Math.floor(number / (surnames.length * 3)) * 11 + number * 3)
  return at(surnames, number) + first + second
}

function stemOf(number: number): string {
  return at(stems, number * 2) + at(stems, number * 5 + Math.floor(number / 11) + 1)
}

/** What kind of place it is stays: 南湖区 → 永盐区. */
function placeLike(text: string, number: number): string {
  const kind = /(?:省|市|县|区|镇|乡|街道|社区|村|开发区|经开区|工业园|广场)$/u.exec(text)?.[0]
  return stemOf(number) + (kind ?? (text.length > 3 ? '市' : ''))
}

/** What kind of organisation it is stays. One of a level alone (市总工会) means that of its article. */
function organizationLike(text: string, place: number, own: number): string {
  if (/^(?:省|市|区|县|州|镇|集团)/u.test(text) || text.length < 4) return text
  const kind =
    /(?:[市县区]?总工会|工会|有限公司|公司|集团|委员会|学院|学校|医院|银行|[局委会厂])$/u.exec(
      text,
    )?.[0]
  const [form] = kind ?? ['']
  const isCompany = /公司|集团|厂/u.test(kind ?? '')
  const name = isCompany ? at(wordsOfLabels, own) + at(wordsOfLabels, own * 3 + 1) : ''
  return `${stemOf(place)}${form === '市' ? '' : '市'}${name}${kind ?? '总工会'}`
}

function initiativeLike(text: string, number: number): string {
  const kind = /(?:行动|活动|工程|计划|竞赛|大赛|制度|平台|驿站|基金|机制|十条|服务)$/u.exec(
    text,
  )?.[0]
  if (kind === undefined) return text
  const word = at(wordsOfLabels, number * 2) + at(wordsOfLabels, number * 2 + 1)
  return `“${word}${at(given, number * 3 + Math.floor(number / 20))}”${kind}`
}

function digits(text: string, random: Random): string {
  return text.replace(/\d/g, (digit) => (digit === '0' ? '0' : String(1 + random(9))))
}

function at(characters: string, index: number): string {
  return characters.charAt(index % characters.length)
}
