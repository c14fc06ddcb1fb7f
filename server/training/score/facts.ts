/** How many facts of initiatives are right, and how mentions are grouped, on the gold mentions of the written corpus. */
import { factKeys } from '../../src/entity/facts/candidates.ts'
import { foundFacts } from '../../src/entity/facts/found-facts.ts'
import { initiativeKind } from '../../src/entity/initiative.ts'
import { linkEntities } from '../../src/entity/link.ts'
import { nameKey } from '../../src/entity/names.ts'
import { clustersOnPage, type LinkedPage } from '../../src/entity/on-page.ts'
import { percent } from '../../src/feature/scoring/score-pages.ts'
import { plain } from '../pages/check.ts'
import { type CorpusPage, corpusPages, type Part } from '../pages/read.ts'
import { goldByThing, goldValues, isSameValue, linkedPage } from '../train/facts.ts'
import { printTable } from './tables.ts'

interface Counts {
  /** Initiatives that have the fact, those of them whose first value is right. */
  has: number
  right: number
  /** Those for which one is shown, those of them that have none. */
  shown: number
  without: number
}

/** Counts alone: who works on recognition can run it. */
export function printFacts(wanted: readonly Part[]): void {
  for (const part of wanted) {
    const pages = corpusPages([part]).map((page) => ({ page, linked: linkedPage(page) }))
    const rows = factKeys.map((key) => {
      const counts: Counts = { has: 0, right: 0, shown: 0, without: 0 }
      for (const { page, linked } of pages) count(page, linked, key, counts)
      return { key, counts }
    })
    const all = rows.reduce(
      (sum, { counts }) => ({
        has: sum.has + counts.has,
        right: sum.right + counts.right,
        shown: sum.shown + counts.shown,
        without: sum.without + counts.without,
      }),
      { has: 0, right: 0, shown: 0, without: 0 },
    )
    printTable(
      `Facts of initiatives, ${part}`,
      ['fact', 'right of those that have one', 'have one', 'shown', 'of them where there is none'],
      [...rows.map(({ key, counts }) => line(key, counts)), line('all', all)],
    )
    const { precision, recall } = bCubed(pages)
    const f1 = (2 * precision * recall) / (precision + recall)
    console.log(`kind right ${percent(kindsRight(pages))}`)
    console.log(`B³ ${percent(f1)} (${percent(precision)}, ${percent(recall)})`)
  }
}

function line(name: string, { has, right, shown, without }: Counts): readonly string[] {
  return [name, percent(right / has), `${has}`, `${shown}`, percent(without / shown)]
}

function count(
  page: CorpusPage,
  linked: LinkedPage,
  key: (typeof factKeys)[number],
  counts: Counts,
): void {
  const clusters = clustersOnPage(linked)
  const found = foundFacts(linked)
  const formsOf = new Map(
    clusters.flatMap(({ mentions }) =>
      mentions.map((mention) => [mention, new Set(mentions.map(({ text }) => text))] as const),
    ),
  )
  for (const [thing, facts] of goldByThing(linked, page)) {
    const gold = goldValues(facts, key)
    const first = clusters[thing]?.mentions[0]
    const best = (first === undefined ? [] : (found.get(first) ?? [])).find(
      (each) => each.key === key,
    )
    if (gold.length > 0) counts.has++
    if (best === undefined) continue
    counts.shown++
    if (gold.length === 0) counts.without++
    const forms = formsOf.get(best.mention) ?? new Set([best.mention.text])
    const isSame = gold.some((value) => [...forms].some((form) => isSameValue(key, value, form)))
    if (isSame) counts.right++
  }
}

/** Share of the initiatives whose kind is one that their writer gave. */
function kindsRight(
  pages: readonly { readonly page: CorpusPage; readonly linked: LinkedPage }[],
): number {
  const right = pages.flatMap(({ page, linked }) =>
    page.facts.initiatives.map(({ name, kind }) =>
      [kind].flat().includes(initiativeKind(plain(name), linked.lexicon)),
    ),
  )
  return right.filter(Boolean).length / right.length
}

/** B³ (Bagga and Baldwin 1998) over the mentions that can be linked, page by page; gold groups are those that the writers gave. */
function bCubed(pages: readonly { readonly page: CorpusPage; readonly linked: LinkedPage }[]): {
  precision: number
  recall: number
} {
  let [precision, recall, mentions] = [0, 0, 0]
  for (const { page, linked } of pages) {
    const system = new Map(
      linkEntities([linked]).flatMap(({ id, mentions: own }) =>
        own.map(({ mention }) => [mention, id] as const),
      ),
    )
    const gold = goldGroups(page)
    const all = linked.mentions.filter(({ type }) => linkable.has(type))
    for (const one of all) {
      const ofSystem = all.filter((other) => system.get(other) === system.get(one))
      const key = gold(one.type, one.text)
      const ofGold = all.filter((other) => gold(other.type, other.text) === key)
      const both = ofSystem.filter((other) => ofGold.includes(other)).length
      precision += both / ofSystem.length
      recall += both / ofGold.length
      mentions++
    }
  }
  return { precision: precision / mentions, recall: recall / mentions }
}

const linkable = new Set(['Initiative', 'Organization', 'Person', 'Place', 'Group'])

function goldGroups({ facts }: CorpusPage): (type: string, text: string) => string {
  const groups = new Map<string, string>()
  const keyOf = (type: string, text: string): string => `${type}:${nameKey(plain(text))}`
  const put = (type: string, forms: readonly string[], group: string): void => {
    for (const form of forms) {
      const key = keyOf(type, form)
      if (!groups.has(key)) groups.set(key, group)
    }
  }
  for (const [i, { name, aliases }] of facts.initiatives.entries()) {
    put('Initiative', [name, ...aliases], `initiative ${i}`)
  }
  for (const [i, { type, names }] of facts.entities.entries()) put(type, names, `entity ${i}`)
  return (type, text) => groups.get(keyOf(type, text)) ?? keyOf(type, text)
}
