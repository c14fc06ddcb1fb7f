/** The header of a TEI file: what the page is, and who annotated it with what. */

import { escapeXml, xmlAttributes } from '../file/xml.ts'
import type { WriteContext } from '../format/format.ts'
import type { ExchangePage } from '../format/model.ts'
import type { People } from './statements.ts'

export function headerXml(
  { path, data }: ExchangePage,
  people: People,
  { versions, created }: Pick<WriteContext, 'versions' | 'created'>,
): string {
  const { newspaper, date, number } = data
  const source = [
    ...(newspaper === undefined ? [] : [`<title level="j">${escapeXml(newspaper)}</title>`]),
    ...(date === undefined ? [] : [`<date${xmlAttributes([['when', date]])}/>`]),
    ...(number === undefined
      ? []
      : [
          `<biblScope${xmlAttributes([
            ['unit', 'page'],
            ['n', number],
          ])}/>`,
        ]),
    `<idno type="path">${escapeXml(path)}</idno>`,
  ]
  const annotators = [...people].map(
    ([name, id]) =>
      `\n<respStmt${xmlAttributes([['xml:id', id]])}><resp>annotation</resp><name>${escapeXml(name)}</name></respStmt>`,
  )
  const parts = Object.entries(versions).filter(([name]) => name !== 'biaozhu')
  const about = parts.map(([name, version]) => `${name} ${version}`).join(', ')
  const application = xmlAttributes([
    ['ident', 'biaozhu'],
    ['version', versionOf(versions.biaozhu)],
    ['when', created],
  ])
  return `<teiHeader>
<fileDesc>
<titleStmt><title>${escapeXml(path)}</title>${annotators.join('')}</titleStmt>
<publicationStmt><p>Exported by Biaozhu.</p></publicationStmt>
<sourceDesc><bibl>${source.join('')}</bibl></sourceDesc>
</fileDesc>
<encodingDesc><appInfo><application${application}><label>Biaozhu</label>${
    about === '' ? '' : `<desc>${escapeXml(about)}</desc>`
  }</application></appInfo></encodingDesc>
</teiHeader>`
}

/** TEI wants numbers with dots. */
function versionOf(version: string): string {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0'
}
