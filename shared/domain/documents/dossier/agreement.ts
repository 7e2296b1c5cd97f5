import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { agreementNeed } from '../../instruction/agreementNeed.ts'
import { legalObligations } from '../../instruction/legalObligations.ts'
import { masked } from '../disclosure/communicableFacts.ts'
import type { DocumentDraft, Making } from '../draft.ts'
import { citationsAt } from '../follow-up/citations.ts'
import { absent } from '../follow-up/missingOfSession.ts'
import { identifierKind } from '../identifierKind.ts'
import { legalReferenceAt } from '../legalReferences.ts'
import type { Block, Reading } from '../model.ts'
import type { FieldRecord } from '../templates/fieldRecord.ts'
import { fillTemplate } from '../templates/fillTemplate.ts'
import { frenchDate, typographic } from '../typography.ts'
import { agreementClauses, clausesOf, omittedClauses } from './agreementClauses.ts'
import { agreementTemplate } from './agreementTemplate.ts'
import { authorityPhrase } from './authorityPhrase.ts'
import { awardUnfit } from './awardUnfit.ts'
import { ofBody } from './bodyPhrase.ts'
import { dossierDocument } from './dossierDocument.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { dossierFields } from './dossierFields.ts'
import { groupedIban } from './groupedIban.ts'
import { missingAct, missingOfDossierDocument } from './missingForLetter.ts'
import { missingIdentifier } from './missingIdentifier.ts'
import { standingOf } from './standingOf.ts'

/**
 * [AG1] The agreement (convention) with one beneficiary; it may be made even where R-01 asks for none. The bank account
 * is printed in the full reading only. Refusals: `document.not-for-this` without award; `document.missing-items`, a
 * mandatory clause that was left out included.
 */
export function agreement(
  facts: DossierFacts,
  making: Making,
  reading: Reading = 'full',
): Result<DocumentDraft> {
  const unfit = awardUnfit(facts)
  if (unfit !== null) return refuse('document.not-for-this', { reason: unfit })
  const missing = [
    ...missingOfAgreement(facts),
    ...omittedClauses(facts).map(({ title }) => `la clause obligatoire « ${title} »`),
  ]
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  const fields = agreementFields(facts, reading)
  const filled = fillTemplate(agreementTemplate.blocks, fields)
  if (!filled.ok) return filled
  return ok({
    fields,
    model: dossierDocument(facts, making, {
      kind: 'agreement',
      name: agreementTemplate.title,
      template: agreementTemplate.id,
      blocks: filled.value.map(keptWithSignatures),
    }),
  })
}

/** The end of the last article, whichever was kept, stays with the place and the signatures that follow it. */
const keptWithSignatures = (block: Block, index: number, blocks: readonly Block[]): Block =>
  block.type === 'paragraph' && blocks[index + 2]?.type === 'signatures'
    ? { ...block, keepWithNext: true }
    : block

function missingOfAgreement(facts: DossierFacts): readonly string[] {
  const { issuer, candidature, decision, instruction } = facts
  const { award, agreement: terms, correspondent } = instruction
  const clauses = new Set(clausesOf(facts).map(({ id }) => id))
  const known = (value: unknown): string => (value === null || value === undefined ? '' : 'known')
  const natural = standingOf(facts) === 'natural-person'
  const hasBase = candidature.eligibleBaseCents !== null
  return [
    ...missingOfDossierDocument(facts),
    ...absent(issuer.address, 'l’adresse de l’organisme qui écrit'),
    ...absent(
      identifierKind(issuer.siret) === 'SIRET' ? issuer.siret : '',
      'le SIRET de l’organisme qui écrit, en quatorze chiffres',
    ),
    ...missingAct(facts),
    ...absent(correspondent.address, 'l’adresse du bénéficiaire'),
    ...(natural
      ? []
      : [
          ...missingIdentifier(facts),
          ...absent(correspondent.name, 'le nom du représentant du bénéficiaire'),
          ...absent(correspondent.capacity, 'la qualité du représentant du bénéficiaire'),
          ...absent(terms.authorisation, 'l’acte qui habilite le représentant du bénéficiaire à signer'),
        ]),
    ...absent(known(award.nature), 'la nature de l’aide (fonctionnement ou investissement)'),
    ...(award.nature === 'investment'
      ? absent(known(candidature.eligibleBaseCents), 'la dépense éligible')
      : []),
    ...(hasBase ? absent(known(candidature.taxBasis), 'l’assiette de la dépense éligible (HT ou TTC)') : []),
    ...(hasBase ? absent(known(decision?.rateBasisPoints), 'le taux de l’aide') : []),
    ...absent(award.payment, 'les modalités de versement'),
    ...absent(known(terms.endsOn), 'la date de fin de la convention'),
    ...(clauses.has('caducite') ? absent(known(award.lapsesOn), 'la date de caducité de l’aide') : []),
    ...(clauses.has('compte') ? absent(terms.iban, 'l’IBAN du bénéficiaire') : []),
    ...(clauses.has('litiges') ? absent(issuer.court.name, 'le tribunal administratif compétent') : []),
    ...(clauses.has('annexes') && candidature.annexes.every((title) => title.trim() === '')
      ? ['les pièces à annexer']
      : []),
  ]
}

