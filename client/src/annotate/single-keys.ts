/**
 * Keys of a locked page that need no chord. All keys that type something are bound to one command, so that what is
 * typed ahead of a box reaches it, and none of it the page. `.ci/keys.ts` writes them into package.json.
 */
import { enterKey, eraseKey } from '../pick/strokes.ts'

export interface Act {
  readonly command: string
  readonly args?: Readonly<Record<string, unknown>>
}

/** Keys of types, as schemas give them. */
export const typeKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-'] as const

/** What a key does by itself, by what it types. */
export const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  [enterKey, { command: 'biaozhu.accept' }],
  [eraseKey, { command: 'biaozhu.reject' }],
  [' ', { command: 'biaozhu.nextSuggestion' }],
  ...typeKeys.map((key): [string, Act] => [key, { command: 'biaozhu.markWithKey', args: { key } }]),
  ['n', { command: 'biaozhu.editNote' }],
  ['a', { command: 'biaozhu.attach' }],
  ['r', { command: 'biaozhu.markCoreference' }],
  ['u', { command: 'biaozhu.toggleUnsure' }],
  ['?', { command: 'biaozhu.showKeys' }],
])

/** What each key types, by its name in package.json, on the keyboard that China uses. */
export function typingKeys(): ReadonlyMap<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const plain = [...'1234567890', ...signs.keys()]
  return new Map([
    ['enter', enterKey],
    ['backspace', eraseKey],
    ['space', ' '],
    ...[...letters, ...plain].map((key): [string, string] => [key, key]),
    ...letters.map((key): [string, string] => [`shift+${key}`, key.toUpperCase()]),
    ...[...')!@#$%^&*('].map((sign, digit): [string, string] => [`shift+${digit}`, sign]),
    ...[...signs].map(([key, sign]): [string, string] => [`shift+${key}`, sign]),
    ...[...'0123456789'].map((digit): [string, string] => [`numpad${digit}`, digit]),
    ['numpad_add', '+'],
    ['numpad_subtract', '-'],
    ['numpad_multiply', '*'],
    ['numpad_divide', '/'],
    ['numpad_decimal', '.'],
  ])
}

/** By the sign of a key, the one that it types with Shift. */
const signs: ReadonlyMap<string, string> = new Map([
  ['`', '~'],
  ['-', '_'],
  ['=', '+'],
  ['[', '{'],
  [']', '}'],
  ['\\', '|'],
  [';', ':'],
  ["'", '"'],
  [',', '<'],
  ['.', '>'],
  ['/', '?'],
])
