/**
 * Trains the model that finds facts of initiatives on the train part of the written corpus:
 * `npm run train:facts`, half a minute; the same pages give the same file. `npm run score -- --facts` prints how it does.
 */
import { writeFileSync } from 'node:fs'
import { writeFactModel } from '../src/entity/facts/model.ts'
import { corpusPages } from './pages/read.ts'
import { trainFacts } from './train/facts.ts'

const target = new URL('../lexicon/model/facts.bin', import.meta.url)

writeFileSync(target, writeFactModel(trainFacts(corpusPages(['train']))))
