import { describe, expect, it } from 'vitest'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { letter } from '#shared/domain/documents/dossier/letter.ts'
import { type LetterKind, letterKinds } from '#shared/domain/documents/model.ts'
import { factsFor, making } from './letterFacts.ts'

type Change = (facts: DossierFacts) => DossierFacts

const issuer =
  (set: Partial<DossierFacts['issuer']>): Change =>
  (facts) => ({ ...facts, issuer: { ...facts.issuer, ...set } })
const agent =
  (set: Partial<DossierFacts['issuer']['agent']>): Change =>
  (facts) => ({ ...facts, issuer: { ...facts.issuer, agent: { ...facts.issuer.agent, ...set } } })
const signatory =
  (set: Partial<DossierFacts['issuer']['signatory']>): Change =>
  (facts) => ({ ...facts, issuer: { ...facts.issuer, signatory: { ...facts.issuer.signatory, ...set } } })
const candidature =
  (set: Partial<DossierFacts['candidature']>): Change =>
  (facts) => ({ ...facts, candidature: { ...facts.candidature, ...set } })
const instruction =
  (set: Partial<DossierFacts['instruction']>): Change =>
  (facts) => ({ ...facts, instruction: { ...facts.instruction, ...set } })
const award =
  (set: Partial<DossierFacts['instruction']['award']>): Change =>
  (facts) =>
    instruction({ award: { ...facts.instruction.award, ...set } })(facts)
const decision =
  (set: Partial<NonNullable<DossierFacts['decision']>>): Change =>
  (facts) => ({ ...facts, decision: facts.decision && { ...facts.decision, ...set } })
const act =
  (set: Partial<NonNullable<DossierFacts['act']>>): Change =>
  (facts) => ({ ...facts, act: facts.act && { ...facts.act, ...set } })
const rationale =
  (set: Partial<{ legal: string; factual: string }>): Change =>
  (facts) =>
    decision({ rationale: { legal: 'règlement', factual: 'le dossier', ...set } })(facts)
const pieces =
  (list: readonly string[]): Change =>
  (facts) =>
    instruction({
      pieceRequests: facts.instruction.pieceRequests.map((request) => ({ ...request, pieces: list })),
    })(facts)

const common: readonly (readonly [string, Change])[] = [
  ['la date du document', (facts) => ({ ...facts, madeOn: '' })],
  ['le nom de l’organisme qui écrit', issuer({ name: ' ' })],
  ['l’adresse de l’organisme qui écrit', issuer({ address: '' })],
  ['la ville où le document est fait', issuer({ town: '' })],
  ['le nom du signataire', signatory({ name: '' })],
  ['la qualité du signataire', signatory({ capacity: '' })],
  ['le nom de la personne qui suit le dossier', agent({ name: '' })],
  ['la qualité de la personne qui suit le dossier', agent({ capacity: '' })],
  ['le nom du demandeur', candidature({ applicant: '' })],
  ['l’intitulé du projet', candidature({ project: '' })],
  ['le nom de l’appel', (facts) => ({ ...facts, call: { ...facts.call, name: '' } })],
  [
    'l’adresse du demandeur',
    (facts) => instruction({ correspondent: { ...facts.instruction.correspondent, address: '' } })(facts),
  ],
  ['le tribunal administratif compétent', issuer({ court: { name: '', address: '' } })],
  [
    'l’autorité à laquelle adresser un recours gracieux',
    (facts) => signatory({ capacity: '' })(issuer({ appealTo: '' })(facts)),
  ],
  [
    'la nature du demandeur (personne privée ou organisme public)',
    candidature({ applicantKind: 'unknown', identifier: '' }),
  ],
]
const theAct: readonly (readonly [string, Change])[] = [
  ['le numéro de l’acte', act({ number: '' })],
  ['le numéro de l’acte', (facts) => ({ ...facts, act: null })],
  ['la date de l’acte', act({ date: '' })],
  ['l’autorité qui a décidé', act({ authority: '' })],
]
const reasons: readonly (readonly [string, Change])[] = [
  ['le motif de droit', rationale({ legal: '' })],
  ['le motif de fait', rationale({ factual: ' ' })],
]
const terms: readonly (readonly [string, Change])[] = [
  ['le montant attribué', decision({ amountCents: null })],
  ['la nature de l’aide (fonctionnement ou investissement)', award({ nature: null })],
  ['la dépense éligible', candidature({ eligibleBaseCents: null })],
  ['le taux de l’aide', decision({ rateBasisPoints: null })],
  ['l’assiette de la dépense éligible (HT ou TTC)', candidature({ taxBasis: null })],
  ['les modalités de versement', award({ payment: '' })],
  ['la date de caducité de l’aide', award({ lapsesOn: null })],
]
const receipt: readonly (readonly [string, Change])[] = [
  ['la date de réception de la demande', instruction({ receivedOn: null })],
]

const mutations: Record<LetterKind, readonly (readonly [string, Change])[]> = {
  'letter-acknowledgement': [
    ...receipt,
    ['le service chargé du dossier', issuer({ service: '' })],
    [
      'le téléphone du service chargé du dossier',
      (facts) => agent({ phone: '' })(issuer({ phone: '' })(facts)),
    ],
    [
      'le courriel du service chargé du dossier',
      (facts) => agent({ email: '' })(issuer({ email: '' })(facts)),
    ],
  ],
  'letter-incomplete': [
    ...receipt,
    ['les pièces manquantes', instruction({ pieceRequests: [] })],
    ['les pièces manquantes', pieces([])],
    ['la date limite de réception des pièces', instruction({ pieceRequests: [] })],
  ],
  'letter-award': [...theAct, ...terms],
  'letter-partial-award': [
    ...theAct,
    ...terms,
    ...reasons,
    ['le montant demandé', candidature({ requestedCents: null })],
  ],
  'letter-waiting-list': [
    ['le rang sur la liste complémentaire', decision({ waitingRank: null })],
    ...theAct.filter(([, change]) => change(factsFor('letter-refusal')).act !== null),
  ],
  'letter-refusal': [...theAct, ...reasons],
  'letter-inadmissible': [...theAct, ...reasons],
}

describe.each(letterKinds)('%s without', (kind) => {
  it.each([...common, ...mutations[kind]])('[LE4] %s is refused, and it is named', (item, remove) => {
    const made = letter(kind, remove(factsFor(kind)), making)
    if (made.ok) throw new Error(`made without ${item}`)
    expect(made.refusal.code).toBe('document.missing-items')
    expect(made.refusal.details['items']).toContain(item)
  })

  it('[LE4] nothing at all is refused without a throw, every item in French', () => {
    const made = letter(kind, issuer({ name: '', address: '', town: '' })(factsFor(kind)), making)
    expect(made.ok ? [] : made.refusal.details['items']).toEqual([
      'le nom de l’organisme qui écrit',
      'la ville où le document est fait',
      'l’adresse de l’organisme qui écrit',
    ])
  })
})
