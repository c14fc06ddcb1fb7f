/** The message of what was thrown: what is no error, as text. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
