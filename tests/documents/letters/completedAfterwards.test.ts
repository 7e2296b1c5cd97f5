import { expect, test } from 'vitest'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { letter } from '#shared/domain/documents/dossier/letter.ts'
import { rationaleOf } from '#shared/domain/documents/dossier/rationaleOf.ts'
import type { LetterKind } from '#shared/domain/documents/model.ts'
import { cents } from '#shared/kernel/cents.ts'
import { factsFor, factsKnowing, making } from './letterFacts.ts'

const reduction = { legal: 'règlement, article 7', factual: 'un seul véhicule suffit la première année' }

const unexplained = (kind: LetterKind): DossierFacts => {
  const facts = factsFor(kind)
  return {
    ...facts,
    decision: facts.decision && { ...facts.decision, rationale: { legal: '', factual: '' } },
  }
}
const explained = (facts: DossierFacts): DossierFacts => ({
  ...facts,
  instruction: { ...facts.instruction, award: { ...facts.instruction.award, reduction } },
})

test('[LE10] why less is given may be said by the service when the session did not write it', () => {
  expect(letter('letter-partial-award', unexplained('letter-partial-award'), making)).toEqual({
    ok: false,
    refusal: {
      code: 'document.missing-items',
      details: { items: ['le motif de droit', 'le motif de fait'] },
    },
  })
  expect(rationaleOf(explained(unexplained('letter-partial-award')))).toEqual(reduction)
  expect(letter('letter-partial-award', explained(unexplained('letter-partial-award')), making).ok).toBe(true)
})

test('[LE10] what the session wrote stays, and a refusal is motivated by it alone', () => {
  const written = factsFor('letter-partial-award')
  expect(rationaleOf(explained(written))).toEqual(written.decision?.rationale)
  expect(rationaleOf(explained(unexplained('letter-refusal')))).toEqual({ legal: '', factual: '' })
})

test('[LE10] a base unknown to the session is the one keyed since, with its rate; a known one stays', () => {
  const keyed = { eligibleBaseCents: cents(4_000_000), taxBasis: 'TTC' } as const
  const unknown = factsKnowing(
    'letter-award',
    { eligibleBaseCents: null, taxBasis: null },
    { rateBasisPoints: null },
    keyed,
  )
  expect([
    unknown.candidature.eligibleBaseCents,
    unknown.candidature.taxBasis,
    unknown.decision?.rateBasisPoints,
  ]).toEqual([4_000_000, 'TTC', 7000])
  const known = factsKnowing(
    'letter-award',
    { eligibleBaseCents: cents(5_000_000), taxBasis: 'HT' },
    {},
    keyed,
  )
  expect([
    known.candidature.eligibleBaseCents,
    known.candidature.taxBasis,
    known.decision?.rateBasisPoints,
  ]).toEqual([5_000_000, 'HT', 7000])
})
