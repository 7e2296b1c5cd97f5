import type { KnownPersons } from '#shared/domain/documents/disclosure/disclosureMasks.ts'
import type { Reader } from '../../ports.ts'

/** Natural persons that the file knows behind the candidatures of a session. */
export function knownPersons(reader: Reader, sessionId: string): KnownPersons {
  const naturalApplicants: string[] = []
  const correspondents: string[] = []
  for (const { candidatureId } of reader.load('session', sessionId)?.state.agenda ?? []) {
    if (candidatureId === null) continue
    const correspondent = reader.load('instruction', candidatureId)?.state.correspondent
    if (correspondent === undefined) continue
    const name = correspondent.name.trim()
    if (name !== '') correspondents.push(name)
    if (correspondent.isNaturalPerson) naturalApplicants.push(applicantOf(reader, candidatureId))
  }
  return { naturalApplicants, correspondents }
}

function applicantOf(reader: Reader, candidatureId: string): string {
  const dossierId = reader.load('candidature', candidatureId)?.state.dossierId ?? ''
  return reader.load('dossier', dossierId)?.state.applicant.name ?? ''
}
