/** The labelling interface of a schema, to be pasted into a project's settings. */
import type { Schema } from '../../annotation/schema/schema.ts'
import { escapeAttribute, xmlAttributes } from '../file/xml.ts'

/** Names of the two tags that results refer to. */
export const controlTag = 'label'
export const textTag = 'text'

export function labelStudioConfig({ types, relations = [] }: Schema): string {
  const labels = types.map(
    ({ name, labelZh, colour }) =>
      `    <Label${xmlAttributes([
        ['value', name],
        ['hint', labelZh],
        ['background', colour],
      ])}/>\n`,
  )
  const arcs = relations.map(({ name }) => `    <Relation value="${escapeAttribute(name)}"/>\n`)
  return [
    '<View>\n',
    ...(arcs.length === 0 ? [] : ['  <Relations>\n', ...arcs, '  </Relations>\n']),
    `  <Labels name="${controlTag}" toName="${textTag}">\n`,
    ...labels,
    '  </Labels>\n',
    `  <Text name="${textTag}" value="$text"/>\n`,
    '</View>\n',
  ].join('')
}
