/**
 * Tasks of Prodigy, one line for each page: https://prodi.gy/docs/api-interfaces
 * A page with nothing but decided mentions is an answer; one with suggestions is still a question.
 */

import { jsonLine } from '../file/json-lines.ts'
import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf, type MentionLoss } from '../format/losses.ts'
import { trimmedPage } from '../our-page/trimmed.ts'
import { prodigyTask } from './task.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: ['data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const prodigy: Format = {
  name: 'prodigy',
  title: 'Prodigy',
  purpose: 'tasks of Prodigy',
  extension: '.jsonl',
  files: 'all',
  unit: 'code point',
  newlines:
    'The text is written with LF newlines; white space that is more than a space is a token.',
  text: 'source',
  holds,
  options: [{ name: 'tokens', values: ['character', 'word'], help: 'what a token is' }],
  write({ title, words, options }) {
    const path = `${safeName(title)}.prodigy.jsonl`
    return {
      begin: () => [{ path, content: '' }],
      page(page) {
        const { page: trimmed, special } = trimmedPage(page)
        // A span is a name for Prodigy, whatever else is said of it.
        const rejected = page.mentions.filter(({ status }) => status === 'rejected')
        const lost = rejected.map(({ id }): [string, MentionLoss] => [
          id,
          { kind: 'mention', id, lost: ['all'] },
        ])
        const wanted = options['tokens'] === 'word' ? words : undefined
        return {
          chunks: [{ path, content: jsonLine(prodigyTask(trimmed, wanted)) }],
          losses: lossesOf(page, holds, new Map([...special, ...lost])),
        }
      },
      end: () => [],
    }
  },
  read: undefined,
}
