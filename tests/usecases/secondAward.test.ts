import { expect, it } from 'vitest'
import { openMeeting, smallCommittee, unanimous } from './smallCommittee.ts'

it('[UC25] a candidature that one session served receives nothing from another of the same call', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, callId, memberIds, candidatureIds } = committee
  const first = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId: first })
  const point = session.agenda.find(({ candidatureId }) => candidatureId === candidatureIds[0])
  await get('session.decide', { sessionId: first, proposal: { ...unanimous(point?.id ?? '', 500_000) } })
  const { sessionId: second } = await get('session.plan', {
    ...{ callId, date: '2026-04-02', place: 'Mairie de Plouvara', secondConvocation: false },
    convocation: { date: '2026-03-20', author: 'la présidente' },
  })
  const again = { id: 'again', candidatureId: candidatureIds[0], title: 'Berric', rapporteurId: null }
  await get('session.change', { sessionId: second, set: { agenda: [again] } })
  for (const memberId of memberIds)
    await get('session.attend', { sessionId: second, memberId, status: 'present' })
  const [chairId, secretaryId] = memberIds
  await get('session.open', { sessionId: second, at: '14:00', chairId, secretaryId })
  const decided = await dispatcher.call('session.decide', {
    sessionId: second,
    proposal: unanimous('again', 100_000),
  })
  expect(decided).toMatchObject({ ok: false, refusal: { code: 'decision.already-awarded' } })
  const kept = await get('session.get', { sessionId: second })
  expect(kept.session.agenda[0]?.outcome).toBeNull()
})
