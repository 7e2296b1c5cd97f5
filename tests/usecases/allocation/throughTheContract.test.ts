import { expect, test } from 'vitest'
import { fileUniformSheet, smallCommittee } from '../smallCommittee.ts'

test('[UC21] [UC23] from the contract to the file: the optimum, a scenario of it, its adoption', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, callId, memberIds, candidatureIds } = committee
  const [berric, molac, elven] = candidatureIds
  const marks = [
    [berric, 5],
    [elven, 4],
    [molac, 3],
  ] as const
  for (const [candidatureId, points] of marks)
    await fileUniformSheet(committee, { candidatureId, evaluatorId: memberIds[0] }, points)
  const report = await get('allocation.optimum', { callId })
  expect([report.byRank, report.optimum]).toEqual([
    { funded: 2, amountCents: 4_000_000, score: '180.00' },
    { funded: 2, amountCents: 4_000_000, score: '180.00' },
  ])
  const from = { origin: 'best-total' as const }
  const { scenarioId } = await get('scenario.open', { callId, name: 'Meilleur total', from })
  const change = { scenarioId, candidatureId: molac, funding: null, reason: '' }
  const amount = { by: 'amount' as const, amountCents: 1 }
  expect(await refusalOf('scenario.set-amount', { ...change, amount })).toBe('envelope.exceeded')
  await get('scenario.adopt', { scenarioId, sessionId: null })
  const { scenarios } = await get('scenario.list', { callId })
  expect(scenarios.map(({ name, status, departures }) => [name, status, departures])).toEqual([
    ['Meilleur total', 'adopted', []],
  ])
  expect(await get('file.doctor', {})).toEqual({ sound: true, verdict: 'conforme' })
})

test('[UC22] [UC23] reading scenarios is no act: no window is told to read again', async () => {
  const { get, dispatcher, callId } = await smallCommittee()
  const opened = []
  for (const name of ['A', 'B'])
    opened.push(await get('scenario.open', { callId, name, from: { origin: 'ranking' } }))
  const heard: unknown[] = []
  const stop = dispatcher.subscribe((event) => heard.push(event))
  const [leftId, rightId] = opened.map(({ scenarioId }) => scenarioId)
  await get('scenario.list', { callId })
  await get('scenario.compare', { leftId: leftId ?? '', rightId: rightId ?? '' })
  await get('allocation.optimum', { callId })
  stop()
  expect(heard).toEqual([])
})
