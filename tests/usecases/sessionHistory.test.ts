import { expect, it } from 'vitest'
import { sessionChanges } from '#shared/usecases/history/sessionChanges.ts'
import { planned } from '../domain/session/sessionBuilders.ts'
import { openMeeting, smallCommittee, unanimous } from './smallCommittee.ts'

const nameOf = (id: string) => id.toUpperCase()

it('[UC26] an act on a session is told point by point and person by person, in words', () => {
  const session = planned()
  const [first, second] = session.agenda
  if (first === undefined || second === undefined) throw new Error('The builder gives two points.')
  const after = {
    ...session,
    place: 'Salle des fêtes',
    currentItemId: 'i1',
    agenda: [second, { ...first, rapporteurId: null, debate: 'Le calendrier est serré.', draft: '{"x":1}' }],
    attendance: {
      m01: {
        status: 'present' as const,
        inRoom: false,
        movements: [{ kind: 'leaves' as const, at: '18:20', itemId: null }],
      },
    },
    proxies: [{ giverId: 'm03', holderId: 'm02', date: '2026-03-10', signed: false }],
  }
  expect(sessionChanges(session, after, nameOf)).toEqual([
    { field: 'Lieu', before: 'Hôtel de ville', after: 'Salle des fêtes' },
    { field: 'Point en cours', before: '—', after: 'Portail familles' },
    { field: 'Rapporteur, « Portail familles »', before: 'M02', after: '—' },
    { field: 'Débat, « Portail familles »', before: '—', after: 'Le calendrier est serré.' },
    { field: 'Ordre du jour', before: '« Règlement intérieur » en 2', after: '« Règlement intérieur » en 1' },
    { field: 'M01', before: '—', after: 'présent, sorti à 18:20' },
    { field: 'Pouvoir de M03', before: '—', after: 'à M02, à signer' },
  ])
  expect(sessionChanges(session, { ...session, agenda: [first] }, nameOf)).toEqual([
    { field: 'Point retiré', before: 'Règlement intérieur', after: '—' },
  ])
  expect(sessionChanges(null, session, nameOf)).toEqual([])
})

it('[UC26] a decision on a real file is told with its vote, before and after', async () => {
  const committee = await smallCommittee()
  const sessionId = await openMeeting(committee)
  const { session } = await committee.get('session.get', { sessionId })
  const point = session.agenda[0]
  await committee.get('session.decide', { sessionId, proposal: unanimous(point?.id ?? '', 900_000) })
  const lines = await committee.get('history.of', { entity: `session/${sessionId}` })
  const last = lines.toSorted((a, b) => a.version - b.version).at(-1)
  expect(last?.changes).toHaveLength(1)
  const [change] = last?.changes ?? []
  expect(change?.field).toBe(`Décision, « ${point?.title} »`)
  expect(change?.before).toBe('—')
  expect(change?.after.replace(/\s/g, ' ')).toMatch(
    /^favorable, 9 000,00 €, main levée : \d pour, 0 contre, 0 abstention/,
  )
})
