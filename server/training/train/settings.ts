/** What `npm run train` can be told. */
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    /** Gold pages left out, `000,002`: figures only. */
    without: { type: 'string', default: '' },
    folds: { type: 'boolean', default: false },
    /** Folder for the models without a page: `000.bin`. */
    out: { type: 'string' },
    /** Prints what is missed and what is wrong on a page left out. */
    differences: { type: 'boolean', default: false },
    /** Prints every iteration. */
    verbose: { type: 'boolean', default: false },
    /** Leaves the sentences out that settings are tuned with, and prints figures on them. */
    tune: { type: 'boolean', default: false },
    types: { type: 'string', default: 'Person,Organization,Place' },
    /** Weight of L1: more of it makes a smaller model. */
    c1: { type: 'string', default: '1' },
    /** Number of sentences made from templates. */
    templates: { type: 'string', default: '4000' },
    /** How often a sentence of each source counts. */
    uner: { type: 'string', default: '1' },
    made: { type: 'string', default: '1' },
    gold: { type: 'string', default: '3' },
    /** At most; once for what is common and once with gold pages. */
    iterations: { type: 'string', default: '60' },
  },
})

export const settings = {
  without: values.without.split(',').filter((name) => name !== ''),
  folds: values.folds,
  out: values.out,
  differences: values.differences,
  verbose: values.verbose,
  tune: values.tune,
  types: values.types.split(','),
  c1: Number(values.c1),
  templates: Number(values.templates),
  uner: Number(values.uner),
  made: Number(values.made),
  gold: Number(values.gold),
  iterations: Number(values.iterations),
}
