import { describe, expect, it } from 'vitest'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { closingLeaf } from '#shared/domain/documents/follow-up/closingLeaf.ts'
import { examinedList } from '#shared/domain/documents/follow-up/examinedList.ts'
import type { FollowUpFacts } from '#shared/domain/documents/follow-up/followUpFacts.ts'
import { publicApplicant } from '#shared/domain/documents/follow-up/publicApplicant.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import type { Result } from '#shared/kernel/result.ts'
import { commissionFollowUp, councilFollowUp, making } from '../fixtures/acts.ts'
import { draftOf, refusalOf } from './actDocuments.ts'

const textOf = (made: Result<DocumentDraft>): string =>
  plainText(draftOf(made).model).replaceAll(/[\u00A0\u202F]/gu, ' ')

const session = (facts: FollowUpFacts, change: object): FollowUpFacts => ({
  ...facts,
  session: { ...facts.session, ...change } as SessionFacts,
})

describe('the closing leaf', () => {
  it('[CL1] cites R2121-9', () => {
    expect(textOf(closingLeaf(councilFollowUp, making))).toContain('R2121-9')
  })

  it('[CL1] is for a body that decides only, whatever else is missing', () => {
    const reason = ['document.not-for-this: seul un organe délibérant clôt son registre par un feuillet']
    expect(refusalOf(closingLeaf(commissionFollowUp, making))).toEqual(reason)
    expect(refusalOf(closingLeaf(session(commissionFollowUp, { members: [], date: '' }), making))).toEqual(
      reason,
    )
  })

  it('[CL1] has a place to sign for who presides and for the secretary', () => {
    const { blocks } = draftOf(closingLeaf(councilFollowUp, making)).model
    expect(blocks.filter(({ type }) => type === 'signatures')).toEqual([
      {
        type: 'signatures',
        places: [
          {
            capacity: 'Présidence de séance',
            name: 'Anne Le Goff, vice-présidente',
            mention: 'Signature manuscrite',
          },
          {
            capacity: 'Secrétariat de séance',
            name: 'Bruno Riou, conseiller communautaire',
            mention: 'Signature manuscrite',
          },
        ],
      },
    ])
  })

  it.each([
    ['number', { ...councilFollowUp, act: null }, 'le numéro de la délibération'],
    [
      'issuer',
      { ...councilFollowUp, issuer: { ...councilFollowUp.issuer, name: '' } },
      'le nom de la collectivité',
    ],
    ['members', session(councilFollowUp, { members: [] }), 'les noms des membres présents ou représentés'],
    [
      'chair',
      session(councilFollowUp, { chair: { name: '', capacity: '' } }),
      'le nom de la personne qui préside',
    ],
    [
      'secretary',
      session(councilFollowUp, { secretary: { name: '', capacity: '' } }),
      'le nom de la personne secrétaire de séance',
    ],
    ['date', session(councilFollowUp, { date: '' }), 'la date de la séance'],
    ['hour', session(councilFollowUp, { closedAt: '' }), 'l’heure de levée de la séance'],
  ] as const)('[CL1] is refused without its %s', (_, facts, name) => {
    expect(refusalOf(closingLeaf(facts, making))).toContain(name)
  })

  it('[CL1] is refused when no act was taken', () => {
    const items = councilFollowUp.session.items.slice(0, 1)
    expect(refusalOf(closingLeaf(session(councilFollowUp, { items }), making))).toEqual([
      'document.not-for-this: la séance n’a pris aucune délibération',
    ])
  })
})

describe('the list of what was examined', () => {
  it('[OR1] is due within the week of the session, for a council only', () => {
    expect(textOf(examinedList(councilFollowUp, making))).toContain('au plus tard le mardi 8 décembre 2026')
    expect(textOf(examinedList(commissionFollowUp, making))).not.toContain('au plus tard')
  })

  it.each([
    ['council', councilFollowUp],
    ['commission', commissionFollowUp],
  ])('[OR1] holds no motive, no debate, no condition, no guest: %s', (_, facts) => {
    const text = textOf(examinedList(facts, making))
    for (const { debate, hearing, outcome } of facts.session.items)
      for (const said of [
        debate.split('\n')[0],
        hearing?.guest,
        outcome?.conditions,
        outcome?.rationale.legal,
        outcome?.rationale.factual,
        outcome?.departure,
      ])
        if (said !== undefined && said !== '') expect(text).not.toContain(said)
    for (const { name } of facts.session.members)
      if (name !== facts.session.chair.name) expect(text).not.toContain(name)
  })

  it('[OR1] [MN2] a commission attributes and rejects nothing', () => {
    expect(textOf(examinedList(commissionFollowUp, making))).not.toMatch(/attribu|rejet|décid|approuv/iu)
  })

  it.each([
    ['Commune de Berric', '', 'Commune de Berric'],
    ['L’association des parents', '', 'L’association des parents'],
    ['Jean Dupont', '', ''],
    ['Mme Hélène Morvan', '', ''],
    ['Les Mains connectées', '44306184100047', 'Les Mains connectées'],
    ['Villeneuve Jean', '', ''],
  ])('[OR1] %s (%s) is named « %s »', (applicant, identifier, named) => {
    const [candidature] = councilFollowUp.session.items.flatMap((item) => item.candidature ?? [])
    if (candidature === undefined) throw new Error('no candidature')
    expect(publicApplicant({ ...candidature, applicant, identifier })).toBe(named)
  })

  it.each([
    [
      'signatory',
      {
        ...councilFollowUp,
        issuer: { ...councilFollowUp.issuer, signatory: { name: '', capacity: 'maire' } },
      },
      'le nom du signataire',
    ],
    [
      'issuer',
      { ...councilFollowUp, issuer: { ...councilFollowUp.issuer, name: '' } },
      'le nom de la collectivité',
    ],
    ['questions', session(councilFollowUp, { items: [] }), 'les questions traitées'],
  ] as const)('[OR1] is refused without its %s', (_, facts, name) => {
    expect(refusalOf(examinedList(facts, making))).toContain(name)
  })
})
