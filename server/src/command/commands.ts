/** The commands of the command line. A new one is a file and a line here. */
import { annotate } from './annotate.ts'
import { articles } from './articles.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { convertCommand } from './convert.ts'
import { entities } from './entities.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { indexCommand } from './index-pages.ts'
import { initiatives } from './initiatives.ts'
import { mentions } from './mentions.ts'
import { merge } from './merge.ts'
import { score } from './score.ts'
import { searchCommand } from './search.ts'
import { stats } from './stats.ts'

/** In the order of help. */
export const commands: readonly Command[] = [
  mentions,
  articles,
  initiatives,
  entities,
  exportCommand,
  importCommand,
  convertCommand,
  annotate,
  indexCommand,
  searchCommand,
  stats,
  score,
  check,
  merge,
]
