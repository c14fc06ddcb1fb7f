/** jieba's whole dictionary against the shipped one, which is cut: each in a process of its own, since cppjieba keeps one. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeDictionary } from '../../../.ci/dictionary.ts'
import { run } from '../../../.ci/process.ts'
import { printTable } from './tables.ts'

const least = [0, 3, 5, 10]

/** Words of a frequency below these are left out. */
export async function compareDictionaries(): Promise<void> {
  const rows: string[][] = []
  for (const frequency of least) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'biaozhu-dict-'))
    writeDictionary(folder, frequency)
    const script = path.join(import.meta.dirname, 'with-dictionary.ts')
    const { output, status } = await run(process.execPath, [script, folder], {
      seconds: 120,
      quiet: true,
    })
    rmSync(folder, { recursive: true })
    if (status !== 0) throw new Error(output)
    rows.push([frequency === 0 ? 'all' : `≥ ${frequency}`, ...output.trim().split('\t')])
  }
  printTable(
    "jieba's dictionary: words kept by their frequency",
    ['kept', 'F1 gold', 'F1 invented', 'loading, ms', 'resident, MB'],
    rows,
  )
}
