import { describe, expect, it } from 'vitest'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { examinedList } from '#shared/domain/documents/follow-up/examinedList.ts'
import type { FollowUpFacts } from '#shared/domain/documents/follow-up/followUpFacts.ts'
import { rectifiedFacts } from '#shared/domain/documents/follow-up/rectifiedFacts.ts'
import { resolution } from '#shared/domain/documents/follow-up/resolution.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { ItemFacts, SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { Result } from '#shared/kernel/result.ts'
import { commissionFollowUp, councilFollowUp, making } from '../fixtures/acts.ts'
import { draftOf, refusalOf } from './actDocuments.ts'

const textOf = (made: Result<DocumentDraft>): string =>
  plainText(draftOf(made).model).replaceAll(/[\u00A0\u202F]/gu, ' ')

const council = (change: Partial<FollowUpFacts>): FollowUpFacts => ({ ...councilFollowUp, ...change })
const commission = (change: Partial<FollowUpFacts>): FollowUpFacts => ({ ...commissionFollowUp, ...change })
const session = (facts: FollowUpFacts, change: object): FollowUpFacts => ({
  ...facts,
  session: { ...facts.session, ...change } as SessionFacts,
})
const issuer = (facts: FollowUpFacts, change: Partial<FollowUpFacts['issuer']>): FollowUpFacts => ({
  ...facts,
  issuer: { ...facts.issuer, ...change },
})
const outcomes = (
  facts: FollowUpFacts,
  change: (item: ItemFacts) => Partial<NonNullable<ItemFacts['outcome']>>,
): FollowUpFacts =>
  session(facts, {
    items: facts.session.items.map((item) => ({
      ...item,
      outcome: item.outcome && { ...item.outcome, ...change(item) },
    })),
  })

describe('the texts it stands on', () => {
  it.each([
    ['2025-12-31', 'article L2311-7', 'article L1612-25'],
    ['2026-02-01', 'article L1612-25', 'article L2311-7'],
  ])('[RE4] A21: an act of %s cites the %s', (date, cited, other) => {
    const inSession = textOf(resolution(session(councilFollowUp, { date }), making))
    const afterOpinion = textOf(
      resolution(
        session(
          commission({
            act: {
              nature: 'deliberation',
              number: '12',
              date,
              authority: 'le conseil',
              transmittedOn: null,
              publishedOn: null,
            },
          }),
          { date: '2025-11-20' },
        ),
        making,
      ),
    )
    for (const text of [inSession, afterOpinion]) {
      expect(text).toContain(`Vu l’${cited} du code général des collectivités territoriales ;`)
      expect(text).not.toContain(other)
    }
  })

  it('[RE4] a draft without act is cited at the day of its making, which follows the session', () => {
    const facts = session(commissionFollowUp, { date: '2025-12-20' })
    expect(textOf(resolution(facts, { ...making, madeAt: '2025-12-22T10:00' }))).toContain('L2311-7')
    expect(textOf(resolution(facts, { ...making, madeAt: '2026-01-05T10:00' }))).toContain('L1612-25')
  })

  it.each([
    ['commune', 'L2121-29', 'L2311-7'],
    ['departement', 'L3211-1', 'L3312-7'],
    ['region', 'L4221-1', 'L4311-2'],
  ] as const)('[RE4] a %s has its own articles', (kind, competence, grant) => {
    const text = textOf(
      resolution(session(issuer(councilFollowUp, { kind }), { date: '2025-06-01' }), making),
    )
    expect([text.includes(competence), text.includes(grant)]).toEqual([true, true])
  })
})

describe('who decides', () => {
  it('[RE5] [MN2] it is never the commission that decides, attributes or adopts', () => {
    const text = textOf(resolution(commissionFollowUp, making))
    expect(text).not.toMatch(/commission[^.;\n]*(?:décid|attribu|adopt|rejet)/iu)
    expect(text).toContain('Le conseil communautaire, après en avoir délibéré')
    expect(text).toContain('a donné un avis favorable à l’octroi de 2 aides')
  })

  it('[RE6] a draft never prints the votes of the commission', () => {
    expect(textOf(resolution(commissionFollowUp, making))).not.toMatch(/unanimité|\d voix|Scrutin/u)
  })

  it('[RE3] one sentence when every vote is the same and nobody stayed out', () => {
    const [, first] = councilFollowUp.session.items
    const alone = session(councilFollowUp, { items: [first] })
    expect(textOf(resolution(alone, making))).toContain(
      'Le conseil communautaire, après en avoir délibéré, à l’unanimité (5 voix pour), DÉCIDE :',
    )
  })

  it('[RE3] whoever withdrew is named', () => {
    expect(textOf(resolution(councilFollowUp, making))).toContain(
      'Chloé Œuvrard n’ayant pris part ni au débat ni au vote',
    )
  })

  it('[RE3] a member who withdrew from several is told once', () => {
    const [, , second] = councilFollowUp.session.items
    if (second?.candidature == null) throw new Error('no dossier')
    const items = [
      ...councilFollowUp.session.items,
      { ...second, candidature: { ...second.candidature, number: 7 } },
    ]
    const facts = { ...session(councilFollowUp, { items }), budgetLines: { 1: 'a', 2: 'b', 7: 'c' } }
    expect(textOf(resolution(facts, making))).toContain('au vote sur les dossiers n° 2 et 7 ;')
  })

  it('[RE2] articles are numbered without a gap', () => {
    const numbers = [...textOf(resolution(commissionFollowUp, making)).matchAll(/^Article (\S+)\./gmu)]
    expect(numbers.map(([, number]) => number)).toEqual(['1er', '2', '3', '4', '5', '6', '7'])
  })
})

