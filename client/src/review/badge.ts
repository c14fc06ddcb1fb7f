/** The sign of a page: a form for each state, since colours alone say nothing to many. */
import type { PageState } from '../../../server/src/protocol.ts'

export interface Badge extends PageState {
  /** One or two characters. */
  readonly sign: string
  /** A person has to look at it. */
  readonly warns: boolean
  /** A theme colour. */
  readonly colour?: string
}

export function badgeOf(state: PageState): Badge {
  const isLost = state.orphans > 0
  const sign = isLost ? `!${signs[state.progress]}` : signs[state.progress]
  const warns = isLost || state.progress === 'stale'
  const colour = warns ? 'list.warningForeground' : colours[state.progress]
  return { ...state, sign, warns, ...(colour === undefined ? {} : { colour }) }
}

const signs: Readonly<Record<PageState['progress'], string>> = {
  untouched: '○',
  inProgress: '◐',
  done: '✓',
  stale: '↻',
}

const colours: Partial<Readonly<Record<PageState['progress'], string>>> = {
  done: 'biaozhu.pageDone',
}
