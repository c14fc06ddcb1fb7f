/** The list of recognisers. Adding one is a new file and one line. */

import type { Recogniser } from '../reading/recogniser.ts'
import { bylines } from './byline.ts'
import { contacts } from './contact.ts'
import { dates } from './date.ts'
import { documents } from './document-title.ts'
import { figures } from './figure.ts'
import { groups } from './group.ts'
import { honors } from './honor.ts'
import { initiativeNames } from './initiative-name.ts'
import { organizations } from './organization.ts'
import { organizationBodies } from './organization-body.ts'
import { shortOrganizations } from './organization-short.ts'
import { persons } from './person.ts'
import { places } from './place.ts'
import { quotedNames } from './quoted-name.ts'
import { roles } from './role.ts'

export const recognisers: readonly Recogniser[] = [
  dates,
  figures,
  contacts,
  documents,
  bylines,
  organizations,
  organizationBodies,
  shortOrganizations,
  places,
  persons,
  quotedNames,
  initiativeNames,
  roles,
  groups,
  honors,
]
