import { expect, test } from 'vitest'
import { highsSolver } from '#main/adapters/solver/highsSolver.ts'
import { cents } from '#shared/kernel/cents.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { compare } from '#shared/usecases/allocation/compare.ts'
import { listScenarios } from '#shared/usecases/allocation/listScenarios.ts'
import { optimise } from '#shared/usecases/allocation/optimise.ts'
import {
  adoptScenario,
  duplicateScenario,
  openScenario,
  renameScenario,
  type ScenarioSource,
  setAmount,
  setScenarioAside,
} from '#shared/usecases/allocation/scenarioActs.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { envelopeOf, euros, line, territory } from '#tests/domain/envelope/moneyBuilders.ts'
import { codeOf, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { decidedSession } from './decidedSession.ts'
import { fundedCall } from './fundedCall.ts'

const solver = highsSolver()
const callId = 'call-1'

const made = async (context: UseCaseContext, name: string, from: ScenarioSource): Promise<string> =>
  valueOf(await openScenario(context, solver, { callId, name, from })).scenarioId

const amounts = (context: UseCaseContext, scenarioId: string) => {
  const { scenarios } = valueOf(listScenarios(context.file, { callId }))
  const found = scenarios.find(({ id }) => id === scenarioId)
  return Object.fromEntries(
    found?.lines.map(({ candidatureId, amountCents }) => [candidatureId, amountCents / 100]) ?? [],
  )
}

const give = (scenarioId: string, candidatureId: string, amount: number, reason = '') => ({
  scenarioId,
  candidatureId,
  amount: { by: 'amount' as const, amountCents: euros(amount) },
  funding: null,
  reason,
})

test('[UC21] the best total beside the ranking, and nothing is written', async () => {
  const context = await fundedCall()
  const before = context.file.counts()
  const report = valueOf(await optimise(context.file, solver, { callId }))
  expect(report.byRank).toEqual({ funded: 2, amountCents: euros(90), score: '180.00' })
  expect(report.optimum).toEqual({ funded: 3, amountCents: euros(100), score: '220.00' })
  expect(report.rows.map(({ number, leftCents, rightCents }) => [number, leftCents, rightCents])).toEqual([
    [1, euros(60), euros(0)],
    [3, euros(0), euros(40)],
    [4, euros(0), euros(30)],
  ])
  expect(report.sentences).toHaveLength(6)
  expect(context.file.counts()).toEqual(before)
})

test('[UC21] without an envelope there is nothing to optimise', async () => {
  const context = await fundedCall({ envelopeCents: null })
  expect(await optimise(context.file, solver, { callId })).toEqual(refuse('allocation.no-envelope'))
})

test('[UC22] from the ranking, the best total, another or nothing, each with a name of its own', async () => {
  const context = await fundedCall()
  const byRank = await made(context, 'Rang', { origin: 'ranking' })
  const best = await made(context, 'Meilleur total', { origin: 'best-total' })
  const blank = await made(context, 'Vide', { origin: 'blank' })
  const copy = valueOf(await duplicateScenario(context, solver, { scenarioId: byRank, name: 'Rang bis' }))
  expect(amounts(context, byRank)).toEqual({ c1: 60, c2: 30 })
  expect(amounts(context, best)).toEqual({ c2: 30, c3: 40, c4: 30 })
  expect(amounts(context, blank)).toEqual({})
  expect(amounts(context, copy.scenarioId)).toEqual({ c1: 60, c2: 30 })
  expect(codeOf(renameScenario(context, { scenarioId: blank, name: ' Rang ' }))).toBe('input.invalid')
  expect(renameScenario(context, { scenarioId: blank, name: ' Prudent ' })).toEqual(ok(null))
  const { scenarios } = valueOf(listScenarios(context.file, { callId }))
  expect(scenarios.map(({ name, origin, status }) => [name, origin, status])).toEqual([
    ['Rang', 'ranking', 'draft'],
    ['Meilleur total', 'best-total', 'draft'],
    ['Prudent', 'blank', 'draft'],
    ['Rang bis', 'copy', 'draft'],
  ])
})

test('[UC22] amounts by amount or by rate, never above the money, one act each to take back', async () => {
  const context = await fundedCall()
  const scenarioId = await made(context, 'Rang', { origin: 'ranking' })
  expect(setAmount(context, give(scenarioId, 'c4', 11))).toEqual(
    refuse('envelope.exceeded', { amountCents: euros(11), remainingCents: euros(10), excessCents: euros(1) }),
  )
  const byRate = { by: 'rate' as const, rateBasisPoints: 1_000 }
  expect(setAmount(context, { ...give(scenarioId, 'c4', 0), amount: byRate })).toEqual(ok(null))
  expect(amounts(context, scenarioId)).toEqual({ c1: 60, c2: 30, c4: 10 })
  valueOf(context.file.undo(context.actor))
  expect(amounts(context, scenarioId)).toEqual({ c1: 60, c2: 30 })
})

test('[EN19] two scenarios side by side', async () => {
  const context = await fundedCall()
  const leftId = await made(context, 'Rang', { origin: 'ranking' })
  const rightId = valueOf(
    await duplicateScenario(context, solver, { scenarioId: leftId, name: 'Autre' }),
  ).scenarioId
  valueOf(setAmount(context, give(rightId, 'c2', 40)))
  const { left, right, rows } = valueOf(compare(context.file, { leftId, rightId }))
  expect([left.totals.amountCents, right.totals.amountCents]).toEqual([euros(90), euros(100)])
  expect(rows).toEqual([
    {
      candidatureId: 'c2',
      number: 2,
      applicant: 'Commune 2',
      title: 'Projet 2',
      rank: 2,
      leftCents: euros(30),
      rightCents: euros(40),
    },
  ])
})

test('[UC23] adopted with reasons, one at a time, and set aside with a reason', async () => {
  const context = await fundedCall()
  const best = await made(context, 'Meilleur total', { origin: 'best-total' })
  const adopt = (scenarioId: string) => adoptScenario(context, { scenarioId, sessionId: null })
  expect(adopt(best)).toEqual(
    refuse('scenario.reason-missing', { candidatureIds: ['c1', 'c3', 'c4'], numbers: ['1', '3', '4'] }),
  )
  valueOf(setAmount(context, give(best, 'c1', 0, 'trop coûteuse')))
  valueOf(setAmount(context, give(best, 'c3', 40, 'meilleur total')))
  valueOf(setAmount(context, give(best, 'c4', 30, 'meilleur total')))
  expect(adopt(best)).toEqual(ok(null))
  expect(setAmount(context, give(best, 'c4', 1))).toEqual(
    refuse('scenario.not-draft', { name: 'Meilleur total' }),
  )
  const byRank = await made(context, 'Rang', { origin: 'ranking' })
  expect(adopt(byRank)).toEqual(refuse('scenario.other-adopted', { name: 'Meilleur total' }))
  expect(setScenarioAside(context, { scenarioId: best, reason: ' ' })).toEqual(
    refuse('decision.reason-missing'),
  )
  expect(setScenarioAside(context, { scenarioId: best, reason: 'vote défavorable' })).toEqual(ok(null))
  expect(adopt(byRank)).toEqual(ok(null))
  expect(adoptScenario(context, { scenarioId: byRank, sessionId: 's9' })).toEqual(
    refuse('scenario.not-draft', { name: 'Rang' }),
  )
})

test('[EN13] divided money: reserves and quotas reach the scenarios', async () => {
  const context = await fundedCall({
    envelopes: [envelopeOf('open', euros(70)), envelopeOf('cantal', euros(30), territory('15'))],
  })
  const scenarioId = await made(context, 'Rang', { origin: 'ranking' })
  const { rows, scenarios } = valueOf(listScenarios(context.file, { callId }))
  expect(rows.map(({ byRank }) => [byRank.status, byRank.amountCents, byRank.funding])).toEqual([
    ['within', euros(60), [line('open', euros(60))]],
    ['waiting', 0, []],
    ['waiting', 0, []],
    ['waiting', 0, []],
  ])
  expect(scenarios[0]?.id).toBe(scenarioId)
  expect(codeOf(setAmount(context, give(scenarioId, 'c2', 20)))).toBe('envelope.exceeded')
  expect(setAmount(context, give(scenarioId, 'c3', 40))).toEqual(ok(null))
  expect(valueOf(listScenarios(context.file, { callId })).scenarios[0]?.balance.envelopes).toMatchObject([
    { id: 'open', remainingCents: 0 },
    { id: 'cantal', remainingCents: 0 },
  ])
})

test('[EN14] money that a lower award frees is proposed to the waiting list, and given by nobody', async () => {
  const context = await fundedCall()
  const reserve = { amountCents: euros(0), waitingList: true }
  decidedSession(context.file, {
    c1: { amountCents: euros(20) },
    c2: { amountCents: euros(30) },
    c3: reserve,
    c4: reserve,
  })
  const { waitingList, decidedBalance, rows } = valueOf(listScenarios(context.file, { callId }))
  expect(decidedBalance.whole).toMatchObject({ givenCents: euros(50), remainingCents: euros(50) })
  expect(waitingList.map(({ number, status, amountCents }) => [number, status, amountCents])).toEqual([
    [3, 'within', cents(40_00)],
  ])
  expect(rows.map(({ decided }) => decided?.amountCents)).toEqual([2_000, 3_000, 0, 0])
})
