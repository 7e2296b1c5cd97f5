import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  explainAll,
  fileUniformSheet,
  openMeeting,
  passphrase,
  type SmallCommittee,
  smallCommittee,
  unanimous,
} from './smallCommittee.ts'

const closedMeeting = async (committee: SmallCommittee): Promise<string> => {
  const { get, dispatcher, memberIds, candidatureIds } = committee
  for (const [index, candidatureId] of candidatureIds.entries()) {
    await fileUniformSheet(committee, { candidatureId, evaluatorId: memberIds[0] }, 5 - index)
  }
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const [first, second, third] = session.agenda.map(({ id }) => id) as [string, string, string]
  await get('session.decide', { sessionId, proposal: unanimous(first, 1_000_000) })
  await get('session.decide', { sessionId, proposal: unanimous(second, 2_000_000) })
  await get('session.decide', { sessionId, proposal: unanimous(third, 1_000_000) })
  const close = () => dispatcher.call('session.close', { sessionId, at: '16:00' })
  await explainAll(committee, sessionId)
  expect((await get('session.get', { sessionId })).closingBlockers).toEqual([
    'Le procès-verbal n’est pas complet : il manque la teneur des discussions.',
  ])
  expect(await close()).toMatchObject({ refusal: { code: 'document.missing-items' } })
  await get('session.write-debate', { sessionId, itemId: first, text: 'Le comité a entendu le rapporteur.' })
  expect((await get('session.get', { sessionId })).closingBlockers).toEqual([])
  expect(await close()).toMatchObject({ ok: true, value: { number: 'PV-2026-001' } })
  return sessionId
}

it('[UC9] no decision exceeds what the envelope still holds, and the refusal gives the figures', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const [first, second] = session.agenda.map(({ id }) => id) as [string, string]
  await get('session.decide', {
    sessionId,
    proposal: { ...unanimous(first, 3_500_000), departure: 'Le comité finance tout le projet.' },
  })
  expect(
    await dispatcher.call('session.decide', { sessionId, proposal: unanimous(second, 500_001) }),
  ).toEqual({
    ok: false,
    refusal: {
      code: 'envelope.exceeded',
      details: { amountCents: 500_001, remainingCents: 500_000, excessCents: 1 },
    },
  })
  await get('session.decide', { sessionId, proposal: unanimous(second, 500_000) })
  expect((await get('session.get', { sessionId })).envelope.remainingCents).toBe(0)
})

it('[UC4] after the closing nothing of the session nor of its candidatures changes', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, candidatureIds, memberIds } = committee
  const sessionId = await closedMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const itemId = session.agenda[0]?.id ?? ''
  const [candidatureId] = candidatureIds
  const attempts = [
    await refusalOf('session.close', { sessionId, at: '17:00' }),
    await refusalOf('session.change', { sessionId, set: { place: 'Ailleurs' } }),
    await refusalOf('session.withdraw-outcome', { sessionId, itemId }),
    await refusalOf('session.write-debate', { sessionId, itemId, text: 'Après coup' }),
    await refusalOf('candidature.change', { candidatureId, set: { requestedCents: 1 } }),
    await refusalOf('recusal.declare', { candidatureId, memberId: memberIds[2], reason: '', legalBasis: '' }),
    await refusalOf('sheet.reopen', { candidatureId, evaluatorId: memberIds[0], reason: 'Après coup' }),
  ]
  expect(attempts).toEqual(attempts.map(() => 'session.closed'))
  expect(await get('session.get', { sessionId })).toMatchObject({ session })
  expect(await refusalOf('act.undo', {})).toBe('undo.nothing')
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

it('[UC10] a closed session gives the same bytes, twice and after a reopening', async () => {
  const committee = await smallCommittee()
  const { get, path } = committee
  const sessionId = await closedMeeting(committee)
  const requests = [
    { sessionId, document: 'minutes', format: 'pdf' },
    { sessionId, document: 'minutes', format: 'docx' },
    { sessionId, document: 'decision-record', format: 'pdf' },
    { sessionId, document: 'ranking', format: 'csv' },
  ] as const
  const make = async () => Promise.all(requests.map((request) => get('document.preview', request)))
  const first = await make()
  await get('file.close', {})
  await get('file.open', { path, secret: { kind: 'passphrase', text: passphrase }, remember: false })
  expect(await make()).toEqual(first)
})