function agreementFields(facts: DossierFacts, reading: Reading): FieldRecord {
  const { issuer, candidature, instruction, act, madeOn } = facts
  const fields = dossierFields(facts)
  const { iban } = instruction.agreement
  const { correspondent } = instruction
  const capacity = issuer.signatory.capacity.trim()
  const obligations = ownObligations(facts)
  return {
    ...fields,
    ...clauseNumbers(facts),
    visas: citationsOfAgreement(facts).map((visa) => ({ visa: typographic(visa) })),
    'convention.iban': iban.trim() === '' ? '' : reading === 'full' ? groupedIban(iban) : masked,
    'signataire.qualite_minuscule': typographic(`${capacity.charAt(0).toLowerCase()}${capacity.slice(1)}`),
    'signataire.autorite': typographic(authorityPhrase(capacity)),
    'demandeur.autorite':
      correspondent.capacity.trim() === '' ? '' : typographic(authorityPhrase(correspondent.capacity)),
    'acte.habilitation':
      act === null ? '' : typographic(`${ofNature[act.nature]} n° ${act.number} du ${frenchDate(act.date)}`),
    'demandeur.signataire': correspondent.name.trim() || candidature.applicant,
    'demandeur.representant': String(fields['demandeur.representant'] ?? '') || candidature.applicant,
    'demandeur.adresse_ligne': correspondent.address.split(/\r?\n/u).join(', '),
    'emetteur.de': typographic(ofBody(issuer.name)),
    'texte.minimis': legalReferenceAt('de-minimis', act?.date ?? madeOn)?.label ?? '',
    'pieces.existe': isFull(fields.pieces_a_retourner),
    obligations: obligations.map((texte) => ({ texte: typographic(texte) })),
    'obligations.existe': obligations.length > 0,
  }
}

const isFull = (value: FieldRecord[string] | undefined): boolean => Array.isArray(value) && value.length > 0

const ofNature = { deliberation: 'la délibération', arrete: 'l’arrêté', decision: 'la décision' } as const

/** [AG2] « 1 », « 2 »… for the clauses that are kept, empty for the others. */
function clauseNumbers(facts: DossierFacts): FieldRecord {
  const kept = clausesOf(facts).map(({ id }) => id)
  return Object.fromEntries(agreementClauses.map(({ id }) => [`clause.${id}`, numberAt(kept.indexOf(id))]))
}

/** From 0; « 1er », « 2 »… and nothing for a clause that is left out. */
const numberAt = (index: number): string => (index < 0 ? '' : index === 0 ? '1er' : String(index + 1))

/** Those that were keyed, and those of the law that no clause of the agreement says already. */
const ownObligations = (facts: DossierFacts): readonly string[] => [
  ...facts.instruction.award.obligations.filter((said) => said.trim() !== ''),
  ...legalObligations({
    status: standingOf(facts),
    kind: facts.candidature.applicantKind,
    nature: facts.instruction.award.nature,
    fiscalYear: facts.call.fiscalYear,
    date: facts.act?.date ?? facts.madeOn,
  })
    .filter(({ rule }) => rule === 'R-08')
    .map(({ obligation }) => obligation),
]

/** the threshold is cited where it commands the agreement. */
function citationsOfAgreement(facts: DossierFacts): readonly string[] {
  const { act, call, decision, madeOn } = facts
  const date = act?.date ?? madeOn
  const { level } = agreementNeed({
    status: standingOf(facts),
    amountCents: decision?.amountCents ?? null,
    date,
  })
  return [
    ...citationsAt(['grant-law', ...(level === 'required' ? (['agreement-threshold'] as const) : [])], date),
    `le règlement d’attribution de l’appel « ${call.name} », exercice ${call.fiscalYear}`,
    ...(act === null
      ? []
      : [`${ofNature[act.nature]} n° ${act.number} du ${frenchDate(act.date)}, qui attribue la subvention`]),
  ]
}
