import { largeInput } from './matrix.ts'
import { assertRoundTrip, variants } from './round-trips.ts'

const { name, page } = largeInput

describe(`a page of ${name}`, () => {
  for (const variant of variants) {
    it(`comes back from ${variant.name}`, () => assertRoundTrip(variant, page))
  }
})
