/** What `npm run train` can be told. */
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    /** Gold pages left out, `000,002`: nothing is written unless `out` says where. */
    without: { type: 'string', default: '' },
    /** Leaves each gold page out in turn. */
    folds: { type: 'boolean', default: false },
    /** Folder for the models without a page: `000.bin`. */
    out: { type: 'string' },
    /** How much lines of each source count. */
    gold: { type: 'string', default: '2' },
    copies: { type: 'string', default: '0.4' },
    uner: { type: 'string', default: '0.3' },
    cases: { type: 'string', default: '5' },
    /** Papers are held back in so many parts for the second reading. */
    parts: { type: 'string', default: '3' },
  },
})

export const settings = {
  without: values.without.split(',').filter((name) => name !== ''),
  folds: values.folds,
  out: values.out,
  gold: Number(values.gold),
  copies: Number(values.copies),
  uner: Number(values.uner),
  cases: Number(values.cases),
  parts: Number(values.parts),
}
