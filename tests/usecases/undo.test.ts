import { expect, it } from 'vitest'
import { openMeeting, smallCommittee, unanimous } from './smallCommittee.ts'

it('[UC7] undo then redo of each kind of edit gives the state back to the byte', async () => {
  const committee = await smallCommittee()
  const { get, callId, memberIds, candidatureIds } = committee
  const [candidatureId] = candidatureIds
  const sheet = { candidatureId, evaluatorId: memberIds[0] }
  const { dossier } = await get('candidature.get', { candidatureId })
  const { grid } = await get('sheet.get', sheet)
  const criterionCode = grid.sections[0]?.criteria[0]?.code ?? ''
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const itemId = session.agenda[0]?.id ?? ''
  const edits: readonly (() => Promise<unknown>)[] = [
    () => get('dossier.change', { dossierId: dossier.id, set: { title: 'Autre intitulé' } }),
    () => get('candidature.change', { candidatureId, set: { requestedCents: 42 } }),
    () => get('call.change', { callId, set: { name: 'Autre appel' } }),
    () => get('member.change', { memberId: memberIds[2], set: { capacity: 'adjointe' } }),
    () =>
      get('sheet.mark', { ...sheet, criterionCode, mark: { kind: 'value', hundredths: 300, comment: '' } }),
    () => get('recusal.declare', { candidatureId, memberId: memberIds[1], reason: '', legalBasis: '' }),
    () =>
      get('session.move', { sessionId, memberId: memberIds[2], kind: 'leaves', at: '14:20', itemId: null }),
    () => get('session.write-debate', { sessionId, itemId, text: 'Dit en séance' }),
  ]
  const snapshot = async () =>
    JSON.stringify([
      await get('candidature.get', { candidatureId }),
      await get('call.list', {}),
      await get('member.list', {}),
      await get('sheet.progress', { callId, evaluatorId: memberIds[0] }),
      await get('session.get', { sessionId }),
    ])
  for (const edit of edits) {
    const before = await snapshot()
    await edit()
    const after = await snapshot()
    expect(after).not.toBe(before)
    await get('act.undo', {})
    expect(await snapshot()).toBe(before)
    await get('act.redo', {})
    expect(await snapshot()).toBe(after)
  }
})

it('[UC7] what would be undone names the criterion as the grid shows it, never its code', async () => {
  const { get, memberIds, candidatureIds } = await smallCommittee()
  const mark = { kind: 'value', hundredths: 400, comment: '' } as const
  const key = { candidatureId: candidatureIds[0], evaluatorId: memberIds[0] }
  await get('sheet.mark', { ...key, criterionCode: 'PERT', mark })
  const { candidature } = await get('candidature.get', { candidatureId: candidatureIds[0] })
  expect((await get('app.state', {})).undo).toBe(
    `Note « Pertinence et besoin des usagers » de la candidature n° ${candidature.number}`,
  )
})

it('[UC1] a refused act leaves no operation and no undo step', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  const entity = `session/${sessionId}`
  const before = [await get('history.of', { entity }), await get('app.state', {})]
  const proposal = { ...unanimous(session.agenda[0]?.id ?? '', 1_000), vote: null }
  expect(await refusalOf('session.decide', { sessionId, proposal })).toBe('session.vote-missing')
  expect(await refusalOf('session.close', { sessionId, at: '15:00' })).toBe('session.not-closable')
  expect([await get('history.of', { entity }), await get('app.state', {})]).toEqual(before)
})
