import { describe, expect, it } from 'vitest'
import { agreementNeed } from '#shared/domain/instruction/agreementNeed.ts'
import { blankInstruction } from '#shared/domain/instruction/instruction.ts'
import { legalStatus } from '#shared/domain/instruction/legalStatus.ts'
import { ownShare } from '#shared/domain/instruction/ownShare.ts'
import { type RemindersInput, reminders } from '#shared/domain/instruction/reminders.ts'
import { viewInstruction } from '#shared/domain/instruction/viewInstruction.ts'
import { cents } from '#shared/kernel/cents.ts'

const euros = (amount: number) => cents(Math.round(amount * 100))
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

describe('what an applicant is in law', () => {
  const applicant = { kind: 'other', identifier: '', population: null, isNaturalPerson: false } as const
  it.each([
    [{ ...applicant, kind: 'commune', population: 3499 }, 'commune-under-3500'],
    [{ ...applicant, kind: 'commune', population: 3500 }, 'public-body'],
    [{ ...applicant, kind: 'commune' }, 'commune-of-unknown-size'],
    [{ ...applicant, kind: 'epci' }, 'public-body'],
    [{ ...applicant, kind: 'departement' }, 'public-body'],
    [{ ...applicant, kind: 'region' }, 'public-body'],
    [{ ...applicant, kind: 'ccas', population: 900 }, 'public-body'],
    [{ ...applicant, kind: 'association' }, 'association'],
    [{ ...applicant, kind: 'company' }, 'private-body'],
    [{ ...applicant, isNaturalPerson: true }, 'natural-person'],
    [{ ...applicant, identifier: '20006677700014' }, 'public-body'],
    [{ ...applicant, identifier: '11002001300097' }, 'public-body'],
    [{ ...applicant, identifier: '73282932000074' }, 'private-body'],
    [applicant, 'unknown'],
    [{ ...applicant, kind: 'unknown' }, 'unknown'],
  ] as const)('[IN1] %o is %s', (standing, status) => {
    expect(legalStatus(standing)).toBe(status)
  })
})

describe('an agreement', () => {
  const date = '2026-12-15'
  it.each([
    ['association', 23_000, 'not-required'],
    ['association', 23_000.01, 'required'],
    ['private-body', 23_000.01, 'required'],
    ['commune-under-3500', 50_000, 'recommended'],
    ['public-body', 50_000, 'recommended'],
    ['natural-person', 50_000, 'recommended'],
    ['unknown', 50_000, 'recommended'],
    ['public-body', 23_000, 'not-required'],
  ] as const)('[IN3] A13: %s, %d €: %s', (status, amount, level) => {
    expect(agreementNeed({ status, amountCents: euros(amount), date }).level).toBe(level)
  })

  it('[IN3] says why, with its text', () => {
    const sentenceOf = (status: 'association' | 'public-body') =>
      plain(agreementNeed({ status, amountCents: euros(50_000), date }).sentence)
    expect([sentenceOf('association'), sentenceOf('public-body')]).toEqual([
      'Une convention est obligatoire : l’aide à un organisme de droit privé dépasse 23 000,00 € (loi n° 2000-321 du 12 avril 2000, article 10 ; décret n° 2001-495 du 6 juin 2001, article 1er).',
      'Aucune convention n’est obligatoire : le seuil de 23 000,00 € ne concerne que les organismes de droit privé (loi n° 2000-321 du 12 avril 2000, article 10 ; décret n° 2001-495 du 6 juin 2001, article 1er). Elle reste recommandée à ce montant.',
    ])
  })

  it('[IN3] the threshold is that of the date', () => {
    expect(
      agreementNeed({ status: 'association', amountCents: euros(50_000), date: '2000-01-01' }).level,
    ).toBe('not-required')
  })

  it('[IN3] nothing is owed without an amount', () => {
    expect(agreementNeed({ status: 'association', amountCents: null, date }).level).toBe('not-required')
  })
})

describe('the share of the owner', () => {
  it.each([
    [2000, 8000, { basisPoints: 2000, reached: true }],
    [1500, 8500, { basisPoints: 1500, reached: false }],
    // With 2 000 € of private money: a fifth of the public money, though 16 % of the cost.
    [1600, 6400, { basisPoints: 2000, reached: true }],
    [1999.99, 8000.01, { basisPoints: 1999, reached: false }],
  ])('[IN4] A14: %d € of its own beside %d € of public money', (own, others, share) => {
    expect(ownShare({ ownCents: euros(own), publicCents: euros(others) })).toEqual(share)
  })

  it('[IN4] says nothing of a project without public money', () => {
    expect(ownShare({ ownCents: cents(0), publicCents: cents(0) })).toBeNull()
  })
})

describe('what should not be forgotten', () => {
  const commune: RemindersInput = {
    status: 'public-body',
    kind: 'commune',
    nature: 'investment',
    fiscalYear: 2026,
    amountCents: euros(8500),
    date: '2026-12-15',
    financing: null,
  }
  const association: RemindersInput = {
    ...commune,
    status: 'association',
    kind: 'association',
    amountCents: euros(30_000),
  }
  const subjects = (input: RemindersInput) => reminders(input).map((text) => text.split(/\s*:/u)[0])

  it('[IN5] an association: financial report, republican commitment, open data with its agreement', () => {
    expect(subjects(association)).toEqual([
      'Compte rendu financier',
      'Contrat d’engagement républicain',
      'Données essentielles',
    ])
    expect(plain(reminders(association)[0] ?? '')).toContain('au plus tard le 30 juin 2027')
  })

  it('[IN5] a company signs no republican commitment', () => {
    expect(subjects({ ...association, status: 'private-body', kind: 'company' })).toEqual([
      'Compte rendu financier',
      'Données essentielles',
    ])
  })

  it('[IN5] no republican commitment before its law', () => {
    expect(subjects({ ...association, date: '2022-01-02' })).not.toContain('Contrat d’engagement républicain')
  })

  it('[IN5] a commune publishes its funding plan; without one nothing is said of its share', () => {
    expect(subjects(commune)).toEqual(['Publicité du plan de financement'])
    expect(subjects({ ...commune, nature: 'operating' })).toEqual([])
  })

  it('[IN4] a share that is too low is told; one that is reached is not', () => {
    const low = { ...commune, financing: { ownCents: euros(1500), publicCents: euros(8500) } }
    expect(plain(reminders(low).at(-1) ?? '')).toBe(
      'Participation du maître d’ouvrage : il apporte 15,00 % des financements publics, moins que le minimum de 20,00 %, hors exceptions prévues par la loi (CGCT, article L1111-10, III).',
    )
    expect(subjects({ ...commune, financing: { ownCents: euros(2000), publicCents: euros(8000) } })).toEqual([
      'Publicité du plan de financement',
    ])
    expect(subjects({ ...low, nature: 'operating' })).toEqual([])
    expect(subjects({ ...low, status: 'association', kind: 'association' })).not.toContain(
      'Participation du maître d’ouvrage',
    )
  })
})

describe('an instruction as it is seen', () => {
  it('[IN5] brings silence, agreement and reminders together', () => {
    const instruction = { ...blankInstruction('candidature-1'), receivedOn: '2026-01-15' }
    const view = viewInstruction({
      instruction,
      applicant: { kind: 'association', siret: null, siren: null, population: null },
      fiscalYear: 2026,
      amountCents: euros(30_000),
      date: '2026-12-15',
      financing: null,
    })
    expect([
      view.instruction,
      view.implicitRejection?.on,
      view.agreement.level,
      view.reminders.length,
    ]).toEqual([instruction, '2026-03-15', 'required', 3])
  })
})
