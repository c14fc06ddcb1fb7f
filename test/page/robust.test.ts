/** Any text gives a page: blocks in order and apart, maps that tell the truth. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import { rounds } from '../rounds.ts'
import { analysePage } from './analyse-page.ts'
import { assertSound } from './sound.ts'

const root = new URL('../../seeds/', import.meta.url)
const seeds = readdirSync(root)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, root), 'utf8'))

describe('any text', () => {
  const odd: Readonly<Record<string, string>> = {
    'an empty text': '',
    'blank lines only': '\n\r\n \t\u3000\r\n',
    'a NUL and control characters': '\0\0标题\0\n\x01正文。\x7f',
    'lone surrogates': '\ud800标题\n\n本报讯 记者王某报道 正\udfff文\ud83d。',
    'one line without a mark': '工'.repeat(5000),
    'marks only': '。,、“”()【】《》——……:;!?'.repeat(50),
    'opening quotes only': '“'.repeat(2000),
    'bylines only': '记者张三报道\n\n'.repeat(200),
    'titles only': '某市总工会开展活动\n\n'.repeat(200),
    'no titles': `${'今天下了一场雨。'.repeat(20)}\n\n`.repeat(5),
    'a text in Latin letters': 'A headline\n\nSome text goes\non here.\n\nMore.',
    'a traditional text':
      '工會動態\n\n總工會「送清涼」\n\n本報訊 記者陳大文報導 日前,總工會舉行「送清涼」活\n\n動。',
  }
  for (const [name, text] of Object.entries(odd)) {
    it(`${name} gives a sound page`, () => assertSound(text, analysePage(text)))
  }

  it('seeds, their beginnings and CRLF and CR forms give sound pages', () => {
    for (const seed of seeds) {
      for (const text of [seed, seed.replaceAll('\n', '\r\n'), seed.replaceAll('\n', '\r')]) {
        assertSound(text, analysePage(text))
      }
      for (let end = 0; end < seed.length; end += 97) {
        assertSound(seed.slice(0, end), analysePage(seed.slice(0, end)))
      }
    }
  })

  it('random mixtures of the seeds give sound pages', () => {
    const random = generator(7)
    const pick = (size: number): number => Math.floor(random() * size)
    for (let round = rounds(400); round > 0; round--) {
      let text = ''
      for (let i = pick(30); i >= 0; i--) {
        const seed = seeds[pick(seeds.length)] ?? ''
        const start = pick(seed.length)
        text += seed.slice(start, start + pick(80))
        text += ['', '\n', '\n\n', '\n\n\n\n', '\r\n', ' ', '\u3000\u3000', '\0', '\ud800', '摄'][
          pick(10)
        ]
      }
      assertSound(text, analysePage(text))
    }
  })

  it('the form of the line breaks and indents changes nothing but offsets', () => {
    const forms: readonly ((text: string) => string)[] = [
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => text.replaceAll('\n', '\r'),
      (text) => `\uFEFF${text}`,
      (text) => text.replace(/^(?=.)/gm, '\u3000\u3000'),
      (text) => `${text.replace(/$/gm, ' ')}\n\n`,
    ]
    for (const seed of seeds) {
      for (const [i, form] of forms.entries())
        assert.deepEqual(shapeOf(form(seed)), shapeOf(seed), `form ${i}`)
    }
  })
})

/** What people see of a page, without offsets and the white space that a form of it brings. */
function shapeOf(text: string): unknown {
  const { articles, blocks, unsureJoins, loose } = analysePage(text)
  const plain = (part: string): string => part.replace(/[^\S\n]/g, '')
  return {
    kinds: blocks.map(({ kind }) => kind),
    articles: articles.map(({ headline, byline, joints, logical }) => ({
      headline,
      names: byline.map(({ name }) => name),
      joints,
      text: plain(logical.text),
    })),
    unsure: unsureJoins.map(({ from, to }) => [blocks.indexOf(from), blocks.indexOf(to)]),
    loose: loose.map(({ logical }) => plain(logical.text)),
  }
}

/** The same numbers on every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
