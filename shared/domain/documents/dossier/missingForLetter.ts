import { isPrivate } from '../../instruction/legalStatus.ts'
import type { LetterKind } from '../model.ts'
import { appealNotice } from './appealNotice.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { pleadsLackOfMoney } from './rankingMotive.ts'
import { rationaleOf } from './rationaleOf.ts'
import { pendingRequest } from './silenceOf.ts'
import { standingOf } from './standingOf.ts'
import { waitingListEndsOn } from './waitingListEndsOn.ts'

/** [LE4] What a letter cannot do without and the facts do not hold, each in French; empty when it can be made. */
export const missingForLetter = (kind: LetterKind, facts: DossierFacts): readonly string[] => [
  ...missingOfDossierDocument(facts),
  ...missingOfLetter(facts),
  ...own[kind](facts),
]

/** Who writes and signs, who applies, for what: asked by every document of one candidature. */
export function missingOfDossierDocument({
  issuer,
  candidature,
  call,
  madeOn,
}: DossierFacts): readonly string[] {
  return absent([
    [madeOn, 'la date du document'],
    [issuer.name, 'le nom de l’organisme qui écrit'],
    [issuer.town, 'la ville où le document est fait'],
    [issuer.signatory.name, 'le nom du signataire'],
    [issuer.signatory.capacity, 'la qualité du signataire'],
    [candidature.applicant, 'le nom du demandeur'],
    [candidature.project, 'l’intitulé du projet'],
    [call.name, 'le nom de l’appel'],
  ])
}

/** The act that decides, without which an opinion is no decision. */
export const missingAct = ({ act }: DossierFacts): readonly string[] =>
  absent([
    [act?.number, 'le numéro de l’acte'],
    [act?.date, 'la date de l’acte'],
    [act?.authority, 'l’autorité qui a décidé'],
  ])

/** [value, its name]: the names of the values that are empty. */
export const absent = (
  items: readonly (readonly [value: string | number | null | undefined, name: string])[],
): readonly string[] =>
  items.flatMap(([value, name]) =>
    value === null || value === undefined || String(value).trim() === '' ? [name] : [],
  )

function missingOfLetter({ issuer, instruction }: DossierFacts): readonly string[] {
  return absent([
    [issuer.address, 'l’adresse de l’organisme qui écrit'],
    [issuer.agent.name, 'le nom de la personne qui suit le dossier'],
    [issuer.agent.capacity, 'la qualité de la personne qui suit le dossier'],
    [instruction.correspondent.address, 'l’adresse du demandeur'],
  ])
}

const own: Record<LetterKind, (facts: DossierFacts) => readonly string[]> = {
  'letter-acknowledgement': (facts) => [
    ...absent([
      [facts.instruction.receivedOn, 'la date de réception de la demande'],
      [facts.issuer.service, 'le service chargé du dossier'],
      [facts.issuer.agent.phone || facts.issuer.phone, 'le téléphone du service chargé du dossier'],
      [facts.issuer.agent.email || facts.issuer.email, 'le courriel du service chargé du dossier'],
    ]),
    ...missingTime(facts),
    ...missingSilence(facts),
  ],
  'letter-incomplete': (facts) => [
    ...absent([[facts.instruction.receivedOn, 'la date de réception de la demande']]),
    ...missingPieces(facts),
    ...missingTime(facts),
    ...missingSilence(facts),
  ],
  'letter-award': (facts) => [...missingAct(facts), ...missingTerms(facts), ...appealNotice(facts).missing],
  'letter-partial-award': (facts) => [
    ...missingAct(facts),
    ...absent([[facts.candidature.requestedCents, 'le montant demandé']]),
    ...missingTerms(facts),
    ...missingRationale(facts),
    ...appealNotice(facts).missing,
  ],
  'letter-waiting-list': (facts) => [
    ...absent([
      [facts.decision?.waitingRank, 'le rang sur la liste complémentaire'],
      [waitingListEndsOn(facts), 'la date de fin de la liste complémentaire'],
    ]),
    ...(facts.act === null ? [] : missingAct(facts)),
    ...appealNotice(facts, 'waiting-list').missing,
  ],
  'letter-refusal': (facts) => [
    ...missingAct(facts),
    ...missingRationale(facts),
    ...appealNotice(facts).missing,
  ],
  'letter-inadmissible': (facts) => [
    // Found by the service before any session, the letter is itself the decision.
    ...(facts.decision === null && facts.act === null ? [] : missingAct(facts)),
    ...missingRationale(facts),
    ...appealNotice(facts).missing,
  ],
}

/** Silence, and how to contest it, are told to natural persons and bodies of private law only (CRPA L100-3). */
function missingSilence(facts: DossierFacts): readonly string[] {
  const isPublic = isPrivate(standingOf(facts)) === false
  return isPublic ? [] : appealNotice(facts, 'silence').missing
}

function missingPieces(facts: DossierFacts): readonly string[] {
  const request = pendingRequest(facts)
  if (request === null) return ['les pièces manquantes', 'la date limite de réception des pièces']
  return [
    ...(request.pieces.every((piece) => piece.trim() === '') ? ['les pièces manquantes'] : []),
    ...absent([[request.deadline, 'la date limite de réception des pièces']]),
  ]
}

/** [LE11] Pieces cannot be awaited until a day that is gone. */
function missingTime(facts: DossierFacts): readonly string[] {
  const deadline = pendingRequest(facts)?.deadline ?? ''
  return deadline !== '' && deadline < facts.madeOn
    ? ['une date limite de réception des pièces qui ne soit pas passée']
    : []
}

/** An operating subsidy may be a lump sum; an investment has its base and its rate (french-rules §1.6). */
function missingTerms({ candidature, instruction, decision }: DossierFacts): readonly string[] {
  const { award } = instruction
  const hasBase = candidature.eligibleBaseCents !== null
  return absent([
    [decision?.amountCents || null, 'le montant attribué'],
    [award.nature, 'la nature de l’aide (fonctionnement ou investissement)'],
    ...(award.nature === 'investment'
      ? ([[candidature.eligibleBaseCents, 'la dépense éligible']] as const)
      : []),
    ...(hasBase
      ? ([
          [decision?.rateBasisPoints, 'le taux de l’aide'],
          [candidature.taxBasis, 'l’assiette de la dépense éligible (HT ou TTC)'],
        ] as const)
      : []),
    [award.payment, 'les modalités de versement'],
    [award.lapsesOn, 'la date de caducité de l’aide'],
  ])
}

/** A11: both halves, written (CRPA L211-5); money that ran out is completed by the rank and the cut-off score. */
function missingRationale(facts: DossierFacts): readonly string[] {
  const { legal, factual } = rationaleOf(facts)
  return absent([
    [legal, 'le motif de droit'],
    [factual, 'le motif de fait'],
    ...(pleadsLackOfMoney(facts)
      ? ([
          [facts.decision?.score, 'la note du dossier'],
          [facts.decision?.rank, 'le rang du dossier'],
          [facts.decision?.cutScore, 'la note du dernier dossier servi'],
        ] as const)
      : []),
  ])
}
