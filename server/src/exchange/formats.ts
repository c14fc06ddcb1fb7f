/** The formats that pages can be exported to. A new one is a new file and a line here. */
import { brat } from './brat/brat.ts'
import { conll } from './conll/conll.ts'
import { conllu } from './conllu/conllu.ts'
import { csv } from './csv/csv.ts'
import { doccano } from './doccano/doccano.ts'
import type { Format } from './format/format.ts'
import { html } from './html/html.ts'
import { jsonCas } from './json-cas/json-cas.ts'
import { labelStudio } from './label-studio/label-studio.ts'
import { markdown } from './markdown/markdown.ts'
import { prodigy } from './prodigy/prodigy.ts'
import { pubAnnotation } from './pubannotation/pubannotation.ts'
import { spacy } from './spacy/spacy.ts'
import { tei } from './tei/tei.ts'
import { webAnnoTsv } from './webanno-tsv/webanno-tsv.ts'
import { webAnnotation } from './webannotation/webannotation.ts'
import { xlsx } from './xlsx/xlsx.ts'
import { xmi } from './xmi/xmi.ts'

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
