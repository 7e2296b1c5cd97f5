import { expect, test } from 'vitest'
import { decideItem } from '#shared/domain/session/decideItem.ts'
import { giveProxy } from '#shared/domain/session/giveProxy.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import { recusalAfterDecision } from '#shared/domain/session/recusalAfterDecision.ts'
import { withdrawOutcome } from '#shared/domain/session/withdrawOutcome.ts'
import { membersOf, recusalOf } from '../builders.ts'
import { ballot, must, opened, proposal, roomOf } from './sessionBuilders.ts'

const members = membersOf(5)
const sentences = (...args: Parameters<typeof recusalAfterDecision>) =>
  recusalAfterDecision(...args).map(({ itemId, sentence }) => [itemId, sentence])

test('[SE45] a recusal declared after the decision asks to withdraw it and decide again', () => {
  const decided = must(decideItem(opened(), proposal(), roomOf()))
  const after = recusalOf('c1', 'm03')
  expect(sentences(decided, after, members)).toEqual([
    [
      'i1',
      'le point n° 1 a été décidé avant le déport de Camille M03 : retirez la décision et décidez de nouveau',
    ],
  ])
  const withdrawn = must(withdrawOutcome(decided, { itemId: 'i1' }))
  expect(sentences(withdrawn, after, members)).toEqual([])
  const again = proposal({
    vote: ballot(3),
    recusedHours: { m03: { leftAt: '18:40', returnedAt: '18:45' } },
    at: '18:45',
  })
  const redecided = must(decideItem(withdrawn, again, roomOf({ recusals: [after] })))
  expect(sentences(redecided, after, members)).toEqual([])
  expect(sentences(decided, recusalOf('c1', 'm03', { status: 'set-aside' }), members)).toEqual([])
  expect(sentences(decided, recusalOf('c2', 'm03'), members)).toEqual([])
  // m05 was away and nobody spoke for him.
  expect(sentences(decided, recusalOf('c1', 'm05'), members)).toEqual([])
})

test('[SE45] a proxy given or carried by the recused member counts as taking part', () => {
  const proxy = { giverId: 'm05', holderId: 'm04', date: '2026-03-10', signed: true }
  const session = must(giveProxy(opened(), proxy, roomOf()))
  const decided = must(decideItem(session, proposal({ vote: ballot(5) }), roomOf()))
  expect(sentences(decided, recusalOf('c1', 'm05'), members)).toHaveLength(1)
  expect(sentences(decided, recusalOf('c1', 'm04'), members)).toHaveLength(1)
})

test('[SE45] a member who was out, or a point put off, is not concerned', () => {
  const out = must(
    recordMovement(opened(), { memberId: 'm04', kind: 'leaves', at: '18:10', itemId: null }, roomOf()),
  )
  const decided = must(decideItem(out, proposal({ vote: ballot(3) }), roomOf()))
  expect(sentences(decided, recusalOf('c1', 'm04'), members)).toEqual([])
  const deferral = proposal({
    opinion: 'deferred',
    amountCents: null,
    vote: null,
    rationale: { legal: '', factual: 'Pièces attendues.' },
  })
  const deferred = must(decideItem(opened(), deferral, roomOf()))
  expect(sentences(deferred, recusalOf('c1', 'm04'), members)).toEqual([])
})
