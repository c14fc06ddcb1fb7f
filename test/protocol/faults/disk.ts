/** What a window is told of a disk, and what is on it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Window } from './window.ts'

export const text = '在嘉兴市举行,富润集团参加。\n'
export const both = ['嘉兴市 Place', '富润集团 Organization']

/** Codes of the faults that the client was told, `saved` for the end of one. */
export function faultsOf({ client }: Window): readonly string[] {
  return client.received.flatMap(({ method, params }) => {
    if (method !== 'biaozhu/saving') return []
    const { code, message } = params as { code?: string; message?: string }
    return [message === undefined ? 'saved' : (code ?? message)]
  })
}

export function sidecar(folder: string): string {
  const path = join(folder, 'page.anno.jsonl')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
