/** The settings of an instance of VS Code that this repository starts, desktop or browser. */
import fs from 'node:fs'
import path from 'node:path'

/** code-server saves files by itself and opens a chat by default; neither helps a reader of pages. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'files.autoSave': 'off',
  // Whatever else listens on this machine is no business of a reader of pages.
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
}

/** Writes `User/settings.json` of a user data folder; what a person changed there since stays, but for `settings`. */
export function writeSettings(
  userData: string,
  settings: Readonly<Record<string, unknown>> = {},
): void {
  const file = path.join(userData, 'User/settings.json')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const all = { ...quiet, ...own(file), ...settings }
  fs.writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`)
}

function own(file: string): Record<string, unknown> {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    // None yet, or written by hand with comments.
    return {}
  }
}
