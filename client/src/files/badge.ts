/** The sign of a page in file lists: a form for each state, since colours alone say nothing to many. */
import type { PageState } from '../../../server/src/protocol.ts'

export interface Badge extends PageState {
  /** One or two characters. */
  readonly sign: string
  /** A person has to look at it. */
  readonly warns: boolean
}

export function badgeOf(state: PageState): Badge {
  const isLost = state.orphans > 0
  const sign = isLost ? `!${signs[state.progress]}` : signs[state.progress]
  return { ...state, sign, warns: isLost || state.progress === 'stale' }
}

const signs: Readonly<Record<PageState['progress'], string>> = {
  untouched: '○',
  inProgress: '◐',
  done: '✓',
  stale: '↻',
}
