import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { letter } from '#shared/domain/documents/dossier/letter.ts'
import { letterKindOf } from '#shared/domain/documents/dossier/letterKindOf.ts'
import { letterTemplates } from '#shared/domain/documents/dossier/letterTemplates.ts'
import { type DocumentModel, type LetterKind, letterKinds } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { cents } from '#shared/kernel/cents.ts'
import { readFonts } from '../fixtures/fonts.ts'
import { factsFor, making } from './letterFacts.ts'

const modelOf = (kind: LetterKind, facts: DossierFacts = factsFor(kind)): DocumentModel => {
  const made = letter(kind, facts, making)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value.model
}
const textOf = (kind: LetterKind, facts?: DossierFacts): string => plainText(modelOf(kind, facts))
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')
const visible = (text: string): string => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '^')
const refusalOf = (kind: LetterKind, facts: DossierFacts) => {
  const made = letter(kind, facts, making)
  return made.ok ? null : made.refusal
}
const withDecision = (
  facts: DossierFacts,
  change: Partial<NonNullable<DossierFacts['decision']>>,
): DossierFacts => ({ ...facts, decision: facts.decision && { ...facts.decision, ...change } })

describe.each(letterKinds)('%s', (kind) => {
  it('[LE4] says, word for word', () => {
    const golden = readFileSync(new URL(`golden/${kind}.txt`, import.meta.url), 'utf8').trimEnd()
    expect(visible(textOf(kind))).toBe(golden)
  })

  it('[LE2] bears its number, its template, its author and the date of its making', () => {
    const { kind: own, factsDigest, frozenAt, author, template, number, runningHead } = modelOf(kind)
    expect([own, factsDigest, frozenAt, author, template]).toEqual([
      kind,
      making.digest,
      making.madeAt,
      'Communauté de communes de l’Oust',
      letterTemplates[kind].id,
    ])
    expect(number).toMatch(/^Lettre 2026-0012 · \p{L}/u)
    expect(runningHead).toContain('dossier n°\u00A012')
  })

  it('[DC1] same facts, same letter', () => {
    expect(modelOf(kind)).toEqual(modelOf(kind, structuredClone(factsFor(kind))))
  })

  it('[LE4] leaves no field unfilled and no double space', () => {
    expect(textOf(kind)).not.toMatch(/[{}]| {2}/u)
  })

  it('[DC2] PDF and Word carry its text', async () => {
    const model = modelOf(kind)
    const expected = withoutSpaces(plainText(model))
    const pdf = await readDocument(await renderPdf(model, readFonts()))
    const word = await readDocument(await renderDocx(model))
    expect([withoutSpaces(pdf?.text ?? ''), withoutSpaces(word?.text ?? '')]).toEqual([expected, expected])
  })

  it('[MN2] an advisory commission never decides in it', () => {
    expect(textOf(kind)).not.toMatch(/commission[^.]*(?:décid|attribu|adopt|rejet)/iu)
  })
})

describe('the letter that follows from a decision', () => {
  const held = { opinion: 'favourable', amountCents: cents(100), waitingList: false } as const
  it.each([
    [null, null],
    [{ ...held, opinion: 'deferred' }, null],
    [{ ...held, opinion: 'inadmissible' }, 'letter-inadmissible'],
    [{ ...held, opinion: 'unfavourable', amountCents: null }, 'letter-refusal'],
    [held, 'letter-award'],
    [{ ...held, opinion: 'reserved' }, 'letter-award'],
    [{ ...held, amountCents: cents(99) }, 'letter-partial-award'],
    [{ ...held, amountCents: null, waitingList: true }, 'letter-waiting-list'],
    [{ ...held, amountCents: cents(0), waitingList: true }, 'letter-waiting-list'],
    [{ ...held, amountCents: cents(99), waitingList: true }, 'letter-partial-award'],
    [{ ...held, amountCents: cents(0) }, 'letter-refusal'],
  ] as const)('[LE8] %o: %s', (decision, kind) => {
    expect(letterKindOf(decision, cents(100))).toBe(kind)
  })

  it('[LE8] an amount that nobody asked in figures is an award', () => {
    expect(letterKindOf(held, null)).toBe('letter-award')
  })

  it.each(letterKinds.filter((kind) => kind !== 'letter-acknowledgement' && kind !== 'letter-incomplete'))(
    '[LE8] %s has no place for a candidature in any other case',
    (kind) => {
      const others = letterKinds.filter((other) => factsFor(other).decision !== null && other !== kind)
      for (const other of others)
        expect([other, refusalOf(kind, factsFor(other))?.code]).toEqual([other, 'document.not-for-this'])
      expect(refusalOf(kind, factsFor('letter-acknowledgement'))?.details).toEqual({
        reason: 'aucune séance close n’a statué sur cette candidature',
      })
    },
  )

  it('[LE8] an adjourned candidature is notified of nothing', () => {
    const facts = withDecision(factsFor('letter-refusal'), { opinion: 'deferred' })
    expect(refusalOf('letter-refusal', facts)?.details).toEqual({ reason: 'la candidature est ajournée' })
  })
})

