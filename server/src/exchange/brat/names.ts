/** Names in brat's files: ASCII letters, digits, `_` and `-`; everything else is written reversibly. */

/** Attributes that are ours: the schema's of that name are written with a code. */
export const ownAttributes: readonly string[] = ['Status', 'Unsure']

/** `举措` is `_u4E3E__u63AA_`: brat makes `_` of each other character, so that all Chinese names were one. */
export function bratName(name: string): string {
  const ascii = isAscii(name)
  return Array.from(name, (character, i) => {
    const plain = /[A-Za-z0-9-]/.test(character)
    const coded = character === '_' && /^_u[0-9A-F]{1,6}_/.test(name.slice(i, i + 9))
    return plain || (character === '_' && !coded && ascii) ? character : code(character)
  }).join('')
}

/** Any name: what is no code of ours stays as it is. */
export function nameOfBrat(name: string): string {
  return name.replace(/_u([0-9A-F]{1,6})_/g, (whole: string, hex: string) => {
    const character = Number.parseInt(hex, 16)
    return character > 0x10ffff ? whole : String.fromCodePoint(character)
  })
}

export function bratAttributeName(name: string): string {
  const first = name.slice(0, 1)
  return ownAttributes.includes(name) ? code(first) + name.slice(1) : bratName(name)
}

function code(character: string): string {
  return `_u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`
}

/** Whether nothing of a name needs a code but, perhaps, its underscores. */
function isAscii(name: string): boolean {
  return /^[A-Za-z0-9_-]*$/.test(name)
}

/** What ends a line for brat, which reads with Python's `splitlines`, and the tab between columns. */
export const breaks = /[\t\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/

/** The text in one line: each break, with the blanks around it, a space. */
export function oneLine(text: string): string {
  // Whole runs of blanks are matched: a run that is tried from each of its blanks on takes time by its square.
  return text.replace(/[\s\u001c-\u001e\u0085]+/g, (blanks) => (breaks.test(blanks) ? ' ' : blanks))
}

/** Brat wants a data base and an id in it, without spaces. */
export function bratReference(entity: string): string {
  const id = entity.replace(/\s|[\u001c-\u001f\u0085]/g, '_')
  return /^[^:]+:./.test(id) ? id : `biaozhu:${id}`
}

/** JSON in one line as brat ends lines. */
export function oneLineJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
