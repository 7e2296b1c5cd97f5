import { expect, it } from 'vitest'
import { openMeeting, smallCommittee, unanimous } from './smallCommittee.ts'

it('[UC9] the envelope never falls below what was given, and the refusal gives the figure', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, callId } = committee
  const sessionId = await openMeeting(committee)
  const { session } = await get('session.get', { sessionId })
  await get('session.decide', { sessionId, proposal: unanimous(session.agenda[0]?.id ?? '', 1_000_000) })
  const rules = (await get('call.list', {}))[0]?.call.rules
  if (rules === undefined) throw new Error('the committee has a call')
  const withEnvelope = (envelopeCents: number) =>
    dispatcher.call('call.change', { callId, set: { rules: { ...rules, envelopeCents } } } as never)
  expect(await withEnvelope(999_999)).toEqual({
    ok: false,
    refusal: {
      code: 'call.rules-invalid',
      details: { problems: ['envelope-below-awards:10\u202f000,00\u00a0€'] },
    },
  })
  expect(await withEnvelope(1_000_000)).toMatchObject({ ok: true })
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})
