/** Parts of three seeds, short enough to be analysed many times. */
import { readFileSync } from 'node:fs'

export const seedPages = [
  seedPage('001_b66ab0af8ed20314', 0),
  seedPage('002_dc38cb4497f90d8e', 900),
  seedPage('003_58d3ffa267799daa', 1500),
]

function seedPage(name: string, from: number): string {
  const url = new URL(`../../seeds/${name}.txt`, import.meta.url)
  return readFileSync(url, 'utf8').slice(from, from + 1500)
}
