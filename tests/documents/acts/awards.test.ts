import { describe, expect, it } from 'vitest'
import { agreement } from '#shared/domain/documents/dossier/agreement.ts'
import { agreementClauses, clausesOf } from '#shared/domain/documents/dossier/agreementClauses.ts'
import { awardOrder } from '#shared/domain/documents/dossier/awardOrder.ts'
import { bodyPhrase, ofBody, toBody } from '#shared/domain/documents/dossier/bodyPhrase.ts'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { groupedIban } from '#shared/domain/documents/dossier/groupedIban.ts'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { Result } from '#shared/kernel/result.ts'
import { associationFacts, making, prefectureFacts } from '../fixtures/acts.ts'
import { draftOf, refusalOf } from './actDocuments.ts'

const textOf = (made: Result<DocumentDraft>): string =>
  plainText(draftOf(made).model).replaceAll(/[\u00A0\u202F]/gu, ' ')

const withDecision = (facts: DossierFacts, change: object): DossierFacts => ({
  ...facts,
  decision: facts.decision && { ...facts.decision, ...change },
})
const withCandidature = (facts: DossierFacts, change: object): DossierFacts => ({
  ...facts,
  candidature: { ...facts.candidature, ...change },
})
const withIssuer = (facts: DossierFacts, change: object): DossierFacts => ({
  ...facts,
  issuer: { ...facts.issuer, ...change },
})
const withAward = (facts: DossierFacts, change: object): DossierFacts => ({
  ...facts,
  instruction: { ...facts.instruction, award: { ...facts.instruction.award, ...change } },
})
const withTerms = (facts: DossierFacts, change: object): DossierFacts => ({
  ...facts,
  instruction: { ...facts.instruction, agreement: { ...facts.instruction.agreement, ...change } },
})
const withCorrespondent = (facts: DossierFacts, change: object): DossierFacts => ({
  ...facts,
  instruction: { ...facts.instruction, correspondent: { ...facts.instruction.correspondent, ...change } },
})

