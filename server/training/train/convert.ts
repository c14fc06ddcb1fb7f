/**
 * Turns a file of Universal NER (`.iob2`) into marked lines, one a sentence, as they are kept in `data/`:
 * `node server/training/train/convert.ts zh_gsdsimp-ud-train.iob2 > server/training/train/data/gsdsimp-train.txt`.
 */
import { readFileSync } from 'node:fs'
import { type MarkedSpan, renderMarked } from '../../../test/marked.ts'

const types: Readonly<Record<string, string>> = { PER: 'Person', ORG: 'Organization', LOC: 'Place' }

const [file = ''] = process.argv.slice(2)
for (const sentence of readFileSync(file, 'utf8').split(/\n\n+/)) {
  const text = /^# text = (.*)$/m.exec(sentence)?.[1]
  if (text === undefined) continue
  const spans: MarkedSpan[] = []
  let at = 0
  for (const line of sentence.split('\n')) {
    const [number, token = '', tag = 'O'] = line.split('\t')
    if (number === undefined || !/^\d+$/.test(number)) continue
    const start = text.indexOf(token, at)
    if (start < 0) throw new Error(`${token} is not in: ${text}`)
    at = start + token.length
    const last = spans.at(-1)
    if (tag.startsWith('I-') && last !== undefined) spans[spans.length - 1] = { ...last, end: at }
    else if (tag !== 'O') spans.push({ start, end: at, type: types[tag.slice(2)] ?? tag })
  }
  console.log(renderMarked(text, spans))
}
