/** Sidecars for tests of merging. */
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'

/** A sidecar of the page `甲乙丙`, one mention a character, by type. */
export function sidecar(...types: readonly string[]): string {
  const records = types.map((type, i) => ({
    kind: 'span' as const,
    id: `01M7W2YEERFSG9GWVPKKS9VZW${i}`,
    at: [[i, i + 1]] as const,
    quote: ['甲乙丙'[i] ?? ''],
    prefix: '',
    suffix: '',
    type,
    status: 'accepted' as const,
  }))
  return printSidecar({ header: undefined, records, broken: [] })
}

export const typesOf = (text: string) =>
  readSidecar(text).records.map((record) => ('type' in record ? record.type : ''))
