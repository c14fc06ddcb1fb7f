/** What the header of a TEI file says of the page. */

import type { PageData } from '../../page/model.ts'
import type { Json } from '../../values/json.ts'
import { pageDataOfJson } from '../our-page/page-data-json.ts'
import { nodesOf, type XmlNode } from './tree.ts'

export interface HeaderPage {
  readonly path: string | undefined
  readonly data: PageData
  /** Whether Biaozhu wrote the file. */
  readonly ours: boolean
}

export function pageOfHeader(trees: readonly XmlNode[]): HeaderPage {
  const bibls = nodesOf(nodesOf(trees, 'sourceDesc'), 'bibl')
  const find = (name: string, attribute: string, value: string): XmlNode | undefined =>
    nodesOf(bibls, name).find(({ attributes }) => attributes.get(attribute) === value)
  const scope = find('biblScope', 'unit', 'page')
  const number = Number(scope?.attributes.get('n') ?? scope?.text ?? Number.NaN)
  const values: Readonly<Record<string, Json | undefined>> = {
    newspaper: find('title', 'level', 'j')?.text,
    date: nodesOf(bibls, 'date')[0]?.attributes.get('when'),
    number: Number.isSafeInteger(number) ? number : undefined,
  }
  const there = Object.entries(values).flatMap(([key, value]): [string, Json][] =>
    value === undefined ? [] : [[key, value]],
  )
  return {
    path: find('idno', 'type', 'path')?.text,
    data: pageDataOfJson(Object.fromEntries(there)),
    ours: nodesOf(trees, 'application').some(
      ({ attributes }) => attributes.get('ident') === 'biaozhu',
    ),
  }
}
