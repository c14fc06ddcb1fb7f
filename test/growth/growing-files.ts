/** Files of other programs that make a reader compare everything with everything. */
import { formats } from '../../server/src/exchange/formats.ts'
import { exchangePage, mention } from '../exchange/exchange-page.ts'
import { writeAll } from '../exchange/round-trip.ts'

export interface GrowingFile {
  readonly name: string
  readonly format: string
  /** Things in the short file; ten times as many are in the long one. */
  readonly from: number
  readonly path: string
  readonly content: (count: number) => string | Uint8Array
  /** Of the page that the file is about; what it is where it does not matter. */
  readonly page?: (count: number) => string
  readonly expressions?: true
}

const many = (count: number, make: (i: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between)

const tei = (text: string, header = '', back = ''): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text><body><p>${text}</p></body></text><standOff>${back}</standOff></TEI>`

const xmi = (structures: string, text: string): string =>
  `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore"><cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="${text}"/>${structures}</xmi:XMI>`

const tsv = (header: string, lines: string): string =>
  `#FORMAT=WebAnno TSV 3.3\n${header}\n\n\n#Text=王丽\n${lines}`

const conllu = (lines: string): string => `# newdoc id = p.txt\n${lines}\n\n`

const word = (i: number, misc: string): string =>
  `${i + 1}\t王\t${'_\t'.repeat(7)}${misc}|SpaceAfter=No`

const annotation = (i: number, target: object): object => ({
  type: 'Annotation',
  id: `urn:x:${i}`,
  body: { purpose: 'classifying', value: 'Person' },
  target,
})

export const growingFiles: readonly GrowingFile[] = [
  {
    name: 'names in the text',
    format: 'tei',
    from: 300,
    path: 'p.xml',
    content: (n) => tei(many(n, () => '<persName>王</persName>')),
  },
  {
    name: 'chained names without prev',
    format: 'tei',
    from: 300,
    path: 'p.xml',
    content: (n) => tei(many(n, (i) => `<name xml:id="a${i}" next="#a${i + 1}">王</name>`)),
  },
  {
    name: 'names with one id and many notes',
    format: 'tei',
    from: 300,
    path: 'p.xml',
    content: (n) =>
      tei(
        many(n, () => '<name xml:id="a">王</name>'),
        '',
        `<annotation target="#a">${many(n, (i) => `<note>${i}</note>`)}</annotation>`,
      ),
  },
  {
    name: 'sources in sources',
    format: 'tei',
    from: 300,
    path: 'p.xml',
    content: (n) =>
      tei(
        '王',
        `${'<sourceDesc>'.repeat(100)}${'<bibl>'.repeat(100)}${many(n, () => '<date/>')}${'</bibl>'.repeat(100)}${'</sourceDesc>'.repeat(100)}`,
      ),
  },
  {
    name: 'ranges of nested elements',
    format: 'tei',
    from: 1000,
    path: 'p.xml',
    content: (n) =>
      tei(
        `${many(200, (i) => `<seg xml:id="s${i}">`)}${'王'.repeat(n)}${'</seg>'.repeat(200)}`,
        '',
        many(200, (i) => `<span target="#string-range(s${i},0,1)">Person</span>`),
      ),
  },
  {
    name: 'blanks and tags',
    format: 'conll',
    from: 500,
    path: 'p.conll',
    content: (n) =>
      `${' '.repeat(n)}王${' '.repeat(n)}\tX${'\r'.repeat(n)}B-A\n${' \tB-A\n'.repeat(n)}`,
  },
  {
    name: 'tokens',
    format: 'conll',
    from: 500,
    path: 'p.conll',
    content: (n) => '王\tB-Person\n'.repeat(n),
  },
  {
    name: 'tokens',
    format: 'conllu',
    from: 500,
    path: 'p.conllu',
    content: (n) => conllu(many(n, (i) => word(i, `Entity=(e${i}-Person-1-)`), '\n')),
  },
  {
    name: 'pieces of one mention',
    format: 'conllu',
    from: 300,
    path: 'p.conllu',
    content: (n) => conllu(many(n, (i) => word(i, `Entity=(e1[${i + 1}/${n}]-Person-1-)`), '\n')),
  },
  {
    name: 'mentions of one entity inside each other',
    format: 'conllu',
    from: 300,
    path: 'p.conllu',
    content: (n) => conllu(many(n, (i) => word(i, 'Entity=(e1-Person-1-'), '\n')),
  },
  {
    name: 'documents with comments',
    format: 'conllu',
    from: 300,
    path: 'p.conllu',
    content: (n) => many(n, (i) => `# newdoc id = d${i}\n${word(0, '_')}\n# a\n# b\n\n`),
  },
  {
    name: 'an entity without brackets',
    format: 'conllu',
    from: 1000,
    path: 'p.conllu',
    expressions: true,
    content: (n) => conllu(word(0, `Entity=${'a'.repeat(n)}`)),
  },
  {
    name: 'a comment of blanks',
    format: 'conllu',
    from: 1000,
    path: 'p.conllu',
    expressions: true,
    content: (n) => `#${' '.repeat(n)}a\n${conllu(word(0, '_'))}`,
  },
  {
    name: 'fields of brackets',
    format: 'conllu',
    from: 300,
    path: 'p.conllu',
    content: (n) =>
      `# global.Entity = ${'x-'.repeat(n)}etype\n${conllu(many(n, (i) => word(i, `Entity=(e${i}-a)`), '\n'))}`,
  },
  {
    name: 'stacked values',
    format: 'webanno-tsv',
    from: 300,
    path: 'p.tsv',
    content: (n) =>
      tsv(
        '#T_SP=webanno.custom.X|value',
        `1-1\t0-1\t王\t${many(n, (i) => `P[${i + 1}]`, '|')}\t\n`,
      ),
  },
  {
    name: 'a long name of a layer',
    format: 'webanno-tsv',
    from: 300,
    path: 'p.tsv',
    expressions: true,
    content: (n) =>
      tsv(
        `#T_SP=webanno.custom.${'x'.repeat(20 * n)}|value`,
        many(n, (i) => `1-${i + 1}\t0-1\t王\tP\t\n`),
      ),
  },
  {
    name: 'columns',
    format: 'webanno-tsv',
    from: 20000,
    path: 'p.tsv',
    content: (n) => tsv(`#T_SP=x|${'f|'.repeat(n)}`, `1-1\t0-1\t王\t${'*\t'.repeat(n)}\n`),
  },
  {
    name: 'sentences far apart',
    format: 'webanno-tsv',
    from: 200,
    path: 'p.tsv',
    content: (n) =>
      `#FORMAT=WebAnno TSV 3.3\n#T_SP=x|f\n\n${many(n, (i) => `\n#Text=王\n${i + 1}-1\t${i * 100_000}-${i * 100_000 + 1}\t王\t*\t\n`)}`,
  },
  {
    name: 'sentences before each other',
    format: 'webanno-tsv',
    from: 300,
    path: 'p.tsv',
    expressions: true,
    content: (n) =>
      `#FORMAT=WebAnno TSV 3.3\n#T_SP=x|f\n\n${many(n, (i) => `\n#Text= \n${i + 1}-1\t${i % 2 === 0 ? 0 : 10 * n}-${i % 2 === 0 ? 1 : 10 * n + 1}\t \t*\t\n`)}`,
    page: (n) => ' '.repeat(20 * n),
  },
  {
    name: 'mentions that share their pieces',
    format: 'xmi',
    from: 2000,
    path: 'p.xmi',
    content: (n) =>
      xmi(
        `<c:Links xmi:id="2" elements="${'3 '.repeat(n)}3"/><c:Link xmi:id="3" target="4"/><c:BiaozhuPiece xmi:id="4" begin="0" end="1"/>${many(n, (i) => `<c:BiaozhuMention xmi:id="${i + 5}" begin="0" end="1" label="P" pieces="2"/>`)}`,
        '王丽',
      ),
  },
  {
    name: 'links that share their target',
    format: 'xmi',
    from: 300,
    path: 'p.xmi',
    content: (n) =>
      xmi(
        `<c:Link xmi:id="2" target="${'3 '.repeat(n)}3"/>${many(n, (i) => `<c:Other xmi:id="${i + 5}" begin="0" end="1" label="P" role="2"/>`)}`,
        '王丽',
      ),
  },
  {
    name: 'short words for long places',
    format: 'brat',
    from: 300,
    path: 'p.ann',
    page: (n) => '字'.repeat(20 * n),
    content: (n) => many(n, (i) => `T${i}\tPerson ${i} ${20 * n}\t词`, '\n'),
  },
  {
    name: 'attributes of one mention',
    format: 'brat',
    from: 300,
    path: 'p.ann',
    content: (n) => `T1\tPerson 0 1\t王\n${many(n, (i) => `A${i}\tk${i} T1 v\n`)}`,
  },
  {
    name: 'a note of blanks',
    format: 'brat',
    from: 1000,
    path: 'p.ann',
    expressions: true,
    content: (n) =>
      `T1\tPerson 0 1\t王\n#1\tAnnotatorNotes T1\ta${' '.repeat(n)}b\n#2\tBiaozhu T1\t${JSON.stringify({ note: `a${' '.repeat(n)}b` })}\n`,
  },
  {
    name: 'pieces of one region',
    format: 'label-studio',
    from: 300,
    path: 'p.json',
    content: (n) =>
      JSON.stringify({
        data: { text: '王丽'.repeat(n) },
        annotations: [
          {
            result: Array.from({ length: n }, (_, i) => ({
              id: `r${i}`,
              type: 'labels',
              value: { start: 2 * i, end: 2 * i + 1, labels: ['Person'] },
              ...(i === 0 ? {} : { meta: { biaozhu: { pieceOf: 'r0' } } }),
            })),
          },
        ],
      }),
  },
  {
    name: 'answers for one region',
    format: 'label-studio',
    from: 300,
    path: 'p.json',
    content: (n) =>
      JSON.stringify({
        data: { text: '王丽' },
        annotations: [
          {
            result: Array.from({ length: n }, (_, i) => ({
              id: 'r',
              type: 'choices',
              from_name: `c${i}`,
              value: { choices: ['a'] },
            })),
          },
        ],
      }),
  },
  {
    name: 'spans',
    format: 'doccano',
    from: 300,
    path: 'p.jsonl',
    content: (n) =>
      `${JSON.stringify({ text: '王丽', label: Array.from({ length: n }, () => [0, 1, 'Person']) })}\n`,
  },
  {
    name: 'quotes without positions',
    format: 'webannotation',
    from: 300,
    path: 'p.jsonld',
    expressions: true,
    content: (n) =>
      JSON.stringify({
        items: Array.from({ length: n }, (_, i) =>
          annotation(i, { selector: { type: 'TextQuoteSelector', exact: `王${i}丽` } }),
        ),
      }),
    page: (n) => many(20 * n, (i) => `王${i}丽`),
  },
  {
    name: 'rows',
    format: 'csv',
    from: 200,
    path: 'p.csv',
    content: (n) => `page,type,place\n${'p.txt,Person,0..1\n'.repeat(n)}`,
  },
  {
    name: 'other names of one page',
    format: 'csv',
    from: 50,
    path: 'p.csv',
    content: (n) => `page,type,place\n${many(n, (i) => `p${i}.txt,Person,0..1\n`)}`,
    page: (n) => '王'.repeat(200 * n),
  },
  {
    name: 'rows',
    format: 'xlsx',
    from: 200,
    path: 'p.xlsx',
    content: (n) => {
      const xlsx = formats.find(({ name }) => name === 'xlsx')
      const mentions = Array.from({ length: n }, (_, i) => mention(`m${i}`, 'Person', [[0, 1]]))
      const files = xlsx && writeAll(xlsx, [exchangePage('王丽', mentions)]).files
      return files?.values().next().value ?? ''
    },
  },
]