describe('the order of award', () => {
  it('[AO1] endowments of rural communes have their own texts, and no guarantee', () => {
    const text = textOf(
      awardOrder(
        { ...prefectureFacts, committee: { ...prefectureFacts.committee, type: 'commission_detr' } },
        making,
      ),
    )
    expect(text).toContain('R2334-19')
    expect(text).not.toMatch(/2018-514|60 %/u)
  })

  it('[AO1] an executive acts by order when its act is one, without the rules of the State', () => {
    const order = {
      nature: 'arrete',
      number: '2026-31',
      date: '2026-12-08',
      authority: 'la présidente',
      transmittedOn: null,
      publishedOn: null,
    } as const
    const text = textOf(awardOrder({ ...associationFacts, act: order }, making))
    expect(text).toContain('n° 2026-31 du 8 décembre 2026')
    expect(text).not.toMatch(/État pour des projets|commencement d’exécution avant|avance, de 30/u)
  })

  it('[AO2] texts of the date of the act', () => {
    const before = { ...prefectureFacts, madeOn: '2021-06-01' }
    expect(textOf(awardOrder(before, making))).toContain('articles 9-1 et 10 de la loi')
  })

  it('[AO2] help to run a body may have no base', () => {
    const lumpSum = withAward(
      withDecision(withCandidature(prefectureFacts, { eligibleBaseCents: null, taxBasis: null }), {
        rateBasisPoints: null,
      }),
      { nature: 'operating' },
    )
    expect(textOf(awardOrder(lumpSum, making))).toContain('Le montant de la subvention est forfaitaire.')
  })

  it.each([
    [{ ...prefectureFacts, decision: null }, 'aucune séance close n’a statué sur cette candidature'],
    [withDecision(prefectureFacts, { amountCents: cents(0) }), 'aucune aide n’est attribuée'],
    [
      withDecision(prefectureFacts, { amountCents: null, opinion: 'unfavourable' }),
      'aucune aide n’est attribuée',
    ],
    [
      withDecision(prefectureFacts, { waitingList: true }),
      'la candidature est sur la liste complémentaire, sans montant',
    ],
    [associationFacts, 'l’aide est attribuée par une délibération'],
    [{ ...associationFacts, act: null }, 'l’aide est attribuée par une délibération'],
  ])('[AO1] says why it has no place', (facts, reason) => {
    expect(refusalOf(awardOrder(facts, making))).toEqual([`document.not-for-this: ${reason}`])
  })

  it.each([
    [withIssuer(prefectureFacts, { name: '' }), 'le nom de l’organisme qui écrit'],
    [withIssuer(prefectureFacts, { town: '' }), 'la ville où le document est fait'],
    [withIssuer(prefectureFacts, { signatory: { name: '', capacity: 'préfet' } }), 'le nom du signataire'],
    [
      withIssuer(prefectureFacts, { signatory: { name: 'Paul Ker', capacity: '' } }),
      'la qualité du signataire',
    ],
    [
      withIssuer(prefectureFacts, { court: { name: '', address: '' } }),
      'le tribunal administratif compétent',
    ],
    [withCandidature(prefectureFacts, { applicant: '' }), 'le nom du demandeur'],
    [withCandidature(prefectureFacts, { identifier: '' }), 'le SIRET du bénéficiaire'],
    [withCandidature(prefectureFacts, { project: '' }), 'l’intitulé du projet'],
    [withCandidature(prefectureFacts, { eligibleBaseCents: null }), 'la dépense subventionnable'],
    [withCandidature(prefectureFacts, { taxBasis: null }), 'l’assiette de la dépense (HT ou TTC)'],
    [withDecision(prefectureFacts, { rateBasisPoints: null }), 'le taux de la subvention'],
    [withAward(prefectureFacts, { nature: null }), 'la nature de l’aide (fonctionnement ou investissement)'],
    [withAward(prefectureFacts, { payment: '' }), 'les modalités de versement'],
    [withAward(prefectureFacts, { lapsesOn: null }), 'la date de caducité de l’aide'],
    [withAward(prefectureFacts, { budgetLine: '' }), 'l’imputation budgétaire'],
    [withCandidature(prefectureFacts, { population: null }), 'la population de la commune'],
  ])('[AO2] each mandatory mention that is missing is named', (facts, name) => {
    expect(refusalOf(awardOrder(facts, making))).toContain(name)
  })
})

describe('an award order or an agreement', () => {
  it.each([
    ['21560015600018', 'SIRET'],
    ['215600156', 'SIREN'],
  ])('[AO2] says of the identifier %s of a public body that it is a %s', (identifier, kind) => {
    expect(textOf(awardOrder(withCandidature(prefectureFacts, { identifier }), making))).toContain(
      `\n${kind}\t${identifier}\n`,
    )
    const commune = { applicant: 'Commune de Berric', applicantKind: 'commune', population: 2100, identifier }
    expect(textOf(agreement(withCandidature(associationFacts, commune), making))).toContain(
      `\n${kind}\t${identifier}\n`,
    )
  })

  it.each(['215600156', 'W351002345', ''])(
    '[AG1] is refused to an association known by « %s »',
    (identifier) => {
      expect(refusalOf(agreement(withCandidature(associationFacts, { identifier }), making))).toEqual([
        'le SIRET du bénéficiaire',
      ])
    },
  )

  it('[AO2] [AG1] says how the award is paid in a sentence', () => {
    const payment = 'en une fois à la notification'
    for (const text of [
      textOf(awardOrder(withAward(prefectureFacts, { payment }), making)),
      textOf(agreement(withAward(associationFacts, { payment }), making)),
    ])
      expect(text).toContain('\nEn une fois à la notification.\n')
  })

  it.each([
    ['order', () => awardOrder(prefectureFacts, making)],
    ['agreement', () => agreement(associationFacts, making)],
    [
      'agreement without its clause on disputes',
      () => {
        const clauses = clausesOf(associationFacts).flatMap(({ id }) =>
          id === 'litiges' || id === 'annexes' ? [] : [id],
        )
        return agreement(withTerms(associationFacts, { clauses }), making)
      },
    ],
  ])('[AO2] [AG1] the signatures stay with the end of the last article: %s', (_, make) => {
    const { blocks } = draftOf(make()).model
    const place = blocks.findIndex(({ type }) => type === 'signatures')
    expect(blocks.slice(place - 2, place)).toMatchObject([{ keepWithNext: true }, { keepWithNext: true }])
  })
})

