import { expect, test } from 'vitest'
import { checkProxy } from '#shared/domain/committee/checkProxy.ts'
import { usableProxies } from '#shared/domain/committee/usableProxies.ts'
import { voteOutcome } from '#shared/domain/committee/voteOutcome.ts'
import { voterIds } from '#shared/domain/committee/voterIds.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { memberOf, membersOf } from '../builders.ts'

const proxy = (giverId: string, holderId: string) => ({ giverId, holderId, date: '2026-03-01', signed: true })
const room = {
  members: [...membersOf(5), memberOf('m09', { voice: 'consultative' })],
  presentIds: ['m01', 'm02'],
  proxiesPerHolder: 1,
}

test.each([
  [[], proxy('m03', 'm01'), ok(null)],
  [[], proxy('m03', 'm03'), refuse('proxy.self', { giverId: 'm03' })],
  [[], proxy('m09', 'm01'), refuse('proxy.not-entitled', { memberId: 'm09' })],
  [[], proxy('m03', 'm09'), refuse('proxy.not-entitled', { memberId: 'm09' })],
  [[], proxy('m01', 'm02'), refuse('proxy.giver-present', { giverId: 'm01' })],
  [
    [proxy('m03', 'm01')],
    proxy('m03', 'm02'),
    refuse('proxy.already-given', { giverId: 'm03', holderId: 'm01' }),
  ],
  [[proxy('m03', 'm01')], proxy('m04', 'm01'), refuse('proxy.cap', { holderId: 'm01', carried: 1, cap: 1 })],
  [[proxy('m03', 'm04')], proxy('m05', 'm03'), refuse('proxy.chain', { giverId: 'm03', holderId: 'm04' })],
] as const)('[CO5] beside %j, %j is answered rightly (A03)', (recorded, given, answer) => {
  expect(checkProxy(recorded, given, room)).toEqual(answer)
})

test('[CO4] a proxy carries a voice only while the giver is away, the holder there, and neither recused', () => {
  const recorded = [proxy('m03', 'm01'), proxy('m04', 'm02')]
  const usable = (recused: readonly string[], present: readonly string[]) =>
    usableProxies(recorded, recused, present, 1).map(({ giverId }) => giverId)
  expect(usable([], ['m01', 'm02'])).toEqual(['m03', 'm04'])
  expect(usable([], ['m01'])).toEqual(['m03'])
  expect(usable([], ['m01', 'm02', 'm03'])).toEqual(['m04'])
  expect(usable(['m01'], ['m01', 'm02'])).toEqual(['m04'])
  expect(usable(['m04'], ['m01', 'm02'])).toEqual(['m03'])
  const beyond = [...recorded, proxy('m05', 'm01')]
  expect(usableProxies(beyond, [], ['m01'], 1)).toEqual([proxy('m03', 'm01')])
  expect(usableProxies(beyond, [], ['m01'], 2)).toEqual([proxy('m03', 'm01'), proxy('m05', 'm01')])
  expect(usableProxies(beyond, [], ['m01', 'm02'], 0)).toEqual([])
})

test('[CO5] a règlement may let a holder carry more, and no more than that (A03)', () => {
  const two = { ...room, proxiesPerHolder: 2 }
  expect(checkProxy([proxy('m03', 'm01')], proxy('m04', 'm01'), two)).toEqual(ok(null))
  expect(checkProxy([proxy('m03', 'm01'), proxy('m04', 'm01')], proxy('m05', 'm01'), two)).toEqual(
    refuse('proxy.cap', { holderId: 'm01', carried: 2, cap: 2 }),
  )
})

test('[CO8] the vote base: present, not recused, deliberative, then the givers of usable proxies (A05)', () => {
  expect(
    voterIds({
      members: room.members,
      presentIds: ['m01', 'm02', 'm09'],
      recusedIds: ['m02'],
      proxies: [proxy('m03', 'm01'), proxy('m04', 'm02')],
      proxiesPerHolder: 1,
    }),
  ).toEqual({ ids: ['m01', 'm03'], proxies: [proxy('m03', 'm01')] })
})

const outcome = (adopted: boolean, set: object = {}) => ({
  adopted,
  castingVote: false,
  tied: false,
  literalReadingRefuses: false,
  ...set,
})
const counts = (inFavour: number, against: number, abstention: number) => ({
  for: inFavour,
  against,
  abstention,
})

test.each([
  ['organe_deliberant', counts(5, 1, 4), outcome(true)],
  ['commission_interne', counts(5, 1, 4), outcome(true)],
  ['jury_ad_hoc', counts(1, 2, 7), outcome(false)],
  ['commission_consultative_etat', counts(5, 1, 4), outcome(false, { literalReadingRefuses: true })],
  ['commission_consultative_etat', counts(6, 0, 4), outcome(true)],
  ['commission_detr', counts(5, 1, 4), outcome(false, { literalReadingRefuses: true })],
  ['commission_consultative_etat', counts(1, 5, 4), outcome(false)],
] as const)('[CO6] [CO7] %s with %j', (type, figures, expected) => {
  expect(voteOutcome({ type, method: 'show-of-hands', counts: figures, chairVote: null })).toEqual(expected)
})

test.each([
  ['organe_deliberant', 'show-of-hands', counts(4, 4, 1), 'for', outcome(true, { castingVote: true })],
  ['organe_deliberant', 'roll-call', counts(4, 4, 1), 'against', outcome(false, { castingVote: true })],
  ['organe_deliberant', 'show-of-hands', counts(4, 4, 1), 'abstention', outcome(false, { tied: true })],
  ['organe_deliberant', 'show-of-hands', counts(4, 4, 1), null, outcome(false, { tied: true })],
  ['organe_deliberant', 'secret', counts(4, 4, 1), 'for', outcome(false, { tied: true })],
  [
    'commission_consultative_etat',
    'show-of-hands',
    counts(4, 4, 0),
    'for',
    outcome(true, { castingVote: true }),
  ],
  [
    'commission_consultative_etat',
    'show-of-hands',
    counts(4, 4, 2),
    'for',
    outcome(false, { castingVote: true, literalReadingRefuses: true }),
  ],
] as const)('[CO6] equality: %s, %s, %j, chair %s (A04)', (type, method, figures, chairVote, expected) => {
  expect(voteOutcome({ type, method, counts: figures, chairVote })).toEqual(expected)
})
