import assert from 'node:assert/strict'
import { formatsDocument, formatsFile, proofs } from '../../.ci/formats.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { read } from './sources.ts'

describe('the documentation of formats', () => {
  it('is that of the formats: `node .ci/formats.ts` writes it', () => {
    assert.equal(read(formatsFile), formatsDocument())
  })

  it('says of each what shows that it is right', () => {
    assert.deepEqual(Object.keys(proofs).sort(), formats.map(({ name }) => name).sort())
  })
})
