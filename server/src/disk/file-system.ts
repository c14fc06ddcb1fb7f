/** The calls to the operating system that must not lose anything, so that a test can let each of them fail. */
import * as promises from 'node:fs/promises'

/** What of an open file is used. */
export interface OpenFile {
  writeFile(text: string): Promise<void>
  sync(): Promise<void>
  datasync(): Promise<void>
  close(): Promise<void>
}

/** As in `node:fs/promises`. */
export interface FileSystem {
  open(path: string, flags: string, mode?: number): Promise<OpenFile>
  readFile(path: string): Promise<Uint8Array>
  readdir(path: string): Promise<string[]>
  rename(from: string, to: string): Promise<void>
  rm(path: string, options: { readonly force: boolean }): Promise<void>
  mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>
  stat(path: string): Promise<{ readonly mode: number }>
}

export const nodeFileSystem: FileSystem = promises
