/** One word or sign again and again, which no page has and any text may. */
import { assertSound, pieces } from '../recognition/sound.ts'
import { type Case, runOf } from './case.ts'

const more = ['杭州集团', '“十匠”', '新业态新就业', '一、', '获得“', '张王李', '12,', '以“']

export const runs: readonly Case[] = [...pieces, ...more].map((piece) => ({
  name: `recognising a run of ${JSON.stringify(piece)}`,
  sizes: [2_000, 20_000],
  bar: 3_000,
  expressions: true,
  prepare(length) {
    const text = runOf(piece, length)
    return () => assertSound(text)
  },
}))
