import type { InputOf } from '#shared/contract/contract.ts'
import { decisionAct, issuer } from '#tests/support/communeOfPlouvara.ts'
import {
  explainAll,
  fileUniformSheet,
  openMeeting,
  type SmallCommittee,
  smallCommittee,
  unanimous,
} from '../smallCommittee.ts'

export interface DocumentedSession extends SmallCommittee {
  readonly sessionId: string
}

export { decisionAct as act, issuer }

/** All that a letter, an order or an agreement asks of the service. */
export const instruction = (applicant: string): InputOf<'instruction.change'>['set'] => ({
  receivedOn: '2026-02-02',
  strengths: 'Projet mûr.',
  weaknesses: 'Calendrier serré.',
  analysis: 'Le service propose de soutenir le projet.',
  proposal: { opinion: 'favourable', amountCents: 1_000_000 },
  correspondent: {
    civility: 'Madame',
    name: 'Hélène Morvan',
    capacity: 'maire',
    address: `Mairie de ${applicant}\n56230 ${applicant}`,
    email: '',
    place: 'metropole',
    isNaturalPerson: false,
  },
  award: {
    nature: 'investment',
    payment: 'en une fois à la notification',
    piecesToReturn: ['un RIB'],
    lapsesOn: '2028-04-02',
    obligations: ['publier le plan de financement'],
    budgetLine: 'chapitre 204',
    reduction: { legal: '', factual: '' },
  },
})

/**
 * A session of three closed at 16:00: Berric served in full (10 000 €), Molac in part (15 000 € of 20 000 €), Elven refused.
 * Nothing of the letterhead, the instruction or the act is written yet.
 */
export async function closedSession(
  debate = 'Le comité a entendu le rapporteur.',
): Promise<DocumentedSession> {
  const committee = await smallCommittee()
  const { get, memberIds, candidatureIds } = committee
  for (const [index, candidatureId] of candidatureIds.entries())
    await fileUniformSheet(committee, { candidatureId, evaluatorId: memberIds[0] }, 5 - index)
  for (const [index, candidatureId] of candidatureIds.entries()) {
    const { candidature } = await get('candidature.get', { candidatureId })
    await get('dossier.change', {
      dossierId: candidature.dossierId,
      set: {
        applicant: {
          name: `Commune de ${['Berric', 'Molac', 'Elven'][index]}`,
          kind: 'commune',
          territoryCode: null,
          siren: null,
          siret: null,
          population: 1_500 + index,
          department: { code: '56', name: 'Morbihan' },
        },
      },
    })
    await get('candidature.change', {
      candidatureId,
      set: { eligibleBaseCents: 5_000_000, taxBasis: 'HT' },
    })
  }
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const [first, second, third] = session.agenda.map(({ id }) => id) as [string, string, string]
  await get('session.decide', { sessionId, proposal: unanimous(first, 1_000_000) })
  await get('session.decide', {
    sessionId,
    proposal: {
      ...unanimous(second, 1_500_000),
      rationale: { legal: 'Article 3 du règlement', factual: 'Le devis est surévalué.' },
      departure: 'Le devis est surévalué.',
    },
  })
  await get('session.decide', {
    sessionId,
    proposal: {
      ...unanimous(third, 0),
      opinion: 'unfavourable',
      amountCents: null,
      rationale: { legal: 'Article 4 du règlement', factual: 'Le projet est déjà engagé.' },
      departure: 'Le projet est déjà engagé.',
    },
  })
  await get('session.write-debate', { sessionId, itemId: first, text: debate })
  await explainAll(committee, sessionId)
  await get('session.close', { sessionId, at: '16:00' })
  return { ...committee, sessionId }
}

/** The same, with all that every document asks for. */
export async function documentedSession(debate?: string): Promise<DocumentedSession> {
  const committee = await closedSession(debate)
  const { get, sessionId, candidatureIds } = committee
  await get('issuer.change', { set: issuer })
  for (const [index, candidatureId] of candidatureIds.entries())
    await get('instruction.change', {
      candidatureId,
      set: instruction(['Berric', 'Molac', 'Elven'][index] ?? ''),
    })
  await get('session.record-act', { sessionId, act: decisionAct })
  return committee
}
