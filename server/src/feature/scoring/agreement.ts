/** How far two annotators agree beyond chance, by type and over all. */

import { unitizingAlphas } from './alpha.ts'
import type { JudgedPair } from './judged.ts'
import { characterKappas } from './kappa.ts'
import { type Agreement, micro } from './score-pages.ts'

export function agreementOf(pairs: readonly JudgedPair[]): Agreement {
  const kappas = characterKappas(pairs)
  const alphas = unitizingAlphas(pairs)
  return (type) =>
    type === micro
      ? { kappa: kappas.all ?? null, alpha: alphas.all ?? null }
      : { kappa: kappas.byType.get(type) ?? null, alpha: alphas.byType.get(type) ?? null }
}
