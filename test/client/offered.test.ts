import assert from 'node:assert/strict'
import { haveAttributes, isOffered } from '../../client/src/annotate/offered.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { schemaInfo } from '../../server/src/feature/lists/schema-info.ts'

describe('the legend of keys', () => {
  const late = { name: 'late', label: 'late', kind: 'flag' } as const

  it('offers Attributes where a type has some, and everything else in any case', () => {
    assert.equal(isOffered('biaozhu.editAttributes', [{}, { attributes: [late] }]), true)
    assert.equal(isOffered('biaozhu.editAttributes', [{ attributes: [] }, {}]), false)
    assert.equal(isOffered('biaozhu.editNote', []), true)
  })

  it('offers none with the default schema, as its guidelines have none', () => {
    assert.equal(
      haveAttributes(schemaInfo({ root: 'file:///c', schema: defaultSchema }).types),
      false,
    )
  })
})