describe('what a letter may say besides', () => {
  it('[LE4] what the service found inadmissible before any session is decided by the letter itself', () => {
    const facts = factsFor('letter-acknowledgement')
    const text = plain(
      textOf('letter-inadmissible', {
        ...facts,
        instruction: {
          ...facts.instruction,
          inadmissibility: {
            legal: 'règlement, article 2',
            factual: 'le demandeur siège hors du territoire',
          },
        },
      }),
    )
    expect(text).toContain('est irrecevable. Elle ne peut donc pas être examinée.')
    expect(text).not.toContain('Pièces jointes')
  })

  it('[LE4] an operating lump sum has no eligible base', () => {
    const facts = factsFor('letter-award')
    const text = plain(
      textOf('letter-award', {
        ...withDecision(facts, { rateBasisPoints: null }),
        candidature: { ...facts.candidature, eligibleBaseCents: null, taxBasis: null },
        instruction: { ...facts.instruction, award: { ...facts.instruction.award, nature: 'operating' } },
      }),
    )
    expect(text).toContain(
      'une subvention de fonctionnement de 28 000,00 € (vingt-huit mille euros), pour le',
    )
  })

  it('[LE4] an acknowledgement lists what is missing and until when silence is suspended', () => {
    const facts = factsFor('letter-incomplete')
    const text = plain(textOf('letter-acknowledgement', facts))
    expect(text).toContain('au plus tard le 1er mars 2026 :\nle devis du véhicule\nla délibération')
    expect(text).toContain(
      'En l’absence de réponse au 12 avril 2026, votre demande sera considérée comme rejetée (article L231-4 du code des relations entre le public et l’administration) ; cette date sera avancée',
    )
  })

  it.each(['letter-acknowledgement', 'letter-incomplete'] as const)(
    '[LE11] %s joins no act and is the same whatever was decided since',
    (kind) => {
      const before = factsFor(kind)
      const { act, decision } = factsFor('letter-refusal')
      const made = letter(kind, { ...before, act, decision }, making)
      expect(made).toEqual(letter(kind, before, making))
      expect(made.ok && made.value.fields['annexes_ligne']).toBe('')
    },
  )

  it.each(['letter-acknowledgement', 'letter-incomplete'] as const)(
    '[LE11] %s promises no answer before a day that is gone',
    (kind) => {
      const facts = factsFor('letter-incomplete')
      const on = (madeOn: string) => refusalOf(kind, { ...facts, madeOn })
      expect(on('2026-03-01')).toBeNull()
      expect(on('2026-03-02')).toEqual({
        code: 'document.missing-items',
        details: { items: ['une date limite de réception des pièces qui ne soit pas passée'] },
      })
      expect(on('2026-04-13')).toEqual({
        code: 'document.not-for-this',
        details: {
          reason: 'le silence de l’administration vaut rejet de la demande depuis le 12\u00A0avril 2026',
        },
      })
    },
  )

  it('[LE11] silence refuses nothing to a public body: its receipt may be late', () => {
    const facts = factsFor('letter-acknowledgement')
    const late = {
      ...facts,
      madeOn: '2026-12-01',
      candidature: { ...facts.candidature, applicantKind: 'departement' as const },
    }
    expect(refusalOf('letter-acknowledgement', late)).toBeNull()
  })

  it('[LE11] a request of pieces says on which day they were asked', () => {
    expect(plain(textOf('letter-incomplete'))).toContain('demandées le 1er février 2026')
  })

  it.each(['commune', 'epci', 'departement', 'region', 'ccas'] as const)(
    '[LE4] neither silence nor its appeals are told to a body of kind %s',
    (applicantKind) => {
      for (const kind of ['letter-acknowledgement', 'letter-incomplete'] as const) {
        const facts = factsFor(kind)
        const text = textOf(kind, {
          ...facts,
          candidature: { ...facts.candidature, applicantKind, population: 800 },
        })
        expect(text).not.toMatch(/silence|rejet|recours|tribunal/iu)
      }
    },
  )

  it('[LE4] A21: the ground of a council’s award is that of the date of its act', () => {
    const facts = factsFor('letter-award')
    const on = (date: string) =>
      textOf('letter-award', { ...facts, act: facts.act && { ...facts.act, date } })
    expect([on('2025-12-31').includes('article L2311-7'), on('2025-12-31').includes('L1612-25')]).toEqual([
      true,
      false,
    ])
    expect([on('2026-02-01').includes('article L1612-25'), on('2026-02-01').includes('L2311-7')]).toEqual([
      true,
      false,
    ])
  })

  it('[LE4] an order cites no text on resolutions', () => {
    const facts = factsFor('letter-award')
    const text = plain(
      textOf('letter-award', {
        ...facts,
        act: facts.act && { ...facts.act, nature: 'arrete', authority: 'le préfet du Morbihan' },
      }),
    )
    expect(text).toContain(
      'Par arrêté n° 2026-112 du 15 décembre 2026, dont copie est jointe, le préfet du Morbihan a décidé d’attribuer à l’Association',
    )
  })

  it('[LE7] money that ran out is completed by the score, the rank and the score of the last one served', () => {
    const facts = withDecision(factsFor('letter-refusal'), {
      rationale: { legal: 'règlement, article 9', factual: 'les crédits disponibles sont insuffisants' },
    })
    expect(plain(textOf('letter-refusal', facts))).toContain(
      'Votre dossier a obtenu la note de 61,00 sur 100 et se place au 4e rang du classement ; le dernier dossier servi a obtenu 74,00.',
    )
    expect(
      refusalOf('letter-refusal', withDecision(facts, { score: null, rank: null, cutScore: null })),
    ).toEqual({
      code: 'document.missing-items',
      details: { items: ['la note du dossier', 'le rang du dossier', 'la note du dernier dossier servi'] },
    })
  })

  it.each(['crédits épuisés', 'l’enveloppe est consommée', 'Insuffisance de crédits', 'manque de moyens'])(
    '[LE7] « %s » pleads lack of money',
    (factual) => {
      const facts = withDecision(factsFor('letter-refusal'), {
        rationale: { legal: 'règlement, article 9', factual },
        rank: null,
      })
      expect(refusalOf('letter-refusal', facts)?.details).toEqual({ items: ['le rang du dossier'] })
    },
  )

  it('[LE9] a waiting list ends with the budget year, later with the end that was keyed', () => {
    const facts = { ...factsFor('letter-waiting-list'), madeOn: '2027-01-10' }
    expect(plain(textOf('letter-waiting-list', facts))).toContain('jusqu’au 31 décembre 2028')
    expect(
      refusalOf('letter-waiting-list', {
        ...facts,
        instruction: { ...facts.instruction, award: { ...facts.instruction.award, lapsesOn: null } },
      })?.details,
    ).toEqual({ items: ['la date de fin de la liste complémentaire'] })
  })

  it('[LE9] without an act, a waiting list tells the session and no decision', () => {
    const text = plain(textOf('letter-waiting-list', { ...factsFor('letter-waiting-list'), act: null }))
    expect(text).toContain('À l’issue de la séance du 1er décembre 2026')
    expect(text).not.toMatch(/a arrêté|a décidé|Pièces jointes/u)
  })
})
