import type { TemplateLine } from '#shared/domain/documents/documentBoard.ts'
import { documentKinds } from '#shared/domain/documents/documentIdentity.ts'
import type { Reader } from '../ports.ts'
import type { TemplateTarget } from './templateTarget.ts'

/** The Word templates of the committee: the letterhead first, then by kind of document, then as they were added. */
export const listTemplates = (reader: Reader): readonly TemplateLine[] =>
  reader
    .all('template')
    .map(({ id, document, name, inUse, versions }) => ({
      id,
      document,
      name,
      inUse,
      versions: versions.map(({ version, fileName, addedOn }) => ({ version, fileName, addedOn })),
    }))
    .sort((one, other) => order(one.document) - order(other.document) || (one.id < other.id ? -1 : 1))

const order = (target: TemplateTarget): number =>
  target === 'letterhead' ? -1 : documentKinds.indexOf(target)