describe('after a rectifying act', () => {
  const corrected = (after: NonNullable<FollowUpFacts['rectifications'][number]['after']>) =>
    council({
      rectifications: [
        {
          number: 'PV-2026-001-R1',
          date: '2026-12-15',
          item: { title: 'Portail familles', number: 1, applicant: 'Commune de Berric' },
          after,
        },
      ],
    })
  const rationale = { legal: 'règlement, article 4', factual: 'erreur de saisie' }

  it('[RE7] the amount is the corrected one, in its line and in the total, and the act is cited', () => {
    const text = textOf(
      resolution(
        corrected({ opinion: 'favourable', amountCents: cents(1_000_00), conditions: '', rationale }),
        making,
      ),
    )
    expect(text).toContain('Mise en place d’un portail familles\t1 000,00 €')
    expect(text).toContain('31 000,00 € (trente et un mille euros)')
    expect(text).not.toContain('7 240,00 €')
    expect(text).toContain('Vu l’acte rectificatif PV-2026-001-R1 du 15 décembre 2026 ;')
  })

  it('[RE7] what is no longer favourable is no longer awarded', () => {
    const facts = corrected({ opinion: 'unfavourable', amountCents: null, conditions: '', rationale })
    const text = textOf(resolution(facts, making))
    expect(text).toContain('1 aide, pour un montant total de 30 000,00 €')
    expect(text).toContain('erreur de saisie')
    expect(textOf(examinedList(facts, making))).toMatch(/Commune de Berric, .*\tRejet/u)
    expect(rectifiedFacts(facts).session.totals.awardedCents).toBe(30_000_00)
    expect(facts.session).toEqual(councilFollowUp.session)
  })
})

describe('what it refuses', () => {
  const unfavourable = (facts: FollowUpFacts): FollowUpFacts =>
    outcomes(facts, () => ({ opinion: 'unfavourable', amountCents: null, funding: [] }))

  it.each([
    [unfavourable(councilFollowUp), 'document.not-for-this: la séance n’a attribué aucun montant'],
    [unfavourable(commissionFollowUp), 'document.not-for-this: la séance n’a proposé aucun montant'],
    [
      issuer(commissionFollowUp, { kind: 'prefecture' }),
      'document.not-for-this: l’autorité compétente attribue par arrêté, pris pour chaque bénéficiaire',
    ],
  ])('[RE2] says why it has no place', (facts, reason) => {
    expect(refusalOf(resolution(facts, making))).toEqual([reason])
  })

  it.each([
    ['number', council({ act: null }), 'le numéro de la délibération'],
    [
      'authority',
      session(commissionFollowUp, {
        instance: { ...commissionFollowUp.session.instance, decidingAuthority: '' },
      }),
      'l’autorité qui prend la délibération',
    ],
    ['issuer', issuer(councilFollowUp, { name: ' ' }), 'le nom de la collectivité'],
    ['town', issuer(councilFollowUp, { town: '' }), 'la ville où l’acte est fait'],
    [
      'signatory',
      issuer(councilFollowUp, { signatory: { name: '', capacity: 'maire' } }),
      'le nom du signataire',
    ],
    [
      'capacity',
      issuer(councilFollowUp, { signatory: { name: 'Anne Le Goff', capacity: '' } }),
      'la qualité du signataire',
    ],
    [
      'court',
      issuer(councilFollowUp, { court: { name: '', address: '' }, address: '' }),
      'le tribunal administratif compétent',
    ],
    [
      'budget line',
      council({ budgetLines: { 1: 'chapitre 204' } }),
      'l’imputation budgétaire du dossier n° 2, Commune de Plancoët',
    ],
    [
      'call',
      session(councilFollowUp, { call: { ...councilFollowUp.session.call, name: '' } }),
      'le nom de l’appel',
    ],
    ['date', session(councilFollowUp, { date: '' }), 'la date de la séance'],
    ['convocation', session(councilFollowUp, { convocation: null }), 'la date de la convocation'],
    [
      'members',
      session(councilFollowUp, { members: undefined }),
      'les noms des membres présents ou représentés',
    ],
    [
      'secretary',
      session(councilFollowUp, { secretary: { name: '', capacity: '' } }),
      'le nom de la personne secrétaire de séance',
    ],
    ['quorum', session(councilFollowUp, { openingQuorum: undefined }), 'le quorum'],
    [
      'vote',
      outcomes(councilFollowUp, ({ candidature }) => (candidature?.number === 1 ? { vote: null } : {})),
      'le résultat du vote sur le dossier n° 1',
    ],
  ] as const)('[RE6] without its %s', (_, facts, name) => {
    expect(refusalOf(resolution(facts, making))).toContain(name)
  })
})
