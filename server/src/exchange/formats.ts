/** The formats that pages can be exported to. A new one is a new file and a line here. */
import { brat } from './brat.ts'
import { conll } from './conll.ts'
import { conllu } from './conllu.ts'
import { csv } from './csv.ts'
import { doccano } from './doccano.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { jsonCas } from './json-cas.ts'
import { labelStudio } from './label-studio.ts'
import { markdown } from './markdown.ts'
import { prodigy } from './prodigy.ts'
import { pubAnnotation } from './pubannotation.ts'
import { spacy } from './spacy.ts'
import { tei } from './tei.ts'
import { webAnnoTsv } from './webanno-tsv.ts'
import { webAnnotation } from './webannotation.ts'
import { xlsx } from './xlsx.ts'
import { xmi } from './xmi.ts'

export const formats: readonly Format[] = [
  brat,
  webAnnotation,
  xmi,
  jsonCas,
  webAnnoTsv,
  conll,
  conllu,
  tei,
  labelStudio,
  doccano,
  prodigy,
  spacy,
  pubAnnotation,
  csv,
  xlsx,
  html,
  markdown,
]
