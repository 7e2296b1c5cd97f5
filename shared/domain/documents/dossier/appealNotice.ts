import { isPrivate } from '../../instruction/legalStatus.ts'
import { courtOfDepartment } from './administrativeCourts.ts'
import { ofAuthority } from './authorityPhrase.ts'
import { citedAt } from './citedAt.ts'
import { departmentOfAddress } from './courtOf.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { standingOf } from './standingOf.ts'

/** What is contested: the decision that is notified, a place on the waiting list, or the refusal that silence makes. */
export type Contested = 'decision' | 'waiting-list' | 'silence'

/**
 * [LE5] How and until when a decision is contested. A delay that is not told cannot be opposed (CJA R421-5), so that what
 * is missing to tell it is named. Two months from the notification (R421-1) or from the birth of the refusal (R421-2);
 * the appeal without a judge interrupts them (CRPA L411-2); the way to the court follows from who applies (CJA R414-1,
 * R414-2), the longer delay from where it stands (R421-7). The last day is never printed.
 */
export function appealNotice(
  facts: DossierFacts,
  contested: Contested = 'decision',
): { readonly paragraphs: readonly string[]; readonly missing: readonly string[] } {
  const { issuer } = facts
  const way = wayToCourt(facts)
  const authority = appealAuthority(facts)
  const missing = [
    ...(issuer.court.name.trim() === '' ? ['le tribunal administratif compétent'] : []),
    ...(authority === '' ? ['l’autorité à laquelle adresser un recours gracieux'] : []),
    ...(way === null ? [missingStanding(facts)] : []),
  ]
  if (missing.length > 0 || way === null) return { paragraphs: [], missing }
  const address = issuer.court.address.trim() === '' ? '' : ` (${oneLine(issuer.court.address)})`
  // Only a préfet has somebody above: the minister.
  const hierarchical =
    issuer.kind === 'prefecture' ? ' ou par un recours hiérarchique auprès du ministre compétent' : ''
  return {
    missing: [],
    paragraphs: [
      [
        `${subjects[contested]} peut être contestée dans les deux mois ${starts[contested]} : par un recours gracieux auprès ${ofAuthority(authority)}${hierarchical}, ${hierarchical === '' ? 'qui interrompt' : 'lesquels interrompent'} le délai de recours contentieux, ou par une requête devant le ${issuer.court.name.replace(/^le /iu, '')}${address}, ${way}.`,
        `En cas de recours gracieux${hierarchical === '' ? '' : ' ou hiérarchique'}, le délai de deux mois pour saisir le tribunal court de nouveau à compter de la réponse${isPrivate(standingOf(facts)) === true ? ' ou, à défaut de réponse, du rejet qui naît de deux mois de silence' : ''}.`,
      ].join(' '),
      ...distance(facts),
    ],
  }
}

/** To whom an appeal without a judge is addressed; empty when nothing says it. */
export const appealAuthority = ({ issuer }: DossierFacts): string =>
  issuer.appealTo.trim() === '' ? issuer.signatory.capacity.trim() : issuer.appealTo.trim()

const subjects: Record<Contested, string> = {
  decision: 'Cette décision',
  'waiting-list': 'Cette inscription sur la liste complémentaire',
  silence: 'La décision implicite de rejet',
}

const starts: Record<Contested, string> = {
  decision: 'suivant sa notification',
  'waiting-list': 'suivant sa notification',
  silence: 'suivant la date à laquelle elle naît',
}

/** Null while nobody can say it. */
function wayToCourt(facts: DossierFacts): string | null {
  switch (standingOf(facts)) {
    case 'natural-person':
    case 'association':
    case 'private-body':
      return 'y compris par l’intermédiaire du site Télérecours citoyens (www.telerecours.fr)'
    case 'commune-under-3500':
      return 'qui peut être adressée au moyen de l’application Télérecours (www.telerecours.fr)'
    case 'public-body':
      return 'au moyen de l’application Télérecours (www.telerecours.fr)'
    case 'commune-of-unknown-size':
    case 'unknown':
      return null
  }
}

const missingStanding = (facts: DossierFacts): string =>
  standingOf(facts) === 'unknown'
    ? 'la nature du demandeur (personne privée ou organisme public)'
    : 'la population de la commune'

/** CJA R421-7: who stands overseas before a court of the mainland, or elsewhere before a court overseas; who stands abroad. */
function distance(facts: DossierFacts): readonly string[] {
  const { issuer, candidature, instruction, madeOn } = facts
  const seat = standingOf(facts) === 'natural-person' ? 'domicile' : 'siège'
  const applicantCode = candidature.department?.code ?? ''
  const place = instruction.correspondent.place ?? (/^9[78]/u.test(applicantCode) ? 'overseas' : 'metropole')
  const issuerCode = departmentOfAddress(issuer.address)
  const court = issuerCode === null ? null : courtOfDepartment(issuerCode, madeOn)
  const isNear =
    court?.isOverseas === true
      ? place !== 'abroad' && court.departments.includes(applicantCode)
      : place === 'metropole'
  if (isNear) return []
  const where = {
    abroad: `votre ${seat} étant situé à l’étranger`,
    overseas: `votre ${seat} étant situé outre-mer`,
    metropole: `votre ${seat} étant situé hors du ressort de ce tribunal`,
  }[place]
  return [
    `Le délai de deux mois pour saisir le tribunal est augmenté ${place === 'abroad' ? 'de deux mois' : 'd’un mois'}, ${where} (${citedAt('distance-delay', madeOn)}).`,
  ]
}

const oneLine = (text: string): string =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ')
