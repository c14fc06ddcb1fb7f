/** The way to the extension. */
import type { FromDetail, FromOverview, ToDetail, ToOverview } from '../src/panels/messages.ts'

declare function acquireVsCodeApi(): {
  postMessage(message: FromDetail | FromOverview): void
  getState(): unknown
  setState(state: unknown): void
}

const api = acquireVsCodeApi()

export function tell(message: FromDetail | FromOverview): void {
  api.postMessage(message)
}

export function hear<To extends ToDetail | ToOverview>(take: (message: To) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<To>) => take(data))
}

/** What the panel remembers while it is hidden; an empty object at first. */
export function remembered(): Readonly<Record<string, unknown>> {
  const state = api.getState()
  return typeof state === 'object' && state !== null ? { ...state } : {}
}

export function remember(part: Readonly<Record<string, unknown>>): void {
  api.setState({ ...remembered(), ...part })
}
