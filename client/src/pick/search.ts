/** What a person types to find one of a few things: its key, its name in any form, or its pinyin. */
import { soundsLike } from './pinyin.ts'

export interface Findable {
  readonly label: string
  /** Other names: the one in files, aliases, a description. */
  readonly forms?: readonly string[]
  /** Chooses it at once. */
  readonly key?: string
}

/** Those that fit what was typed, best first, else in their order; all of them for nothing. */
export function search<T extends Findable>(items: readonly T[], typed: string): readonly T[] {
  const query = plain(typed)
  if (query === '') return items
  const ranked = items.map((item) => ({ item, rank: rankOf(item, query) }))
  return ranked
    .filter(({ rank }) => rank < none)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

/** The one whose key this is; an input method may give it full width. */
export function byKey<T extends Findable>(items: readonly T[], typed: string): T | undefined {
  const key = plain(typed)
  return items.find((item) => item.key === key)
}

const none = 4

function rankOf({ label, forms = [] }: Findable, query: string): number {
  const names = [label, ...forms]
  if (names.some((name) => plain(name).startsWith(query))) return 0
  if (soundsLike(label, query) || forms.some((form) => soundsLike(form, query))) return 1
  return names.some((name) => plain(name).includes(query)) ? 2 : none
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
