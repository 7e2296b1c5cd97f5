import { describe, expect, it } from 'vitest'
import { agreement } from '#shared/domain/documents/dossier/agreement.ts'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { letter } from '#shared/domain/documents/dossier/letter.ts'
import { report } from '#shared/domain/documents/dossier/report.ts'
import { letterKinds } from '#shared/domain/documents/model.ts'
import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import { blankIssuer } from '#shared/domain/issuer/issuer.ts'
import type { Result } from '#shared/kernel/result.ts'
import { associationFacts } from '#tests/documents/fixtures/acts.ts'
import { factsFor, making } from '#tests/documents/letters/letterFacts.ts'
import { missingGroups } from '../../../src-renderer/features/documents/missing/missingGroups.ts'
import { placeOfMissing } from '../../../src-renderer/features/documents/missing/placeOfMissing.ts'

/** Nobody keyed anything: neither who writes, nor what the service did, nor the act, nor what the applicant wrote. */
const unkeyed = (facts: DossierFacts): DossierFacts => ({
  ...facts,
  issuer: blankIssuer,
  instruction: blankInstruction('candidature-1'),
  act: null,
  candidature: {
    ...facts.candidature,
    ...{ applicant: '', applicantKind: 'unknown', identifier: '', project: '', requestedCents: null },
  },
})

const missingOf = (made: Result<unknown>): readonly string[] => {
  if (made.ok) throw new Error('nothing is missing')
  const { items } = made.refusal.details
  return Array.isArray(items) ? items : []
}

describe('[DS1] what a document misses leads to where it is filled', () => {
  it.each(letterKinds)('%s', (kind) => {
    const items = missingOf(letter(kind, unkeyed(factsFor(kind)), making))
    expect(items.length).toBeGreaterThan(5)
    expect(items.filter((item) => placeOfMissing(item) === null && !settled.has(item))).toEqual([])
  })

  it('agreement and report', () => {
    const items = [
      ...missingOf(agreement(unkeyed(associationFacts), making)),
      ...missingOf(report(unkeyed(associationFacts), making)),
    ]
    expect(items.filter((item) => placeOfMissing(item) === null && !settled.has(item))).toEqual([])
  })

  it('one link for each place, in the order of the document', () => {
    expect(
      missingGroups([
        'le nom du signataire',
        'le numéro de l’acte',
        'la qualité du signataire',
        'l’adresse du demandeur',
        'l’imputation budgétaire du dossier n° 12, Berric',
        'le rang du dossier',
      ]),
    ).toEqual([
      { place: { at: 'issuer' }, items: ['le nom du signataire', 'la qualité du signataire'] },
      { place: { at: 'act' }, items: ['le numéro de l’acte'] },
      {
        place: { at: 'dossier', side: 'instruction', number: null },
        items: ['l’adresse du demandeur'],
      },
      {
        place: { at: 'dossier', side: 'instruction', number: 12 },
        items: ['l’imputation budgétaire du dossier n° 12, Berric'],
      },
      { place: null, items: ['le rang du dossier'] },
    ])
  })
})

/** What the session settled: nobody fills it afterwards. */
const settled: ReadonlySet<string> = new Set(['le montant attribué', 'le taux de l’aide'])
