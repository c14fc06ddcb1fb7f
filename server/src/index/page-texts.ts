/** Which pages may hold a name: of each text a signature of its pairs of characters is kept, not the text. */
import type { Page } from '../page/model.ts'
import { joinedName } from '../recognition/decided/decisions.ts'
import { oncePer } from '../values/once-per.ts'

/** One bit for each pair of UTF-16 units that follow each other, by its hash. */
export type Signature = Uint8Array

/** Bits for each unit of text: for a name of three characters some pages in a hundred are looked through in vain. */
const bitsPerUnit = 8
const [fewestBits, mostBits] = [1 << 10, 1 << 18]

/** Of what is read on the page, as it stands and without line breaks. */
export const signatureOf = oncePer(({ articles, loose }: Page): Signature => {
  const texts = [...articles, ...loose].map(({ logical }) => logical.text)
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, length * bitsPerUnit)))
  const signature = new Uint8Array(Math.min(mostBits, Math.max(fewestBits, wanted)) >> 3)
  for (const text of texts) {
    sign(signature, text)
    if (text.includes('\n')) sign(signature, joinedName(text))
  }
  return signature
})

export class PageTexts {
  readonly #pages = new Map<string, Signature>()

  put(page: string, signature: Signature | undefined): void {
    if (signature === undefined) this.#pages.delete(page)
    else this.#pages.set(page, signature)
  }

  /** All pages that hold one of `names`, and a few others. */
  pagesThatMayHold(names: Iterable<string>): readonly string[] {
    const pairs = [...names].filter((name) => name !== '').map(pairsOf)
    return [...this.#pages].flatMap(([page, signature]) =>
      pairs.some((each) => each.every((pair) => has(signature, pair))) ? [page] : [],
    )
  }
}

function sign(signature: Signature, text: string): void {
  const mask = signature.length * 8 - 1
  for (let i = 1; i < text.length; i++) {
    const bit = hashOf(text.charCodeAt(i - 1), text.charCodeAt(i)) & mask
    signature[bit >> 3] = (signature[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
}

/** Hashes of the pairs of a name. */
function pairsOf(name: string): readonly number[] {
  const pairs: number[] = []
  for (let i = 1; i < name.length; i++) {
    pairs.push(hashOf(name.charCodeAt(i - 1), name.charCodeAt(i)))
  }
  return pairs
}

function has(signature: Signature, pair: number): boolean {
  const bit = pair & (signature.length * 8 - 1)
  return ((signature[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul((first << 16) | second, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
