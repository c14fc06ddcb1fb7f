/** The formats with what each is for and would lose, for the person who chooses one. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Snapshot } from '../../corpus/snapshot/model.ts'
import type { Format } from '../../exchange/format/format.ts'
import type { MentionPart } from '../../exchange/format/holds.ts'
import type { FormatInfo } from '../../protocol.ts'
import { t } from '../wording/messages.ts'
import { partName } from './loss-sentences.ts'

/** What pages have that not every format holds. */
export type Part = (typeof mentionParts)[number] | 'relations' | 'pieces' | 'nested' | 'records'

/** Those that matter to a person, the weightiest first. */
const mentionParts = [
  'status',
  'confidence',
  'attributes',
  'note',
  'unsure',
  'entity',
  'reading',
  'who',
] as const satisfies readonly MentionPart[]

/** `present`: what the pages have; of the rest nothing can be lost. */
export function formatInfo(format: Format, present: ReadonlySet<Part>): FormatInfo {
  const { name, title, purpose, extension, files, text, read, options } = format
  return {
    name,
    title,
    purpose: t(purpose),
    extension,
    endings: endings.filter((ending) => read?.accepts(`x.${ending}`) === true),
    files,
    text,
    options: options.map((option) => ({ ...option, help: t(option.help) })),
    reads: read !== undefined,
    loses: partsOf(format)
      .filter(({ part, kept }) => !kept && present.has(part))
      .map(({ label }) => label),
  }
}

/** Endings of files that any format reads. */
const endings = [
  ...['ann', 'conll', 'conllu', 'csv', 'json', 'jsonl', 'jsonld', 'tsv', 'txt', 'xlsx', 'xmi'],
  ...['xml', 'zip'],
] as const

/** The parts that annotations of these pages have. */
export function presentParts({ corpora }: Snapshot): ReadonlySet<Part> {
  const found = new Set<Part>()
  for (const { documents, schema } of corpora) {
    for (const { annotations, decided, isAnalysed } of documents) {
      if (schema.overlap === true && haveNested(decided)) found.add('nested')
      // What is suggested is not annotated: its status and confidence would be lost.
      if (isAnalysed) found.add('status').add('confidence')
      for (const { record } of annotations.records) {
        if (record.kind === 'relation') found.add('relations')
        else if (record.kind !== 'span') found.add('records')
        else {
          found.add('who')
          if (record.at.length > 1) found.add('pieces')
          if (record.status === 'rejected') found.add('records')
          for (const part of mentionParts) if (record[part] !== undefined) found.add(part)
        }
      }
    }
  }
  return found
}

/** `decided` are in order of their places. */
function haveNested(decided: readonly Mention[]): boolean {
  let end = 0
  return decided.some((mention) => {
    const span = mentionSpan(mention)
    const isInside = span.start < end
    end = Math.max(end, span.end)
    return isInside
  })
}

function partsOf({
  holds: { mentions, relations, page, discontinuous, nested },
}: Format): readonly { readonly part: Part; readonly label: string; readonly kept: boolean }[] {
  return [
    { part: 'relations', label: t('relations'), kept: relations !== undefined },
    { part: 'pieces', label: t('mentions in pieces'), kept: discontinuous },
    { part: 'nested', label: t('nested mentions'), kept: nested },
    ...mentionParts.map((part) => ({ part, label: partName(part), kept: mentions.includes(part) })),
    { part: 'records', label: t('corrections of the page'), kept: page.includes('records') },
  ]
}
