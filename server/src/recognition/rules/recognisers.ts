/** The list of recognisers. Adding one is a new file and one line. */

import type { Recogniser } from '../reading/recogniser.ts'
import { bylines } from './byline.ts'
import { contacts } from './contact.ts'
import { dates } from './date.ts'
import { documents } from './document-title.ts'

export const recognisers: readonly Recogniser[] = [dates, contacts, documents, bylines]
