/** Progress of an export or import, with the number of pages or files, and a way out. */
import { type CancellationToken, ProgressLocation, window } from 'vscode'
import type { Server } from '../server/server.ts'

export function withProgress<T>(
  server: Server,
  title: string,
  work: (token: CancellationToken) => Promise<T>,
): Promise<T> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true }
  return Promise.resolve(
    window.withProgress(options, async (progress, token) => {
      let before = 0
      const listener = server.onExchange(({ done, total }) => {
        const share = total === 0 ? 0 : (done / total) * 100
        progress.report({ message: `${done} / ${total}`, increment: share - before })
        before = share
      })
      try {
        return await work(token)
      } finally {
        listener.dispose()
      }
    }),
  )
}
