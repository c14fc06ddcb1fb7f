/** `biaozhu export`. */
import { formats } from '../../exchange/formats.ts'
import { exportPages } from '../export-pages.ts'
import { type Command, paths } from './command.ts'
import { say } from './listing.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'the annotations in the format of another program',
  description:
    'Writes DIR/PAGE.ann for each page, in brat standoff, and the settings that brat wants.',
  operands: paths,
  options: [
    {
      name: 'format',
      values: formats.map(({ name }) => name),
      required: true,
      summary: 'The format to write.',
    },
    {
      name: 'out',
      value: 'DIR',
      required: true,
      summary: 'Folder for the files; it is made where it is missing.',
    },
  ],
  examples: ['biaozhu export --format brat --out annotated seeds'],
  async run({ options, operands }, outside) {
    const pages = await outside.pages(operands)
    say([...pages.notes, ...pages.errors], outside)
    const format = options.get('format') ?? ''
    const folder = options.get('out') ?? ''
    if (!(await exportPages(pages, { format, folder, outside }))) return 2
    return pages.errors.length === 0 ? 0 : 2
  },
}
