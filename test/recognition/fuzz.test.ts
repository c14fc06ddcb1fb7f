import { rounds } from '../rounds.ts'
import { assertSound, pieces } from './sound.ts'

describe('recogniser on odd texts', () => {
  it('finds only sound mentions in random mixtures of its own words', () => {
    let seed = 11
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    for (let round = rounds(200); round > 0; round--) {
      let text = ''
      for (let i = random(120); i >= 0; i--) text += pieces[random(pieces.length)]
      assertSound(text)
    }
  })
})
