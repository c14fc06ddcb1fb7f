import { hardInputs } from './matrix.ts'
import { assertRoundTrip, variants } from './round-trips.ts'

for (const variant of variants) {
  describe(`${variant.name}, hard inputs`, () => {
    for (const { name, page } of hardInputs) it(name, () => assertRoundTrip(variant, page))
  })
}
