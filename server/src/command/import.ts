/** `biaozhu import`. */
import { noAnnotations } from '../annotation/placed/placed.ts'
import type { PagesOfPaths } from '../corpus/paths/pages-of-paths.ts'
import type { Corpus, PageEdit, Snapshot } from '../corpus/snapshot/model.ts'
import type { Format } from '../exchange/format/format.ts'
import { formats } from '../exchange/formats.ts'
import { type Desk, Performer } from '../feature/annotate/perform.ts'
import { annotatorsIn, isLayerName, layerOf, saidBy } from '../feature/import/annotators.ts'
import { countItems, importEdit, type OnConflict } from '../feature/import/edits.ts'
import { byDocument, type PlannedPage, planPage } from '../feature/import/plan.ts'
import { type IncomingPage, readImport } from '../feature/import/read.ts'
import { importProblem, importRecords, importRows, shownPage } from '../feature/import/report.ts'
import { alignColumns } from '../text/columns.ts'
import { showControls } from '../text/controls.ts'
import { defined } from '../values/defined.ts'
import { groupBy } from '../values/group-by.ts'
import { messageOf } from '../values/message-of.ts'
import { type Call, type Command, type ExitStatus, type Outside, paths } from './command.ts'
import { say } from './listing.ts'

const readable = formats.filter(({ read }) => read !== undefined)

export const importCommand: Command = {
  name: 'import',
  summary: 'annotations from the files of another program',
  description:
    'Finds for each file its page, by name or by text, and writes what is new beside the page. Where the text of ' +
    'the page is another by now, each annotation is looked for in it, and those whose place is uncertain are ' +
    'marked so and listed. What is there already stays as it is unless --on-conflict says otherwise.',
  operands: { ...paths, needed: 'a page or a folder of pages' },
  options: [
    {
      name: 'format',
      values: readable.map(({ name }) => name),
      required: true,
      summary: 'The format to read.',
    },
    { name: 'from', value: 'DIR', required: true, summary: 'Folder with the files, or one file.' },
    {
      name: 'dry-run',
      summary: 'Writes nothing, and lists all that is new, conflicting or uncertain.',
    },
    {
      name: 'report',
      values: ['table', 'jsonl'],
      default: 'table',
      summary:
        'A table of what a person should look at, or all annotations, what is the same too, as one JSON object a line.',
    },
    {
      name: 'as',
      value: 'annotations|suggestions|layer:NAME',
      default: 'annotations',
      summary:
        'As the file has it, as suggestions that nobody has decided yet, or as what the annotator NAME says (X.anno.NAME.jsonl).',
    },
    {
      name: 'annotator',
      value: 'NAME',
      summary:
        'Of a file with what several people say of one page: only what NAME says. Without it, each of them becomes ' +
        'a layer of its own.',
    },
    {
      name: 'on-conflict',
      values: ['skip', 'ours', 'theirs'],
      default: 'skip',
      summary:
        'Where file and page differ: leave it; keep what is here and add what only the file says; or take the file.',
    },
  ],
  examples: [
    'biaozhu import --format brat --from annotated --dry-run seeds',
    'biaozhu import --format brat --from annotated seeds',
    'biaozhu import --format brat --from annotated --dry-run --report jsonl seeds',
    'biaozhu import --format webannotation --from wang --as layer:wang seeds',
    'biaozhu import --format label-studio --from tasks.json --annotator 2 seeds',
  ],
  statuses:
    '0 done; 1 something is conflicting or uncertain; 2 misuse, or a file that cannot be read or written.',
  async run(call, outside) {
    const asked = askedOf(call)
    if (typeof asked === 'string') {
      outside.error(`biaozhu: ${asked}\nTry: biaozhu import --help\n`)
      return 2
    }
    const from = call.options.get('from') ?? ''
    const folder = await outside.importFolder(from)
    if (folder === undefined) {
      say([`no such file or folder: ${from}`], outside)
      return 2
    }
    const pages = await outside.pages(call.operands)
    say([...pages.notes, ...pages.errors], outside)
    const { documents, corpus } = pages
    const reading = await readImport(asked.format, folder, {
      documents,
      schema: corpus.schema,
      onFile: (done, total) => outside.progress(`${done}/${total}`),
    })
    outside.progress('')
    say(reading.problems.map(importProblem), outside)
    if (reading.files === 0) say([`no files of ${asked.format.title} in ${from}`], outside)
    const chosen = chosenPages(reading.pages, asked)
    if (typeof chosen === 'string') {
      say([chosen], outside)
      return 2
    }
    const status = await write(chosen, pages, asked, outside)
    return pages.errors.length > 0 || reading.problems.length > 0 || reading.files === 0
      ? 2
      : status
  },
}

interface Asked {
  readonly format: Format
  readonly as: 'annotations' | 'suggestions'
  readonly layer: string | undefined
  readonly annotator: string | undefined
  readonly onConflict: OnConflict
  readonly dry: boolean
  readonly jsonl: boolean
}

