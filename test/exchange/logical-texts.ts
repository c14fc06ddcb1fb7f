/** Pages of different kinds with mentions all over, as they are and in logical text. */
import fs from 'node:fs'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import type { ExchangeMention, ExchangePage } from '../../server/src/exchange/format/model.ts'
import { logicalPage } from '../../server/src/exchange/our-page/logical-text.ts'
import { sourcePage } from '../../server/src/exchange/our-page/source-page.ts'
import { lfText } from '../../server/src/exchange/our-page/text-positions.ts'
import { analysePage } from '../page/analyse-page.ts'
import { mention } from './exchange-page.ts'

const seeds = fs.readdirSync('seeds').filter((name) => name.endsWith('.txt'))

/** Pages of different kinds: real ones, with CRLF too, and one of breaks. */
export const texts = [
  ...seeds.map((name) => fs.readFileSync(`seeds/${name}`, 'utf8')),
  fs.readFileSync(`seeds/${seeds[0]}`, 'utf8').replaceAll('\n', '\r\n'),
  '嘉兴市总工会\n启动“十匠”行动\n\n本报讯 在𠮷会推动快\n图为现场。\n递小哥入会。\n',
]

/** Mentions all over a text: short and long, over breaks and blanks, some in pieces. */
function everywhere(text: string): readonly ExchangeMention[] {
  const mentions: ExchangeMention[] = []
  for (let start = 0; start + 40 < text.length; start += 7) {
    const length = 1 + ((start * 7) % 12)
    const rest: readonly (readonly [number, number])[] =
      start % 5 === 0 ? [[start + 20, start + 24]] : []
    mentions.push(mention(`m${start}`, 'Person', [[start, start + length], ...rest]))
  }
  return mentions
}

export function pageOf(raw: string): {
  source: ExchangePage
  logical: ReturnType<typeof logicalPage>
} {
  const page = analysePage(raw)
  const plain = sourcePage({
    path: 'p.txt',
    view: textView(raw),
    page,
    data: {},
    mentions: [],
    records: [],
    linked: () => undefined,
  })
  const source = { ...plain, mentions: everywhere(plain.text) }
  return { source, logical: logicalPage(source, page, lfText(raw).toLf) }
}
