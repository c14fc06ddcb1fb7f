/** The formats that pages can be exported to. A new one is a new file and a line here. */
import { brat } from './brat.ts'
import { conll } from './conll.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { jsonCas } from './json-cas.ts'
import { tei } from './tei.ts'
import { webAnnoTsv } from './webanno-tsv.ts'
import { webAnnotation } from './webannotation.ts'
import { xmi } from './xmi.ts'

export const formats: readonly Format[] = [
  brat,
  webAnnotation,
  conll,
  csv,
  xmi,
  jsonCas,
  webAnnoTsv,
  tei,
]
