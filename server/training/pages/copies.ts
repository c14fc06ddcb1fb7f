/** Pages that are too much alike: how much of one stands in another, by runs of characters. */

const gram = 8

/** A page with what of it stands in which other one. */
export interface Likeness {
  readonly page: string
  readonly other: string
  /** Share of the page's runs of eight characters that the other one has, 0 to 1. */
  readonly share: number
}

interface Named {
  readonly name: string
  readonly text: string
}

/** For each page the one it is most like, most alike first. Punctuation and white space do not count. */
export function likenesses(pages: readonly Named[], others: readonly Named[] = []): Likeness[] {
  const grams = [...pages, ...others].map(({ name, text }) => ({ name, grams: gramsOf(text) }))
  const holders = new Map<string, number[]>()
  for (const [i, each] of grams.entries()) {
    for (const one of each.grams) {
      const list = holders.get(one)
      if (list === undefined) holders.set(one, [i])
      else list.push(i)
    }
  }
  return pages
    .map(({ name }, i): Likeness => {
      const own = grams[i]?.grams ?? new Set()
      const shared = new Map<number, number>()
      for (const one of own) {
        for (const j of holders.get(one) ?? []) {
          if (j !== i) shared.set(j, (shared.get(j) ?? 0) + 1)
        }
      }
      const [best, count] = [...shared].sort((a, b) => b[1] - a[1])[0] ?? [i, 0]
      return { page: name, other: grams[best]?.name ?? '', share: count / Math.max(1, own.size) }
    })
    .sort((a, b) => b.share - a.share)
}

function gramsOf(text: string): ReadonlySet<string> {
  const characters = text.replace(/[^\p{L}\p{N}]/gu, '')
  const found = new Set<string>()
  for (let i = 0; i + gram <= characters.length; i++) found.add(characters.slice(i, i + gram))
  return found
}
