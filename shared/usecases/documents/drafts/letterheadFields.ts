import { decides } from '#shared/domain/committee/committee.ts'
import { courtOf } from '#shared/domain/documents/dossier/courtOf.ts'
import { followUpFieldCatalogue } from '#shared/domain/documents/follow-up/followUpFieldCatalogue.ts'
import type {
  FieldDefinition,
  FieldRecord,
  FieldValue,
} from '#shared/domain/documents/templates/fieldRecord.ts'
import { frenchDate, frenchDateWithWeekday, typographic } from '#shared/domain/documents/typography.ts'
import { issuerOf } from '../../issuer/issuerOf.ts'
import { committeeId } from '../../people/committee.ts'
import type { Reader } from '../../ports.ts'

/**
 * What a letterhead prints of a paper made before the closing: who writes, who signs, the call and the session as they are
 * keyed. What only a closing knows is empty. `on`: ISO date of the paper.
 */
export function letterheadFields(reader: Reader, sessionId: string, on: string): FieldRecord {
  const { name, address, town, siret, signatory, appealTo, ...issuer } = issuerOf(reader)
  const court = courtOf({ name, address, town, siret, signatory, appealTo, ...issuer }, on)
  const session = reader.load('session', sessionId)?.state
  const call = session === undefined ? undefined : reader.load('call', session.callId)?.state
  const committee = reader.load('committee', committeeId)?.state
  const deciding = committee !== undefined && decides(committee.instanceType)
  return {
    ...Object.fromEntries(followUpFieldCatalogue.map((field) => [field.name, blank(field)])),
    'emetteur.nom': typographic(name),
    'emetteur.adresse': address,
    'emetteur.ville': town,
    'emetteur.siret': siret,
    'signataire.nom': signatory.name,
    'signataire.qualite': typographic(capitalised(signatory.capacity)),
    'recours.autorite': typographic(appealTo.trim() || signatory.capacity.trim()),
    'tribunal.nom': typographic(court.name.replace(/^le /iu, '')),
    'tribunal.adresse': typographic(court.address.split(/\r?\n/u).join(', ')),
    'instance.nom': typographic(committee?.name ?? ''),
    'instance.decide': deciding,
    'instance.autorite': deciding ? '' : typographic(committee?.decidingAuthority.trim() ?? ''),
    'appel.nom': typographic(call?.name ?? ''),
    'appel.dispositif': typographic(call?.scheme ?? ''),
    'appel.exercice': call === undefined ? '' : String(call.fiscalYear),
    'seance.date': session === undefined ? '' : frenchDate(session.date),
    'seance.jour': session === undefined ? '' : frenchDateWithWeekday(session.date),
    'seance.lieu': typographic(session?.place ?? ''),
  }
}

const blank = ({ kind }: FieldDefinition): FieldValue => {
  switch (kind) {
    case 'text':
      return ''
    case 'condition':
      return false
    case 'list':
      return []
  }
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
