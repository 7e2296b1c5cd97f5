import type { OutputOf } from '#shared/contract/contract.ts'
import { counted, frenchAmount } from '#shared/domain/documents/typography.ts'
import type { ApplicantKind } from '#shared/domain/dossier/dossier.ts'
import { checkWord } from './checkWord.ts'

type CandidatureView = OutputOf<'candidature.get'>

/** A candidature for a person's screen: one fact a line, then its texts. */
export function candidatureText({ candidature, dossier, callName, recusals }: CandidatureView): string {
  const { applicant } = dossier
  const { number, requestedCents, eligibleBaseCents, taxBasis, amountAsWritten, toCheck } = candidature
  const basis = taxBasis === null ? '' : ` ${taxBasis}`
  const facts: readonly (readonly [string, string | null])[] = [
    ['Appel', callName],
    ['Demandeur', [applicant.name, kindWords[applicant.kind]].filter((part) => part !== '').join(', ')],
    ['Code', applicant.territoryCode],
    ['SIREN', applicant.siren],
    [
      'Population',
      applicant.population === null ? null : counted(applicant.population, 'habitant', 'habitants'),
    ],
    ['Département', applicant.department && `${applicant.department.code} – ${applicant.department.name}`],
    ['Montant écrit', amountAsWritten === '' ? null : `« ${amountAsWritten} »`],
    ['Demandé', requestedCents === null ? 'à vérifier' : `${frenchAmount(requestedCents)}${basis}`],
    ['Dépense éligible', eligibleBaseCents === null ? null : `${frenchAmount(eligibleBaseCents)}${basis}`],
    ['À vérifier', toCheck.length === 0 ? null : toCheck.map(checkWord).join(', ')],
    ['Déports', recusals.length === 0 ? null : String(recusals.length)],
    ['Source', dossier.source === '' ? null : dossier.source],
  ]
  const texts: readonly (readonly [string, string])[] = [
    ['Description', dossier.description],
    ['Objectifs', dossier.objectives],
    ['Annexes', dossier.annexes.join('\n')],
  ]
  return [
    `Candidature n° ${number} : ${dossier.title}`,
    ...facts.flatMap(([label, value]) => (value === null ? [] : [`  ${label} : ${value}`])),
    ...texts.flatMap(([label, text]) => (text === '' ? [] : ['', label, text])),
  ].join('\n')
}

const kindWords: Readonly<Record<ApplicantKind, string>> = {
  commune: 'commune',
  epci: 'intercommunalité',
  departement: 'département',
  region: 'région',
  ccas: 'CCAS',
  association: 'association',
  company: 'entreprise',
  other: '',
  unknown: '',
}
