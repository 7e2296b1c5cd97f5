import { decides } from '../../committee/committee.ts'
import { authorityPhrase, ofAuthority, toAuthority } from '../dossier/authorityPhrase.ts'
import { courtOf } from '../dossier/courtOf.ts'
import type { FieldRecord } from '../templates/fieldRecord.ts'
import { frenchDate, frenchDateWithWeekday, typographic } from '../typography.ts'
import { actAuthority } from './actAuthority.ts'
import { capitalised } from './capitalised.ts'
import type { FollowUpFacts } from './followUpFacts.ts'
import { sessionFields } from './sessionFields.ts'

/** [RE1] The fields of the session, of who issues the act, and of the act once it is known. */
export function followUpFields(facts: FollowUpFacts): FieldRecord {
  const { issuer, session, act } = facts
  const authority = actAuthority(facts)
  const date = actDate(facts)
  const court = courtOf(issuer, date ?? session.date)
  const appealTo = issuer.appealTo.trim() || issuer.signatory.capacity.trim()
  return {
    ...sessionFields(session),
    'emetteur.nom': typographic(issuer.name),
    'emetteur.adresse': issuer.address,
    'emetteur.ville': issuer.town,
    'emetteur.siret': issuer.siret,
    'signataire.nom': issuer.signatory.name,
    'signataire.qualite': typographic(capitalised(issuer.signatory.capacity)),
    'signataire.autorite':
      issuer.signatory.capacity.trim() === '' ? '' : typographic(authorityPhrase(issuer.signatory.capacity)),
    'recours.autorite': typographic(appealTo),
    'recours.aupres': appealTo === '' ? '' : typographic(ofAuthority(appealTo)),
    'tribunal.nom': typographic(court.name.replace(/^le /iu, '')),
    'tribunal.adresse': typographic(court.address.split(/\r?\n/u).join(', ')),
    'acte.autorite': typographic(authority),
    'acte.autorite_majuscule': typographic(capitalised(authority)),
    'acte.de_autorite': authority === '' ? '' : typographic(ofAuthority(authority)),
    'acte.a_autorite': authority === '' ? '' : typographic(toAuthority(authority)),
    'acte.numero': act?.number.trim() ?? '',
    'acte.date': date === null ? '' : frenchDate(date),
    'acte.jour': date === null ? '' : frenchDateWithWeekday(date),
    'acte.transmis_le': act?.transmittedOn == null ? '' : frenchDate(act.transmittedOn),
    'acte.publie_le': act?.publishedOn == null ? '' : frenchDate(act.publishedOn),
    'seance.empreinte': facts.sessionDigest,
  }
}

/** A body that decides takes its act in session; the date of any other act is known when the act is. ISO, or null. */
export const actDate = ({ act, session }: FollowUpFacts): string | null =>
  decides(session.instance.type) ? session.date : (act?.date ?? null)
