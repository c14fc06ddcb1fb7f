/** The parts of a workbook beside its sheets: what it is made of, and how cells look. */
import { escapeAttribute, escapeXml } from '../file/xml.ts'

export interface Properties {
  readonly title: string
  readonly application: string
  /** ISO time. */
  readonly created: string
}

type Part = readonly [path: string, content: string]

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument'

/** Those that name the sheets, in their order. */
export function workbookParts(sheets: readonly string[]): readonly Part[] {
  const numbers = sheets.map((_name, i) => i + 1)
  const styles = sheets.length + 1
  const relations = numbers.map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`))
  const entries = sheets.map(
    (name, i) => `<sheet name="${escapeAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const overrides = numbers.map((n) =>
    override(`/xl/worksheets/sheet${n}.xml`, `${types}.spreadsheetml.worksheet+xml`),
  )
  return [
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><bookViews><workbookView/></bookViews><sheets>${entries.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([...relations, relation(styles, 'styles', 'styles.xml')]),
    ],
    [
      '[Content_Types].xml',
      [
        `${declaration}<Types xmlns="${packaged}/content-types">`,
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
        `<Default Extension="xml" ContentType="application/xml"/>`,
        override('/xl/workbook.xml', `${types}.spreadsheetml.sheet.main+xml`),
        override('/xl/styles.xml', `${types}.spreadsheetml.styles+xml`),
        override(
          '/docProps/core.xml',
          'application/vnd.openxmlformats-package.core-properties+xml',
        ),
        override('/docProps/app.xml', `${types}.extended-properties+xml`),
        ...overrides,
        '</Types>',
      ].join(''),
    ],
  ]
}

export function fixedParts({ title, application, created }: Properties): readonly Part[] {
  return [
    ['xl/styles.xml', styles],
    [
      '_rels/.rels',
      relationships([
        relation(1, 'officeDocument', 'xl/workbook.xml'),
        `<Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
        relation(3, 'extended-properties', 'docProps/app.xml'),
      ]),
    ],
    [
      'docProps/core.xml',
      [
        `${declaration}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
        `<dc:title>${escapeXml(title)}</dc:title>`,
        `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(created)}</dcterms:created>`,
        '</cp:coreProperties>',
      ].join(''),
    ],
    [
      'docProps/app.xml',
      `${declaration}<Properties xmlns="${office}/extended-properties"><Application>${escapeXml(application)}</Application></Properties>`,
    ],
  ]
}

function relationships(relations: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${relations.join('')}</Relationships>`
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${office}/relationships/${type}" Target="${target}"/>`
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`
}

/** In the order of `cellStyle`: plain, heading, wrapped, and text that looks like a formula. */
const styles = [
  `${declaration}<styleSheet xmlns="${main}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
