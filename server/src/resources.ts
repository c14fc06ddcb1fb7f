/** Where server and command line find the data they read: `dict/`, `lexicon/` and `l10n/`. */
import { basename, join } from 'node:path'

/** The build puts the data beside the bundles in `dist/`; sources use the same. */
export const resourceDir: string =
  basename(import.meta.dirname) === 'dist'
    ? import.meta.dirname
    : join(import.meta.dirname, '..', '..', 'dist')
