/** An action that waits for a pause before it runs, for news that come in bursts. */

export interface Debounced {
  /** Runs the action `delay` ms after the last call. */
  run(): void
  dispose(): void
}

export function debounced(action: () => void, delay: number): Debounced {
  let timer: NodeJS.Timeout | undefined
  return {
    run() {
      clearTimeout(timer)
      timer = setTimeout(action, delay)
    },
    dispose() {
      clearTimeout(timer)
    },
  }
}