describe('the agreement', () => {
  it.each([
    [23_000_00, false],
    [23_000_01, true],
  ])('[AG1] A13: at %i cents the threshold is cited: %s', (amountCents, isCited) => {
    const text = textOf(
      agreement(withDecision(associationFacts, { amountCents: cents(amountCents) }), making),
    )
    expect(text.includes('n° 2001-495')).toBe(isCited)
  })

  it('[AG1] a commune above it owes none: no threshold, no republican commitment, its accountant', () => {
    const commune = withCandidature(associationFacts, {
      applicant: 'Commune de Berric',
      applicantKind: 'commune',
      population: 2100,
    })
    const text = textOf(agreement(commune, making))
    expect(text).not.toMatch(/2001-495|engagement républicain/u)
    expect(text).toContain('visé par son comptable public')
  })

  it('[AG2] a company is told of the de minimis regulation of the date of the act', () => {
    const company = withCandidature(associationFacts, { applicant: 'Kerlann Bois', applicantKind: 'company' })
    const at = (date: string): string =>
      textOf(agreement({ ...company, act: company.act && { ...company.act, date } }, making))
    expect(at('2023-12-31')).toContain('règlement (UE) n° 1407/2013')
    expect(at('2024-01-01')).toContain('règlement (UE) 2023/2831')
  })

  it('[AG4] the account is printed in groups, in the full reading only', () => {
    const iban = 'FR7630004000031234567890143'
    expect(textOf(agreement(associationFacts, making))).toContain('FR76 3000 4000 0312 3456 7890 143')
    const made = draftOf(agreement(associationFacts, making, 'communicable'))
    const everything = JSON.stringify(made).replaceAll(/\s/gu, '')
    expect([everything.includes(iban), everything.includes('30004000')]).toEqual([false, false])
    expect(plainText(made.model)).toContain('[occulté]')
  })

  it.each([
    ['fr76 3000-4000 0312', 'FR76 3000 4000 0312'],
    ['', ''],
  ])('[AG4] groups « %s »', (iban, said) => {
    expect(groupedIban(iban).replaceAll('\u00A0', ' ')).toBe(said)
  })

  it('[AG2] prints the clauses that were chosen, numbered without a gap', () => {
    const clauses = agreementClauses.filter(({ isMandatory }) => isMandatory).map(({ id }) => id)
    const facts = withTerms(associationFacts, { clauses })
    const headings = [...textOf(agreement(facts, making)).matchAll(/^Article (\S+)\. (.*)$/gmu)]
    expect(headings.map(([, number, title]) => [number, title])).toEqual(
      clausesOf(facts).map(({ title }, index) => [index === 0 ? '1er' : String(index + 1), title]),
    )
  })

  const owed = agreementClauses.filter(
    ({ isMandatory, whenOwed }) => isMandatory && whenOwed(associationFacts),
  )

  it.each(owed.map(({ id, title }) => [title, id] as const))(
    '[AG3] « %s » cannot be left out',
    (title, id) => {
      const clauses = agreementClauses.map((clause) => clause.id).filter((each) => each !== id)
      expect(refusalOf(agreement(withTerms(associationFacts, { clauses }), making))).toEqual([
        `la clause obligatoire « ${title} »`,
      ])
    },
  )

  it('[AG3] what the law asks has its clause', () => {
    expect(owed.map(({ id }) => id)).toEqual([
      'objet',
      'duree',
      'montant',
      'versement',
      'engagements',
      'republicain',
      'compte_rendu',
    ])
  })

  it.each([
    [withIssuer(associationFacts, { siret: '' }), 'le SIRET de l’organisme qui écrit, en quatorze chiffres'],
    [
      withIssuer(associationFacts, { siret: '215601730' }),
      'le SIRET de l’organisme qui écrit, en quatorze chiffres',
    ],
    [withIssuer(associationFacts, { address: '' }), 'l’adresse de l’organisme qui écrit'],
    [
      withIssuer(associationFacts, { signatory: { name: '', capacity: 'présidente' } }),
      'le nom du signataire',
    ],
    [withIssuer(associationFacts, { signatory: { name: 'Anne', capacity: '' } }), 'la qualité du signataire'],
    [
      withIssuer(associationFacts, { court: { name: '', address: '' } }),
      'le tribunal administratif compétent',
    ],
    [{ ...associationFacts, act: null }, 'le numéro de l’acte'],
    [withCandidature(associationFacts, { identifier: '' }), 'le SIRET du bénéficiaire'],
    [withCorrespondent(associationFacts, { name: '' }), 'le nom du représentant du bénéficiaire'],
    [withCorrespondent(associationFacts, { capacity: '' }), 'la qualité du représentant du bénéficiaire'],
    [withCorrespondent(associationFacts, { address: '' }), 'l’adresse du bénéficiaire'],
    [
      withTerms(associationFacts, { authorisation: '' }),
      'l’acte qui habilite le représentant du bénéficiaire à signer',
    ],
    [withTerms(associationFacts, { endsOn: null }), 'la date de fin de la convention'],
    [withAward(associationFacts, { nature: null }), 'la nature de l’aide (fonctionnement ou investissement)'],
    [withAward(associationFacts, { payment: '' }), 'les modalités de versement'],
    [withAward(associationFacts, { lapsesOn: null }), 'la date de caducité de l’aide'],
    [withCandidature(associationFacts, { taxBasis: null }), 'l’assiette de la dépense éligible (HT ou TTC)'],
    [withDecision(associationFacts, { rateBasisPoints: null }), 'le taux de l’aide'],
    [
      withTerms(associationFacts, { iban: '', clauses: agreementClauses.map(({ id }) => id) }),
      'l’IBAN du bénéficiaire',
    ],
  ])('[AG1] each item that is missing is named', (facts, name) => {
    expect(refusalOf(agreement(facts, making))).toContain(name)
  })

  it('[AG1] is refused without award', () => {
    expect(
      refusalOf(
        agreement(withDecision(associationFacts, { opinion: 'deferred', amountCents: null }), making),
      ),
    ).toEqual(['document.not-for-this: aucune aide n’est attribuée'])
  })
})

describe('a body in a sentence', () => {
  it.each([
    ['Commune de Berric', 'la commune de Berric', 'de la commune de Berric', 'à la commune de Berric'],
    [
      'Département du Morbihan',
      'le département du Morbihan',
      'du département du Morbihan',
      'au département du Morbihan',
    ],
    [
      'Association Les Mains',
      'l’association Les Mains',
      'de l’association Les Mains',
      'à l’association Les Mains',
    ],
    ['Les Amis du lin', 'les Amis du lin', 'des Amis du lin', 'aux Amis du lin'],
    ['Auray Agglomération', 'Auray Agglomération', 'd’Auray Agglomération', 'à Auray Agglomération'],
  ])('[AO2] %s', (name, alone, after, to) => {
    expect([bodyPhrase(name), ofBody(name), toBody(name)]).toEqual([alone, after, to])
  })
})
