/**
 * docs/formats.md: every exchange format with what it holds, from the formats' own words. `node .ci/formats.ts` writes
 * it anew; a test says when that was forgotten.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Format } from '../server/src/exchange/format/format.ts'
import { mentionParts, relationParts } from '../server/src/exchange/format/holds.ts'
import { formats } from '../server/src/exchange/formats.ts'

/** Where it stands in the repository. */
export const formatsFile = 'docs/formats.md'

/** What shows that others read it as we mean it; by name. `peers` is `npm run test:peers`. */
export const proofs: Readonly<Record<string, string>> = {
  brat: "peers: brat's own `annotation.py`, no line refused, text column equal",
  webannotation: '`jsonld` in safe mode drops nothing (in `npm test`)',
  xmi: 'peers: `uimaj-core` reads, re-writes and reads again, covered texts equal; cassis the same',
  'json-cas': 'peers: cassis, covered texts equal',
  'webanno-tsv': 'round trip, golden files',
  conll: "peers: NLTK's `conlltags2tree`, strict, chunk texts equal",
  conllu: "peers: UD's `validate.py`, level 1",
  tei: 'peers: `jing` with `tei_all.rng` of P5, both styles',
  'label-studio': 'round trip, golden files',
  doccano: 'round trip, golden files',
  prodigy: 'golden files',
  spacy: 'golden files',
  pubannotation: 'golden files',
  csv: "peers: `csvclean`, `csvformat` and Python's `csv` read every text equal",
  xlsx: 'peers: openpyxl and gnumeric read every text equal',
  html: 'for people',
  markdown: 'for people',
}

export function formatsDocument(): string {
  const parts = [
    opening,
    table(files),
    holding,
    table(holds),
    details,
    table(about),
    reading,
    closing,
  ]
  return parts.join('\n\n').concat('\n')
}

type Column = readonly [title: string, cell: (format: Format) => string]

const name: Column = ['`--format`', (format) => `\`${format.name}\``]

const files: readonly Column[] = [
  name,
  ['format', ({ title }) => title],
  ['files', ({ extension, files: count }) => `\`*${extension}\`, ${perFile[count]}`],
  ['read', ({ read }) => (read === undefined ? 'no' : 'yes')],
  ['positions count', ({ unit }) => units[unit]],
  ['text, if not chosen', ({ text }) => text],
]

const perFile = { page: 'one a page', all: 'one for all' } as const
const units = {
  'UTF-16': 'UTF-16 units',
  'code point': 'code points',
  token: 'tokens',
  none: 'none',
} as const

const holds: readonly Column[] = [
  name,
  ['in pieces', (format) => yes(format.holds.discontinuous)],
  ['over a line break', (format) => yes(format.holds.acrossLines)],
  ['nested', (format) => yes(format.holds.nested)],
  ['crossing', (format) => yes(format.holds.crossing)],
  ['relations', (format) => yes(format.holds.relations !== undefined)],
  ['lost of mentions', ({ holds: { mentions } }) => without(mentionParts, mentions)],
  [
    'lost of relations',
    ({ holds: { relations } }) =>
      relations === undefined ? 'all' : without(relationParts, relations),
  ],
  ['held of the page', ({ holds: { page } }) => page.join(', ') || 'nothing'],
]

const about: readonly Column[] = [
  name,
  ['newlines', ({ newlines }) => newlines],
  [
    'options, the first is the default',
    ({ options }) =>
      options
        .map((option) => `\`--${option.name} ${option.values.join('\\|')}\`: ${option.help}`)
        .join('<br>') || 'none',
  ],
  ['proof', (format) => proofs[format.name] ?? ''],
]

function table(columns: readonly Column[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    row(columns.map(([title]) => title)),
    `|${columns.map(() => '---|').join('')}`,
    ...formats.map((format) => row(columns.map(([, cell]) => cell(format)))),
  ].join('\n')
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no'
}

function without(all: readonly string[], held: readonly string[]): string {
  return all.filter((part) => !held.includes(part)).join(', ') || 'nothing'
}

const opening = `# Formats

<!-- Written by \`node .ci/formats.ts\` from server/src/exchange. -->

What \`biaozhu export\`, \`import\` and \`convert\` and the commands **Export…** and **Import…** write and read. \`--text source\` writes the page as it is
(newlines as \`\\n\`, no byte order mark), \`--text logical\` its articles in order with their breaks joined; positions refer to that text. Covered
texts are the same after the way there and back in both.`

const holding = `## What a format holds

All hold a mention's place and type. What one cannot carry is counted and said at export ("3 relations are not written in CoNLL"), and kept in
a side file \`X.FORMAT.side.jsonl\` beside it (\`--side no\` leaves it out), from which import restores it. A format that is not read needs none.`

const details = '## Newlines, options, proof'

const reading = `## What import makes of other programs' files

- A page is found by its name, by its text, by its text but for blanks, and by its name in another form (NFC and NFD, capitals, signs, codes, endings).
- Where a file says both where and what, its words tell what its positions count: code points, UTF-16 or bytes, with CRLF and byte order mark or
  without. Words that are not at their place are looked for; what is not surely found is *uncertain* (exit status 1). \`convert\` does the same.
- CoNLL: BIO, IOB1, IOE, BMES, BMOES, BIOES, BILOU and BMEWO. The token is in the first column, the tag in the last; tabs divide columns where a
  line has some, and a blank may be a token.
- Several labels at one place are several mentions; where the schema takes one, the others conflict.
- Whatever is not understood (a tag, label, relation, column, value, line) is said with its number, and the exit status is 2.`

const closing = `Everything above is checked by one matrix of hard input (\`test/exchange/matrix.ts\`: characters beyond U+FFFF, CRLF, names over breaks, in pieces,
nested, crossing, empty pages, 10,000 annotations, U+2028, compatibility ideographs, which are never normalised): export and import give
the same annotations, or lose exactly what is declared here. \`npm run test:peers\` has other programs read exports of the seeds and of a hard page,
where they are installed; \`.ci/peers.ts\` says what to install.`

if (process.argv[1] === import.meta.filename) {
  fs.writeFileSync(path.resolve(import.meta.dirname, '..', formatsFile), formatsDocument())
}
