/** Places: administrative divisions, and sites with a head noun such as 商圈, 广场, 影视城. */
import { divisionsOf } from './divisions.ts'
import { alternatives, oncePerLexicon } from './lexicon.ts'
import { nameContext, nameStart } from './names.ts'
import type { Candidate, Recogniser } from './recogniser.ts'
import { wordsOf } from './words.ts'

/** 山东省威海市荣成市, 诸暨城区, 象山影视城, 新天地广场, 天津市第二工人文化宫. */
export const places: Recogniser = {
  name: 'place',
  recognise(unit, lexicon) {
    const { text } = unit
    const words = wordsOf(unit)
    const divisions = divisionsOf(unit, lexicon)
    const names = nameContext(unit, lexicon)
    const found: Candidate[] = divisions.chains.map(({ start, end, confidence }) => {
      const wide = /^(?:城区|市区|县城)(?!工作)/.exec(text.slice(end, end + 3))?.[0].length ?? 0
      return {
        start,
        end: end + wide,
        type: 'Place',
        confidence,
        reason: 'administrative division',
      }
    })
    for (const match of text.matchAll(siteHeads(lexicon))) {
      const head = { start: match.index, end: match.index + match[0].length }
      if (!words.isBoundary(head.end)) continue
      const { start, division, coined } = nameStart(names, head)
      const length = head.start - start
      // Without a division only a short coined name is believed: 武林商圈, 第二工人文化宫.
      const alone = length <= 5 && (coined || text.charAt(start) === '第')
      if (length < 2 || (division === undefined && !alone)) continue
      const confidence = division === undefined ? 0.6 : 0.75
      found.push({
        start,
        end: head.end,
        type: 'Place',
        confidence,
        reason: `site with the head ${match[0]}`,
      })
    }
    return found
  },
}

const siteHeads = oncePerLexicon(
  (lexicon) => new RegExp(`(?:${alternatives(lexicon, 'place-heads')})`, 'gu'),
)
