/** Organisations of regular form: bodies of a division or level, newspapers before 讯 and 记者, teams with a label. */

import { expressions } from '../../values/patterns.ts'
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'

export const organizationBodies: Recogniser = {
  name: 'organisation of regular form',
  recognise(unit, lexicon) {
    const rules = patterns(lexicon)
    const divisions = divisionsOf(unit, lexicon)
    return [
      ...bodies(unit, divisions, rules),
      ...media(unit.text, rules),
      ...teams(unit.text, divisions, rules),
      ...acting(unit.text, divisions, rules),
    ]
  },
}

const patterns = expressions('organizations', {
  governmentBody: 'g',
  bareUnion: 'g',
  spokenLevel: '',
  notSpoken: '',
  medium: 'dg',
  labelledTeam: 'g',
  actor: '',
  town: '',
})

type Patterns = ReturnType<typeof patterns>

/** 深圳市|人力资源和社会保障局, 市|人社局, 区|法院, 盟|工会; 厂|工会, the union of the factory that the text is about. */
function bodies(unit: Unit, divisions: Divisions, rules: Patterns): Candidate[] {
  const { text } = unit
  const found: Candidate[] = []
  for (const match of text.matchAll(rules.governmentBody)) {
    const end = match.index + match[0].length
    const chain = divisions.endingAt(match.index)
    if (chain !== undefined) {
      found.push(organization(chain.start, end, 0.9, 'body of a division'))
    } else if (isLevel(text, match.index - 1, rules)) {
      found.push(organization(match.index - 1, end, 0.88, 'body of a level'))
    }
  }
  for (const match of text.matchAll(rules.bareUnion)) {
    const start = match.index
    if (divisions.endingAt(start + 1) !== undefined) continue
    found.push(organization(start, start + match[0].length, 0.75, 'union of the one spoken of'))
  }
  return found
}

/** Whether a level stands at `at` for the division that the text is about. */
function isLevel(text: string, at: number, { spokenLevel, notSpoken }: Patterns): boolean {
  return spokenLevel.test(text.charAt(at)) && !notSpoken.test(text.charAt(at - 1))
}

function media(text: string, { medium }: Patterns): Candidate[] {
  return [...text.matchAll(medium)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    return organization(start, end, 0.93, 'newspaper or station')
  })
}

function teams(text: string, divisions: Divisions, { labelledTeam }: Patterns): Candidate[] {
  return [...text.matchAll(labelledTeam)].map((match) => {
    const start = divisions.endingAt(match.index)?.start ?? match.index
    return organization(start, match.index + match[0].length, 0.92, 'team with a label')
  })
}

function acting(text: string, divisions: Divisions, { actor, town }: Patterns): Candidate[] {
  return divisions.chains.flatMap(({ start, end }) => {
    if (!town.test(text.slice(start, end)) || !actor.test(text.slice(end, end + 6))) return []
    return [organization(start, end, 0.92, 'place that acts')]
  })
}

function organization(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Organization', confidence, reason }
}
