import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides } from '../../committee/committee.ts'
import type { DocumentDraft, Making } from '../draft.ts'
import { authorityTexts, citationsAt } from '../follow-up/citations.ts'
import { absent } from '../follow-up/missingOfSession.ts'
import { instancePhrase } from '../instancePhrase.ts'
import type { LegalReferenceId } from '../legalReferences.ts'
import type { FieldRecord } from '../templates/fieldRecord.ts'
import { fillTemplate } from '../templates/fillTemplate.ts'
import { frenchDate, typographic } from '../typography.ts'
import { appealNotice } from './appealNotice.ts'
import { authorityPhrase } from './authorityPhrase.ts'
import { type AwardOrderRegime, actsByOrder, awardOrderRegime } from './awardOrderRegime.ts'
import { awardOrderTemplate } from './awardOrderTemplate.ts'
import { awardUnfit } from './awardUnfit.ts'
import { ofBody, toBody } from './bodyPhrase.ts'
import { dossierDocument } from './dossierDocument.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { dossierFields } from './dossierFields.ts'
import { missingOfDossierDocument } from './missingForLetter.ts'
import { missingIdentifier } from './missingIdentifier.ts'

/**
 * [AO2] The order of award (arrêté attributif) to one beneficiary, by a préfet or by an executive that acts by order. Its
 * number and date are left to be written in until the act is known; the texts it cites are those of its date, of its
 * making before. Refusals: `document.not-for-this` without award or when an assembly decides;
 * `document.missing-items`.
 */
export function awardOrder(facts: DossierFacts, making: Making): Result<DocumentDraft> {
  const unfit = awardUnfit(facts) ?? (actsByOrder(facts) ? null : 'l’aide est attribuée par une délibération')
  if (unfit !== null) return refuse('document.not-for-this', { reason: unfit })
  const missing = missingOfOrder(facts)
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  const fields = awardOrderFields(facts)
  const filled = fillTemplate(awardOrderTemplate.blocks, fields)
  if (!filled.ok) return filled
  const number = facts.act?.number.trim() ?? ''
  return ok({
    fields,
    model: dossierDocument(facts, making, {
      kind: 'award-order',
      name: awardOrderTemplate.title,
      template: awardOrderTemplate.id,
      blocks: filled.value,
      ...(number === '' ? {} : { number: `Arrêté ${number}` }),
    }),
  })
}

/** Mandatory mentions: décret 2018-514, article 8, and CRPA L212-1. */
const missingOfOrder = (facts: DossierFacts): readonly string[] => {
  const { candidature, decision, instruction } = facts
  const known = (value: unknown): string => (value === null || value === undefined ? '' : 'known')
  return [
    ...missingOfDossierDocument(facts),
    ...missingIdentifier(facts),
    ...(isLumpSum(facts)
      ? []
      : [
          ...absent(known(candidature.eligibleBaseCents), 'la dépense subventionnable'),
          ...absent(known(candidature.taxBasis), 'l’assiette de la dépense (HT ou TTC)'),
          ...absent(known(decision?.rateBasisPoints), 'le taux de la subvention'),
        ]),
    ...absent(known(instruction.award.nature), 'la nature de l’aide (fonctionnement ou investissement)'),
    ...absent(instruction.award.payment, 'les modalités de versement'),
    ...absent(known(instruction.award.lapsesOn), 'la date de caducité de l’aide'),
    ...absent(instruction.award.budgetLine, 'l’imputation budgétaire'),
    ...appealNotice(facts).missing,
  ]
}

/** Help to run a body may be given without base nor rate; help to invest may not. */
const isLumpSum = ({ candidature, instruction }: DossierFacts): boolean =>
  instruction.award.nature === 'operating' && candidature.eligibleBaseCents === null

function awardOrderFields(facts: DossierFacts): FieldRecord {
  const { issuer, candidature, instruction, act, madeOn } = facts
  const fields = dossierFields(facts)
  const regime = awardOrderRegime(facts)
  const endsOn = instruction.agreement.endsOn ?? instruction.award.lapsesOn
  return {
    ...fields,
    visas: citationsOfOrder(facts, regime, act?.date ?? madeOn).map((visa) => ({ visa: typographic(visa) })),
    interet: regime === 'local' ? 'intérêt public local' : 'intérêt général',
    'regime.investissement_etat': regime === 'state-investment' || regime === 'rural-equipment',
    'regime.decret': regime === 'state-investment',
    'calendrier.fin': endsOn === null ? '' : frenchDate(endsOn),
    'demandeur.adresse_ligne': instruction.correspondent.address.split(/\r?\n/u).join(', '),
    'signataire.autorite': typographic(authorityPhrase(issuer.signatory.capacity)),
    'emetteur.de': regime === 'local' ? typographic(ofBody(issuer.name)) : 'de l’État',
    'demandeur.a': typographic(toBody(candidature.applicant)),
    'pieces.existe': isFull(fields.pieces_a_retourner),
    'obligations.existe': isFull(fields.obligations),
  }
}

const isFull = (value: FieldRecord[string] | undefined): boolean => Array.isArray(value) && value.length > 0

/** Law first, then the rules of the call, the request and the opinion. */
function citationsOfOrder(facts: DossierFacts, regime: AwardOrderRegime, date: string): readonly string[] {
  const { issuer, call, committee, decision, instruction, candidature } = facts
  const scheme = call.scheme.trim() === '' ? '' : `, dispositif « ${call.scheme.trim()} »`
  return [
    ...citationsAt(
      [...texts[regime], ...(regime === 'local' ? authorityTexts[issuer.kind] : []), 'grant-law'],
      date,
    ),
    ...(regime === 'local' ? [] : [`la loi de finances pour ${call.fiscalYear}`]),
    `le règlement d’attribution de l’appel « ${call.name} »${scheme}, exercice ${call.fiscalYear}`,
    `la demande de subvention ${ofBody(candidature.applicant)}${instruction.receivedOn === null ? '' : `, reçue le ${frenchDate(instruction.receivedOn)}`}`,
    ...(decision === null || decides(committee.type)
      ? []
      : [
          `l’avis favorable rendu le ${frenchDate(decision.sessionDate)} par ${instancePhrase(committee.name).subject} (procès-verbal ${decision.minutesNumber})`,
        ]),
  ]
}

const texts: Record<AwardOrderRegime, readonly LegalReferenceId[]> = {
  'state-investment': ['state-investment-grant', 'prefect-powers'],
  'rural-equipment': ['rural-equipment-grant', 'prefect-powers'],
  'state-other': ['prefect-powers'],
  local: [],
}