/** A sentence for what makes no sense. */
function askedOf({ options }: Call): Asked | string {
  const format = readable.find(({ name }) => name === options.get('format'))
  if (format === undefined) return 'there is no such format'
  const as = options.get('as') ?? ''
  const layer = /^layer[:=](.*)$/s.exec(as)?.[1]
  if (layer === undefined && as !== 'annotations' && as !== 'suggestions') {
    return 'import needs --as annotations, suggestions or layer:NAME'
  }
  if (layer !== undefined && !isLayerName(layer)) {
    return `${layer === '' ? 'an empty text' : layer} is no name of a layer`
  }
  const onConflict = options.get('on-conflict')
  return {
    format,
    layer,
    annotator: options.get('annotator'),
    as: as === 'suggestions' ? as : 'annotations',
    onConflict: onConflict === 'ours' || onConflict === 'theirs' ? onConflict : 'skip',
    dry: options.has('dry-run'),
    jsonl: options.get('report') === 'jsonl',
  }
}

/** What is imported of what several annotators say; a sentence where that has to be chosen. */
function chosenPages(
  pages: readonly IncomingPage[],
  { annotator, layer }: Asked,
): readonly IncomingPage[] | string {
  const names = annotatorsIn(pages)
  const listed = names.map((name) => showControls(name)).join(', ')
  if (annotator === undefined) {
    return layer === undefined || names.length === 0
      ? pages
      : `several annotators cannot be one layer: choose one with --annotator (${listed})`
  }
  if (names.includes(annotator)) return saidBy(pages, annotator)
  return names.length === 0
    ? 'these files do not say what several annotators say of one page: leave --annotator out'
    : `there is no annotator ${showControls(annotator)}: there are ${listed}`
}

async function write(
  pages: readonly IncomingPage[],
  { corpus }: PagesOfPaths,
  asked: Asked,
  outside: Outside,
): Promise<ExitStatus> {
  const { format, as, onConflict, dry } = asked
  const own = (await outside.annotator(corpus.root, corpus.config.annotator)) ?? 'unknown'
  const when = new Date().toISOString()
  let failed = false
  let open = 0
  for (const [document, ofPage] of byDocument(pages)) {
    for (const [layer, incoming] of groupBy(ofPage, (page) => layerOf(page, asked))) {
      const who = layer ?? own
      const options = { format, as, who, when, newId: outside.newId, schemaOf: () => corpus.schema }
      const annotations =
        layer === undefined ? document.annotations : await outside.layer(document, layer)
      const plan = {
        ...planPage(document, annotations ?? noAnnotations, incoming, options),
        ...defined({ layer }),
      }
      const counts = countItems(plan.items)
      open += counts.conflicting + counts.uncertain
      report(plan, asked, outside)
      if (dry) continue
      const edit = importEdit(plan, onConflict)
      if (edit.put.length + edit.drop.length === 0) continue
      const desk = new SidecarDesk(corpus, plan, { outside, layer })
      const run = () => ({ kind: 'edits', label: importCommand.name, edits: [edit] }) as const
      const performed = await new Performer(desk, outside.newId).perform(run)
      if (performed.kind !== 'done' || performed.durable === false) failed = true
    }
  }
  return failed ? 2 : open > 0 ? 1 : 0
}

/** A page on the command line: no editor has it open, and what is edited goes to its sidecar at once. */
class SidecarDesk implements Desk {
  readonly #corpus: Corpus
  readonly #page: Pick<PlannedPage, 'document' | 'annotations'>
  readonly #outside: Outside
  readonly #layer: string | undefined
  #edits: readonly PageEdit[] = []

  constructor(
    corpus: Corpus,
    page: Pick<PlannedPage, 'document' | 'annotations'>,
    { outside, layer }: { readonly outside: Outside; readonly layer: string | undefined },
  ) {
    this.#corpus = corpus
    this.#page = page
    this.#outside = outside
    this.#layer = layer
  }

  snapshot(): Snapshot {
    return { revision: 0, corpora: [this.#corpus] }
  }

  async reread(): Promise<void> {}

  apply(edits: readonly PageEdit[]): void {
    this.#edits = edits
  }

  announce(): void {}

  async confirm(): Promise<boolean> {
    const { document, annotations } = this.#page
    try {
      for (const edit of this.#edits) {
        await this.#outside.changeSidecar(document, annotations, edit, this.#layer)
      }
      return true
    } catch (error) {
      const reason = messageOf(error)
      say([`cannot write the annotations of ${document.path}: ${reason}`], this.#outside)
      return false
    }
  }
}

function report(plan: PlannedPage, { dry, jsonl }: Asked, outside: Outside): void {
  const counts = countItems(plan.items)
  const parts = (['new', 'same', 'conflicting', 'uncertain'] as const).map(
    (kind) => `${counts[kind]} ${kind}`,
  )
  say([`${shownPage(plan)}: ${parts.join(', ')}`], outside)
  if (jsonl) {
    for (const record of importRecords(plan)) outside.out(`${JSON.stringify(record)}\n`)
    return
  }
  const rows = importRows(plan).filter(({ kind }) => dry || kind !== 'new')
  for (const line of alignColumns(rows.map(({ cells }) => cells))) outside.out(`${line}\n`)
}
