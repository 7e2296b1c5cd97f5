import { describe, expect, it } from 'vitest'
import { dossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { dossierFieldCatalogue } from '#shared/domain/documents/dossier/dossierFieldCatalogue.ts'
import { dossierFields } from '#shared/domain/documents/dossier/dossierFields.ts'
import { letterKinds } from '#shared/domain/documents/model.ts'
import type { FieldRecord, FieldValue } from '#shared/domain/documents/templates/fieldRecord.ts'
import { cents } from '#shared/kernel/cents.ts'
import { callOf, candidatureOf } from '#tests/domain/builders.ts'
import { completeFacts } from '../fixtures/sessionFacts.ts'
import { dossier, factsFor } from './letterFacts.ts'

const kindOf = (value: FieldValue | undefined): string =>
  typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'condition' : 'list'

const emptyFacts = dossierFacts({
  issuer: null,
  committee: null,
  call: callOf(),
  candidature: candidatureOf(2, { dossierId: 'dossier-1', requestedCents: null }),
  dossier: { ...dossier, applicant: { ...dossier.applicant, kind: 'unknown', siren: null, siret: null } },
  instruction: null,
  session: null,
  act: null,
  marks: null,
  madeOn: '2026-12-18',
})

describe('the fields of a document of one candidature', () => {
  const records: readonly (readonly [string, FieldRecord])[] = [
    ...letterKinds.map((kind) => [kind, dossierFields(factsFor(kind))] as const),
    ['nothing known', dossierFields(emptyFacts)],
  ]

  it.each(records)('[LE3] %s: all those of the catalogue, and no other, each of its kind', (_, record) => {
    expect(Object.entries(record).map(([name, value]) => [name, kindOf(value)])).toEqual(
      dossierFieldCatalogue.map(({ name, kind }) => [name, kind]),
    )
  })

  it('[LE3] each name is told once, flat, with its meaning, and those of its entries', () => {
    const names = dossierFieldCatalogue.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, meaning, kind, of } of dossierFieldCatalogue) {
      expect(name).toMatch(/^[a-z_]+(?:\.[a-z_]+)?$/u)
      expect(meaning).not.toBe('')
      expect(of === undefined).toBe(kind !== 'list')
    }
  })

  it('[LE3] what is unknown is empty, never « null » nor « NaN »', () => {
    expect(JSON.stringify(dossierFields(emptyFacts))).not.toMatch(/null|undefined|NaN/u)
  })
})

describe('the facts of a document of one candidature', () => {
  const item = completeFacts.items.find(({ candidature }) => candidature?.number === 2)

  it('[LE1] hold what was frozen for that number: money, opinion, rank, cut-off score', () => {
    const facts = dossierFacts({
      ...inputOf(2),
      session: { facts: completeFacts, digest: '9a'.repeat(32), rectifications: [] },
    })
    expect([facts.candidature.requestedCents, facts.candidature.taxBasis]).toEqual([7_760_000, 'TTC'])
    expect(facts.decision).toEqual({
      sessionDate: '2026-12-01',
      minutesNumber: 'PV 2026-01',
      sessionDigest: '9a'.repeat(32),
      opinion: 'reserved',
      amountCents: 3_000_000,
      rateBasisPoints: 3061,
      conditions: item?.outcome?.conditions,
      rationale: item?.outcome?.rationale,
      waitingList: false,
      waitingRank: null,
      score: '74.00',
      rank: 2,
      cutScore: '74.00',
      vote: { for: 3, against: 1, abstention: 0 },
      recused: ['Chloé Œuvrard'],
    })
  })

  it('[LE1] hold the last rectification, with its rate', () => {
    const corrected = (amount: number) => ({
      item: { title: '', number: 2, applicant: '' },
      after: {
        opinion: 'favourable' as const,
        amountCents: cents(amount),
        conditions: '',
        rationale: { legal: 'règlement', factual: 'erreur de saisie' },
      },
    })
    const { decision } = dossierFacts({
      ...inputOf(2),
      session: {
        facts: completeFacts,
        digest: '9a'.repeat(32),
        rectifications: [corrected(1_000_000), corrected(4_900_000)],
      },
    })
    expect([decision?.opinion, decision?.amountCents, decision?.rateBasisPoints]).toEqual([
      'favourable',
      4_900_000,
      5000,
    ])
  })

  it('[LE1] hold no decision for a candidature that the session did not examine', () => {
    const session = { facts: completeFacts, digest: '9a'.repeat(32), rectifications: [] }
    expect(dossierFacts({ ...inputOf(99), session }).decision).toBeNull()
  })

  function inputOf(number: number): Parameters<typeof dossierFacts>[0] {
    return {
      issuer: null,
      committee: null,
      call: callOf(),
      candidature: candidatureOf(number, { dossierId: 'dossier-1', requestedCents: null }),
      dossier,
      instruction: null,
      session: null,
      act: null,
      marks: null,
      madeOn: '2026-12-18',
    }
  }
})
