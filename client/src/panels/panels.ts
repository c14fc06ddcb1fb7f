/** Both panels: the corpus in numbers, and one initiative. */
import type { Disposable } from 'vscode'
import { detailPanel } from './detail.ts'
import { overviewPanel } from './overview.ts'

export function panels(parts: Parameters<typeof overviewPanel>[0]): Disposable[] {
  return [...overviewPanel(parts), ...detailPanel(parts)]
}
