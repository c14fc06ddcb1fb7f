/** What is there of the files beside a page: badges, faults of saving, scans, corrections. */
import type { Disposable } from 'vscode'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { correctionCommands } from './corrections.ts'
import { PageBadges } from './page-badges.ts'
import { followSaving } from './saving.ts'
import { scanCommands } from './scan.ts'

export function fileCommands(server: Server, send: Send): Disposable[] {
  return [
    new PageBadges(server),
    ...followSaving(server),
    ...scanCommands(server),
    ...correctionCommands(server, send),
  ]
}
