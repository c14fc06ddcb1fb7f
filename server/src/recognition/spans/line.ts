/** What the model sees of one line: arrays by character and by word, filled anew for each line and never given back. */
import { blockKinds } from '../../page/corrected/correction.ts'
import type { BlockKind } from '../../page/model.ts'
import type { Span } from '../../text/span.ts'
import type { Word } from '../../words/word.ts'
import type { WordSink, WordTrie } from '../../words/word-trie.ts'
import { closes, kindOf, kinds, opens, plainUnit } from './characters.ts'
import { hashOf, hashSeed, mix } from './hash.ts'
import { bitOf } from './known-words.ts'

/** A line of a unit, with its line break. */
export interface Line {
  readonly text: string
  /** They are the line, one behind the other. */
  readonly words: readonly Word[]
  readonly block: BlockKind | undefined
  /** What rules say of it, with offsets in the line. */
  readonly proposals: readonly Proposal[]
}

/** A span that a rule takes for a name. */
export interface Proposal extends Span {
  readonly type: string
  /** 0 to 1. */
  readonly confidence: number
  /** Name of the rule. */
  readonly rule: string
  /** What people are told. */
  readonly reason: string
  /** Whether it would remain if rules alone decided. */
  readonly wins: boolean
}

/** Characters of nothing before and behind the line, so that features need not ask where it ends. */
export const margin = 4

/** Longest enclosure in UTF-16 units; a mark whose partner is farther away is taken for lost. */
const longestEnclosed = 48

/** Arrays by character are shifted by `margin`; those by boundary have one entry more than characters, unshifted. */
export class LineReader implements WordSink {
  length = 0
  words = 0
  block = 0
  /** By character, as it is printed. */
  raw = new Uint16Array(0)
  /** By character: digits are 0. */
  units = new Uint16Array(0)
  kinds = new Uint8Array(0)
  /** By character: index of its word. */
  wordAt = new Int32Array(0)
  /** By character: where its enclosure closes (offset of the closing mark), -1 outside. */
  closing = new Int32Array(0)
  /** By character: which marks enclose it, 0 for none. */
  enclosed = new Uint8Array(0)
  /** By boundary: lists of the words that begin and that end there, a bit for each. */
  begins = new Int32Array(0)
  ends = new Int32Array(0)
  /** By boundary: whether a name may begin (bit 1) or end (bit 2) there. */
  isEdge = new Uint8Array(0)
  /** By word, shifted by `margin`. */
  wordHash = new Int32Array(0)
  wordTag = new Int32Array(0)
  wordStart = new Int32Array(0)
  wordEnd = new Int32Array(0)
  /** By word: hash of the nearest verb up to it, and of the nearest one from it on. */
  verbBefore = new Int32Array(0)
  verbAfter = new Int32Array(0)
  proposals: readonly HashedProposal[] = []
  readonly #trie: WordTrie
  #text = ''

  constructor(trie: WordTrie) {
    this.#trie = trie
  }

  read({ text, words, block, proposals }: Line): void {
    this.#text = text
    this.length = text.length
    this.words = words.length
    // The model knows kinds by their place in the list.
    this.block = block === undefined ? 0 : blockKinds.indexOf(block) + 1
    this.#reserve(text.length, words.length)
    this.#readCharacters(text)
    this.#readWords(words)
    this.#readEnclosures()
    this.#readLists()
    this.#openDots()
    this.proposals = proposals.map(hashed)
    for (const { start, end } of proposals) {
      this.isEdge[start] = 3
      this.isEdge[end] = 3
    }
  }

  /** Lists that the text from `start` to `end` is a word of. */
  listsOf(start: number, end: number): number {
    return this.#trie.listsOf(this.#text, start, end)
  }

