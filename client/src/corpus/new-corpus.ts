/** *New Corpus Here*: asks what a corpus needs and writes its corpus.json, never over one that is there. */
import { l10n, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from 'vscode'
import { lockInSettings } from '../lock/in-settings.ts'
import { annotatorName } from './annotator-name.ts'
import { newCorpusText } from './corpus-json.ts'
import { type FileNameReading, fileNamePatterns, isFileNamePattern } from './file-names.ts'
import { filesIn, type Sample, type SampleFile, sampleOf } from './folder.ts'
import { beginning, likelyEncoding, type OldEncoding, oldEncodings } from './sample.ts'
import { ask, type Choice, optional, type Question } from './steps.ts'

/** `chosen` is the folder in the Explorer on which the command was called. */
export async function newCorpus(chosen?: Uri): Promise<void> {
  const folder = chosen ?? (await workspaceFolder())?.uri
  if (folder === undefined) return
  const file = Uri.joinPath(folder, 'corpus.json')
  if (await exists(file)) {
    await window.showTextDocument(file)
    window.setStatusBarMessage(l10n.t('This folder is a corpus already.'), 4000)
    return
  }
  const found = { ...(await sampleOf(folder)), annotator: await annotatorName(folder) }
  const answers = await ask(questions(found))
  if (answers === undefined) return
  const [pages = '', encoding = '', newspaper = '', fileNames = '', annotator = ''] = answers
  const globs = pages
    .split(/[,，;；]/)
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '')
  const name = folder.path.split('/').at(-1) ?? ''
  const text = newCorpusText(name, {
    pages: globs,
    encoding,
    newspaper,
    fileNames,
    // Who uses the folder next has another name: only one that would not be used anyway is written.
    annotator: annotator === found.annotator ? '' : annotator,
  })
  const edit = new WorkspaceEdit()
  edit.createFile(file, { overwrite: false, contents: new TextEncoder().encode(text) })
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('corpus.json could not be written.'))
    return
  }
  await lockInSettings(folder, globs)
  await showFirstPage(folder, globs, file)
}

/** Pages are shown with their marks; the file itself where there is no page yet. */
async function showFirstPage(folder: Uri, globs: readonly string[], file: Uri): Promise<void> {
  const pages = await filesIn(folder, globs)
  await window.showTextDocument(pages[0] ?? file)
}

/** What is known before anything is asked. */
interface Found extends Sample {
  /** The name that annotations would have anyway. */
  readonly annotator: string
}

function questions({ names, old, annotator }: Found): readonly Question[] {
  const title = l10n.t('New corpus')
  const expression: Question = {
    title,
    prompt: l10n.t('A regular expression with named groups year, month, day, page'),
    value: '(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)\\D+(?<page>\\d+)',
    check: (answer) =>
      isFileNamePattern(answer)
        ? undefined
        : l10n.t('Not a regular expression with one of these groups.'),
  }
  const none: Choice = { label: l10n.t('File names do not tell date or page'), value: '' }
  const own: Choice = { label: l10n.t('Another expression…'), value: ' ', next: expression }
  const patterns = fileNamePatterns(names)
  const found: readonly Choice[] = patterns.map((pattern) => ({
    label: readingText(pattern.reading),
    description: pattern.example,
    detail: pattern.pattern,
    value: pattern.pattern,
  }))
  return [
    {
      title,
      prompt: l10n.t('Which files are pages? Patterns, separated by commas'),
      value: '**/*.txt',
      check: (answer) => (answer === '' ? l10n.t('At least one pattern is needed.') : undefined),
    },
    {
      title,
      prompt: l10n.t('Encoding of pages that are not UTF-8'),
      value: likelyEncoding(old.map(({ bytes }) => bytes)),
      choices: oldEncodings.map((value) => ({ label: value, value, ...readIn(value, old[0]) })),
    },
    { title, prompt: optional(l10n.t('Name of the newspaper')), value: '' },
    {
      title,
      prompt: l10n.t('How do file names tell date and page?'),
      value: patterns.find(({ isSure }) => isSure)?.pattern ?? '',
      choices: [...found, none, own],
    },
    { title, prompt: optional(l10n.t('Your name as annotator')), value: annotator },
  ]
}

/** The file as it would be read, so that a person sees which encoding is right. */
function readIn(encoding: OldEncoding, file: SampleFile | undefined): Partial<Choice> {
  if (file === undefined) return {}
  return { description: file.name, detail: beginning(file.bytes, encoding) }
}

function readingText(reading: FileNameReading): string {
  const page = reading.number === undefined ? undefined : l10n.t('page {0}', reading.number)
  return [reading.date, page].filter((part) => part !== undefined).join(', ')
}

async function workspaceFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? []
  return folders.length > 1 ? window.showWorkspaceFolderPick() : folders[0]
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  )
}
