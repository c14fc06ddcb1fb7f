/**
 * Label Studio JSON, one task for each page: https://labelstud.io/guide/export and https://labelstud.io/guide/predictions
 * What was accepted is its annotation, what was suggested its prediction. Ours beside them stands in the `meta` of a
 * region, which Label Studio keeps.
 */

import { lineJson } from '../file/json-lines.ts'
import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { mentionParts } from '../format/holds.ts'
import { labelStudioConfig } from './config.ts'
import { labelStudioReader } from './read.ts'
import { labelStudioTask } from './write.ts'

const holds = {
  mentions: mentionParts,
  relations: ['id'],
  page: ['data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const labelStudio: Format = {
  name: 'label-studio',
  title: 'Label Studio',
  purpose: 'tasks and annotations of Label Studio',
  extension: '.json',
  files: 'all',
  unit: 'code point',
  newlines: 'The text is written with LF newlines, and a region may be over one.',
  text: 'source',
  holds,
  options: [],
  write({ title, schema, versions }) {
    const path = `${safeName(title)}.label-studio.json`
    let opening = '[\n'
    return {
      begin: () => [
        { path: `${safeName(title)}.label-studio.xml`, content: labelStudioConfig(schema) },
      ],
      page(page) {
        const { task, losses } = labelStudioTask(page, holds, versions)
        const content = `${opening}${lineJson(task)}`
        opening = ',\n'
        return { chunks: [{ path, content }], losses }
      },
      end: () => [{ path, content: opening === '[\n' ? '[]\n' : '\n]\n' }],
    }
  },
  read: labelStudioReader,
}
