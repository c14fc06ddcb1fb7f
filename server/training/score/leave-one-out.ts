/** The gold pages, each scored with a tagger that was trained without it. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { run } from '../../../.ci/process.ts'
import { type Scored, scoreMentions } from '../../src/feature/scoring/score-pages.ts'
import { analyserOf, withModel } from './analysers.ts'
import { gold } from './pages.ts'
import { merge } from './tables.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** What a model depends on. */
const inputs = [
  'server/training/train/**/*.{ts,txt}',
  'server/lexicon/*.txt',
  'server/src/page/**/*.ts',
  'server/src/recognition/reading/*.ts',
  'server/src/recognition/{rules,spans}/*.ts',
  'server/lexicon/patterns/*.txt',
  'server/training/corpus/{train,dev}/*/*.gold.txt',
  'server/src/words/*.ts',
  'test/gold/*.gold.txt',
]

/** Trains the models where there are none for these inputs yet, which takes minutes. */
export async function leaveOneOut(): Promise<Scored> {
  const folder = await models()
  return merge(
    gold.map((page) => {
      const file = path.join(folder, `${page.name.slice(0, 3)}.bin`)
      return scoreMentions([page], analyserOf(withModel(file)))
    }),
  )
}

async function models(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of globSync(inputs, { cwd: root }).sort()) {
    hash.update(`${file}\n`).update(readFileSync(path.join(root, file)))
  }
  const folder = path.join(
    root,
    `node_modules/.cache/biaozhu-folds-${hash.digest('hex').slice(0, 16)}`,
  )
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const args = ['server/training/train.ts', '--folds', '--out', draft]
  const { status } = await run(process.execPath, args, { cwd: root, seconds: 3600 })
  if (status !== 0) throw new Error('The models could not be trained.')
  renameSync(draft, folder)
  return folder
}
