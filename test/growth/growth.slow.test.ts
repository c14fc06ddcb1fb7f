/** Nothing takes more than its share of a longer input: work is counted where it can be, and what runs away meets its limit. */
import assert from 'node:assert/strict'
import { cases } from './cases.ts'
import { work } from './work.ts'

describe('on ten times the input', () => {
  for (const { name, sizes, expressions = false, prepare } of cases) {
    if (expressions) {
      // As the bench has it, ten times over: what grew by squares would take a hundred times its bar.
      it(`${name}: the expressions end`, () => prepare(10 * sizes[1])()).timeout(20_000)
      continue
    }
    it(`${name}: the work grows with it, and no more`, () => {
      const [short, long] = sizes
      // What is only made once is made.
      prepare(short)()
      const [less, more] = [work(prepare(short)), work(prepare(long))]
      assert.ok(less > 0)
      const growth = more / less / (long / short)
      assert.ok(growth < 1.5, `${less} blocks, then ${more}: ${growth.toFixed(2)} times its share`)
    })
  }
})
