import type { InputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Seat } from './seat.ts'
import type { Town } from './town.ts'

/** Everything that the screens of one laptop show of the committee: by question, the answer or the code of its refusal. */
export async function readings(town: Town, who: Seat): Promise<ReadonlyMap<string, string>> {
  const shown = new Map<string, string>()
  const { callId, sessionId } = town
  const read = async (procedure: ProcedureName, input: InputOf<ProcedureName>): Promise<void> => {
    const answer = await who.laptop().dispatcher.call(procedure, input)
    shown.set(
      `${procedure} ${JSON.stringify(input)}`,
      answer.ok ? JSON.stringify(answer.value) : answer.refusal.code,
    )
  }
  await read('committee.get', {})
  await read('member.list', {})
  await read('call.list', {})
  await read('grid.list', {})
  await read('session.list', {})
  await read('session.get', { sessionId })
  await read('session.discussion-order', { sessionId })
  await read('candidature.list', {
    ...{ callId, search: '', filters: {}, descending: false, offset: 0, limit: 500 },
    sort: 'number' as const,
  })
  await read('ranking.get', { callId })
  await read('ranking.watch', { callId })
  await read('issuer.get', {})
  for (const candidatureId of town.candidatureIds) {
    await read('candidature.get', { candidatureId })
    const evaluators = who.memberId === null || who.role === 'chair' ? town.memberIds : [who.memberId]
    for (const evaluatorId of evaluators) await read('sheet.get', { candidatureId, evaluatorId })
  }
  for (const evaluatorId of who.memberId === null ? town.memberIds : [who.memberId])
    await read('sheet.progress', { callId, evaluatorId })
  return shown
}