it('[UC12] tells what conforms, what was changed and what is unknown', async () => {
  const committee = await smallCommittee()
  const { get, folder } = committee
  const sessionId = await closedMeeting(committee)
  const pdf = join(folder, 'pv.pdf')
  await get('document.export', { sessionId, document: 'minutes', format: 'pdf', path: pdf })
  expect(await get('document.verify', { path: pdf })).toMatchObject({ verdict: 'conforme', sessionId })
  const tampered = join(folder, 'retouche.pdf')
  writeFileSync(tampered, Buffer.concat([readFileSync(pdf), Buffer.from('\n% ajout\n')]))
  expect(await get('document.verify', { path: tampered })).toMatchObject({ verdict: 'modifié', sessionId })
  const foreign = join(folder, 'autre.txt')
  writeFileSync(foreign, 'Bonjour')
  expect(await get('document.verify', { path: foreign })).toMatchObject({
    verdict: 'inconnu',
    sessionId: null,
  })
})

it('[UC11] a refusal that concerns people names them', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, memberIds } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const move = {
    sessionId,
    memberId: memberIds[2],
    kind: 'arrives' as const,
    at: '14:10',
    itemId: session.agenda[0]?.id ?? null,
  }
  expect(await dispatcher.call('session.move', move)).toMatchObject({
    refusal: { code: 'session.member-in-room', details: { member: 'Chloé Exemple' } },
  })
})

it('[SE6] what is being keyed on an item survives a crash of the room, and enters no document', async () => {
  const committee = await smallCommittee()
  const { get, path } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const itemId = session.agenda[0]?.id ?? ''
  const draft = JSON.stringify({ conditions: 'Sous réserve du devis définitif' })
  await get('session.keep-draft', { sessionId, itemId, draft })
  await get('file.close', {})
  await get('file.open', { path, secret: { kind: 'passphrase', text: passphrase }, remember: false })
  const reopened = await get('session.get', { sessionId })
  expect(reopened.session.agenda[0]).toMatchObject({ draft, outcome: null })
})

it('[UC15] after a session without quorum, a second convocation takes over its points and is held', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, callId, memberIds } = committee
  const [chairId, secretaryId] = memberIds
  const plan = {
    callId,
    place: 'Mairie de Plouvara',
    convocation: { date: '2026-03-01', author: 'la présidente' },
  }
  const first = await get('session.plan', { ...plan, date: '2026-03-12', secondConvocation: false })
  const { sessionId: firstId } = first
  await get('session.attend', { sessionId: firstId, memberId: chairId, status: 'present' })
  const opening = { at: '14:00', chairId, secretaryId: chairId }
  expect(await refusalOf('session.open', { sessionId: firstId, ...opening })).toBe('session.no-quorum')
  const second = await get('session.plan', { ...plan, date: '2026-03-20', secondConvocation: true })
  const { sessionId } = second
  for (const memberId of [chairId, secretaryId])
    await get('session.attend', { sessionId, memberId, status: 'present' })
  await get('session.open', { sessionId, at: '14:00', chairId, secretaryId })
  const { session } = await get('session.get', { sessionId })
  expect(session.agenda).toHaveLength(3)
  expect((await get('session.get', { sessionId: firstId })).session.agenda).toEqual([])
  for (const { id } of session.agenda)
    await get('session.decide', {
      sessionId,
      proposal: {
        itemId: id,
        opinion: 'deferred',
        amountCents: null,
        conditions: '',
        rationale: { legal: '', factual: 'Pièces attendues' },
        vote: null,
        at: '14:30',
      },
    })
  await get('session.change', { sessionId, set: { discussion: 'Le règlement est rappelé.' } })
  expect(await refusalOf('session.close', { sessionId, at: '15:00' })).toBe('ok')
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

it('[UC15] a convocation later than the session is refused', async () => {
  const { refusalOf, callId } = await smallCommittee()
  const late = {
    callId,
    date: '2026-03-12',
    place: '',
    convocation: { date: '2026-03-13', author: 'la présidente' },
    secondConvocation: false,
  }
  expect(await refusalOf('session.plan', late)).toBe('input.invalid')
})