  #reserve(length: number, words: number): void {
    const size = length + 2 * margin
    if (this.raw.length < size) {
      const room = size * 2
      this.raw = new Uint16Array(room)
      this.units = new Uint16Array(room)
      this.kinds = new Uint8Array(room)
      this.wordAt = new Int32Array(room)
      this.closing = new Int32Array(room)
      this.enclosed = new Uint8Array(room)
      this.begins = new Int32Array(room)
      this.ends = new Int32Array(room)
      this.isEdge = new Uint8Array(room)
    }
    const wordRoom = words + 2 * margin
    if (this.wordHash.length < wordRoom) {
      const room = wordRoom * 2
      this.wordHash = new Int32Array(room)
      this.wordTag = new Int32Array(room)
      this.wordStart = new Int32Array(room)
      this.wordEnd = new Int32Array(room)
      this.verbBefore = new Int32Array(room)
      this.verbAfter = new Int32Array(room)
    }
  }

  #readCharacters(text: string): void {
    const { raw, units, kinds: found, length } = this
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at)
      const plain = plainUnit(unit)
      raw[at + margin] = unit
      units[at + margin] = plain
      found[at + margin] = kindOf(plain)
    }
    for (let i = 0; i < margin; i++) {
      for (const at of [i, length + margin + i]) {
        raw[at] = 0
        units[at] = 0
        found[at] = 0
      }
    }
    this.begins.fill(0, 0, length + 1)
    this.ends.fill(0, 0, length + 1)
    this.isEdge.fill(0, 0, length + 1)
    this.closing.fill(-1, 0, length + 2 * margin)
    this.enclosed.fill(0, 0, length + 2 * margin)
  }

  #readWords(words: readonly Word[]): void {
    const { wordHash, wordTag, wordStart, wordEnd, wordAt, units, isEdge } = this
    for (let i = 0; i < margin; i++) {
      for (const at of [i, words.length + margin + i]) {
        wordHash[at] = i + 1
        wordTag[at] = 1
        wordStart[at] = at < margin ? 0 : this.length
        wordEnd[at] = wordStart[at] ?? 0
      }
    }
    let verb = 2
    let start = 0
    for (let index = 0; index < words.length; index++) {
      const word = words[index]
      if (word === undefined) continue
      const { text, tag } = word
      const end = start + text.length
      const at = index + margin
      let hash = hashSeed
      for (let i = start; i < end; i++) {
        hash = mix(hash, units[i + margin] ?? 0)
        wordAt[i + margin] = at
      }
      wordHash[at] = hash
      wordTag[at] = tagHash(tag)
      wordStart[at] = start
      wordEnd[at] = end
      isEdge[start] = 3
      isEdge[end] = 3
      if (mayBeCutWrongly(tag) || end - start > 3) isEdge.fill(3, start, end)
      if (tag.charCodeAt(0) === letterV) verb = hash
      else if (isClauseEnd(this.kinds[start + margin] ?? 0)) verb = 2
      this.verbBefore[at] = verb
      start = end
    }
    verb = 2
    for (let at = words.length + margin - 1; at >= margin; at--) {
      const tag = words[at - margin]?.tag ?? ''
      if (tag.charCodeAt(0) === letterV) verb = wordHash[at] ?? 2
      else if (isClauseEnd(this.kinds[(wordStart[at] ?? 0) + margin] ?? 0)) verb = 2
      this.verbAfter[at] = verb
    }
    for (let i = 0; i < margin; i++) {
      this.verbBefore[i] = 2
      this.verbAfter[words.length + margin + i] = 2
      wordAt[i] = i
      wordAt[this.length + margin + i] = words.length + margin + i
    }
  }

  #readEnclosures(): void {
    const { raw, kinds: found, length, closing, enclosed } = this
    let open = -1
    let kind = 0
    for (let at = 0; at < length; at++) {
      const unit = raw[at + margin] ?? 0
      const form = found[at + margin] ?? 0
      if (open < 0) {
        kind = form === kinds.opening ? opens(unit) : 0
        if (kind > 0) open = at
      } else if (form === kinds.closing && closes(unit) === kind) {
        for (let i = open + 1; i < at; i++) {
          closing[i + margin] = at
          enclosed[i + margin] = kind
        }
        open = -1
      } else if (at - open > longestEnclosed) {
        at = open
        open = -1
      }
    }
  }

  /** 木克热姆·托合提: the dictionary cuts names of other peoples anywhere. */
  #openDots(): void {
    const { kinds: found, isEdge, length } = this
    for (let at = 1; at + 1 < length; at++) {
      if (found[at + margin] !== kinds.dot) continue
      isEdge.fill(3, Math.max(0, at - longestPart), Math.min(length, at + longestPart + 1))
    }
  }

  #readLists(): void {
    this.#trie.fetch(this.raw, margin, this.length + margin)
    for (let at = 0; at < this.length; at++) {
      this.#trie.walk(this.raw, at + margin, this.length + margin, this)
    }
  }

  /** Hears of the words of lists. */
  found(from: number, to: number, lists: number): void {
    const { begins, ends, isEdge } = this
    const start = from - margin
    const end = to - margin
    begins[start] = (begins[start] ?? 0) | lists
    ends[end] = (ends[end] ?? 0) | lists
    if (end - start > 1) {
      isEdge[start] = 3
      isEdge[end] = 3
    } else if ((lists & measures) !== 0 && isNumber(this.kinds[from - 1] ?? 0)) {
      // 四百多台|车: the dictionary knows 台车
      isEdge[end] = 3
    } else if ((lists & suffixes) !== 0) {
      // 拉萨河|畔, 延长路|口: the dictionary knows 河畔 and 路口
      isEdge[end] = 3
    } else if ((lists & surnames) !== 0 && ((ends[start] ?? 0) & jobs) !== 0) {
      // 运搬工|段福来: the dictionary knows 工段
      isEdge[start] = 3
    }
  }
}

const measures = bitOf('measures')
const suffixes = bitOf('place-suffixes')
const surnames = bitOf('surnames')
const jobs =
  bitOf('role-posts') | bitOf('post-modifiers') | bitOf('group-heads') | bitOf('occupations')

function isNumber(kind: number): boolean {
  return kind === kinds.digit || kind === kinds.numeral
}

export interface HashedProposal extends Span {
  readonly wins: boolean
  /** Of its type, of type and rule, and of these with the confidence. */
  readonly type: number
  readonly rule: number
  readonly sure: number
}

function hashed({ start, end, type, confidence, rule, wins }: Proposal): HashedProposal {
  const ofType = hashOf(type)
  const ofRule = mix(ofType, hashOf(rule))
  const sure = mix(ofRule, Math.round(confidence * 20))
  return { start, end, wins, type: ofType, rule: ofRule, sure }
}

/** Of a name with a dot, before and behind it. */
const longestPart = 7

const [letterN, letterR, letterT, letterV, letterZ] = [110, 114, 116, 118, 122]

/** What the dictionary does not know (x), and names and numbers, which it guesses. */
function mayBeCutWrongly(tag: string): boolean {
  if (tag.charCodeAt(0) !== letterN) return tag === 'x' || tag === 'm' || tag === 'eng'
  const second = tag.charCodeAt(1)
  return second === letterR || second === letterT || second === letterZ
}

function isClauseEnd(kind: number): boolean {
  return kind === kinds.comma || kind === kinds.stop || kind === kinds.space
}

function tagHash(tag: string): number {
  return (tag.charCodeAt(0) << 8) | (tag.length > 1 ? tag.charCodeAt(1) : 0)
}
