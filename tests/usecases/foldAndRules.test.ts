import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Member } from '#shared/domain/committee/committee.ts'
import { seatedMembers } from '#shared/domain/committee/seatedMembers.ts'
import { voterIds } from '#shared/domain/committee/voterIds.ts'
import { amendOutcome } from '#shared/domain/session/amendOutcome.ts'
import { correctHour } from '#shared/domain/session/correctHour.ts'
import { decideItem } from '#shared/domain/session/decideItem.ts'
import { explainCheck } from '#shared/domain/session/explainCheck.ts'
import { giveProxy } from '#shared/domain/session/giveProxy.ts'
import { keepDraft } from '#shared/domain/session/keepDraft.ts'
import { openSession } from '#shared/domain/session/openSession.ts'
import type { DecidingRoom } from '#shared/domain/session/outcomeOf.ts'
import { pauseSession } from '#shared/domain/session/pauseSession.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { Proposal } from '#shared/domain/session/proposal.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import { recordTravel } from '#shared/domain/session/recordTravel.ts'
import { resumeSession } from '#shared/domain/session/resumeSession.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { signProxy } from '#shared/domain/session/signProxy.ts'
import { substituteSits } from '#shared/domain/session/substituteSits.ts'
import { takeUpPoint } from '#shared/domain/session/takeUpPoint.ts'
import { withdrawOutcome } from '#shared/domain/session/withdrawOutcome.ts'
import { withdrawProxy } from '#shared/domain/session/withdrawProxy.ts'
import { writeDebate } from '#shared/domain/session/writeDebate.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { Result } from '#shared/kernel/result.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import { entityOf, type Operation, type OperationData } from '#shared/operations/operation.ts'
import { memberOf, membersOf, recusalOf } from '../domain/builders.ts'
import { ballot, entry, planned, roomOf } from '../domain/session/sessionBuilders.ts'

/** m04 has a substitute, s04; m03 is recused on the second candidature. */
const committee: readonly Member[] = [
  ...membersOf(4),
  memberOf('s04', { inOffice: false, substituteOf: 'm04' }),
]
const roomAs = (session: Session): DecidingRoom =>
  roomOf({
    instanceType: 'commission_interne',
    proxiesPerHolder: 2,
    members: seatedMembers(committee, session.substitutions),
    recusals: [recusalOf('c2', 'm03')],
  })
const agenda = [
  entry('i1', 'c1'),
  entry('i2', 'c2'),
  entry('i3', null),
  entry('i4', 'c1', { kind: 'hearing' }),
  entry('i5', 'c3', { kind: 'milestone' }),
]

type Kind = keyof OperationData & `session.${string}`
/** One act: what the rules say of it, then the data that the use case would store. */
type Act = {
  [K in Kind]: {
    readonly kind: K
    readonly rule: (session: Session) => Result<Session>
    readonly data: (next: Session) => OperationData[K]
  }
}[Kind]

const act = <K extends Kind, D extends OperationData[K]>(
  kind: K,
  data: fc.Arbitrary<D>,
  rule: (session: Session, data: D) => Result<Session>,
): fc.Arbitrary<Act> =>
  data.map((keyed) => ({ kind, rule: (session: Session) => rule(session, keyed), data: () => keyed }) as Act)

const memberId = fc.constantFrom(...committee.map(({ id }) => id))
/** Those who are away to begin with give proxies most often. */
const giverId = fc.constantFrom('m03', 'm04', 'm04', 'm04')
const itemId = fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5')
const at = fc.constantFrom('14:00', '14:10', '14:20')
const clock = fc.constantFrom('14:00:00', '14:10:30', '14:20:00')
const text = fc.constantFrom('', 'Dit en séance', 'Précisé')

const proposal = fc.record({
  itemId,
  opinion: fc.constantFrom(
    ...(['favourable', 'favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible'] as const),
  ),
  amountCents: fc.constantFrom(cents(0), cents(1_000_00), cents(10_000_01)),
  conditions: text,
  rationale: fc.constantFrom({ legal: 'Article 3', factual: 'Pièces attendues' }, { legal: '', factual: '' }),
  at,
  waitingList: fc.constantFrom(false, false, true),
  isVoted: fc.constantFrom(true, true, false),
  against: fc.integer({ min: 0, max: 4 }),
})

/** Amount and vote as the point and the room ask for them, so that an act is allowed more often than not. */
function keyedIn(
  session: Session,
  { isVoted, against, amountCents, ...keyed }: typeof proposal extends fc.Arbitrary<infer P> ? P : never,
): Proposal {
  const recusedIds = keyed.itemId === 'i2' ? ['m03'] : []
  const { ids } = voterIds({
    ...roomAs(session),
    presentIds: presentIds(session),
    recusedIds,
    proxies: session.proxies,
  })
  const no = Math.min(against, ids.length)
  const mayBeServed =
    ['i1', 'i2'].includes(keyed.itemId) && ['favourable', 'reserved'].includes(keyed.opinion)
  return {
    ...keyed,
    amountCents: mayBeServed ? amountCents : null,
    waitingList: mayBeServed && keyed.waitingList,
    vote: isVoted ? ballot(ids.length - no, no, 0, { chairBallot: 'for' }) : null,
    recusedHours: { m03: { leftAt: '14:20', returnedAt: '14:20' } },
  }
}

const decided: fc.Arbitrary<Act> = fc.tuple(proposal, fc.boolean()).map(([keyed, isCorrection]): Act => {
  const outcomeIn = (session: Session) =>
    session.agenda.find(({ id }) => id === keyed.itemId)?.outcome ?? null
  return isCorrection
    ? {
        kind: 'session.amend@1',
        rule: (session) => amendOutcome(session, keyedIn(session, keyed), roomAs(session)),
        data: (next) => {
          const outcome = outcomeIn(next)
          if (outcome === null) throw new Error('a correction leaves an outcome')
          return { itemId: keyed.itemId, outcome, reason: 'Erreur de saisie' }
        },
      }
    : {
        kind: 'session.decide@1',
        rule: (session) => decideItem(session, keyedIn(session, keyed), roomAs(session)),
        data: (next) => ({ itemId: keyed.itemId, outcome: outcomeIn(next) }),
      }
})

const travelled: fc.Arbitrary<Act> = fc
  .record({
    memberId,
    travel: fc.option(
      fc.record({
        mode: fc.constantFrom('own-vehicle', 'car-sharing', 'public-transport', 'none'),
        kilometres: fc.constantFrom(0, 42),
        fiscalHorsepower: fc.constantFrom(null, 5),
      }),
    ),
  })
  .map(
    (keyed): Act => ({
      kind: 'session.travel@1',
      rule: (session) => recordTravel(session, keyed, roomAs(session)),
      data: (next) => ({ memberId: keyed.memberId, travel: next.travels[keyed.memberId] ?? null }),
    }),
  )

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  act(
    'session.attend@1',
    fc.record({ memberId, status: fc.constantFrom('present', 'present', 'excused', 'absent') }),
    (session, data) => recordAttendance(session, data, roomAs(session)),
  ),
  act(
    'session.move@1',
    fc.record({ memberId, kind: fc.constantFrom('arrives', 'leaves'), at, itemId: fc.option(itemId) }),
    (session, data) => recordMovement(session, data, roomAs(session)),
  ),
  act(
    'session.give-proxy@1',
    fc.record({
      giverId,
      holderId: memberId,
      date: fc.constant('2026-03-10'),
      signed: fc.boolean(),
    }),
    (session, data) => giveProxy(session, data, roomAs(session)),
  ),
  act('session.sign-proxy@1', fc.record({ giverId, signed: fc.boolean() }), signProxy),
  act('session.withdraw-proxy@1', fc.record({ giverId }), withdrawProxy),
  act(
    'session.substitute@1',
    fc.record({ memberId: fc.constantFrom('m03', 'm04', 'm04'), substituteId: fc.constantFrom('s04', null) }),
    (session, data) => substituteSits(session, data, roomAs(session)),
  ),
  travelled,
  act(
    'session.open@1',
    fc.record({ at, chairId: fc.constantFrom('m01', 's04'), secretaryId: fc.constant('m02') }),
    (session, data) => openSession(session, data, roomAs(session)),
  ),
  act('session.point@1', fc.record({ itemId: fc.option(itemId), at: clock }), takeUpPoint),
  act('session.pause@1', fc.record({ at: clock }), pauseSession),
  act('session.resume@1', fc.record({ at: clock }), resumeSession),
  act(
    'session.correct-hour@1',
    fc.record({
      what: fc.oneof(
        fc.constant({ kind: 'opening' } as const),
        fc.record({ kind: fc.constant('decision' as const), itemId }),
        fc.record({ kind: fc.constant('movement' as const), memberId, index: fc.constant(0) }),
      ),
      at,
      reason: fc.constant('Montre en avance'),
    }),
    correctHour,
  ),
  act('session.write-debate@1', fc.record({ itemId, text: fc.string() }), writeDebate),
  act('session.keep-draft@1', fc.record({ itemId, draft: fc.string() }), keepDraft),
  act(
    'session.explain@1',
    fc.record({ check: fc.constantFrom('proxies-unsigned', 'unknown'), text }),
    explainCheck,
  ),
  { weight: 8, arbitrary: decided },
  itemId.map(
    (id): Act => ({
      kind: 'session.decide@1',
      rule: (session) => withdrawOutcome(session, { itemId: id }),
      data: () => ({ itemId: id, outcome: null }),
    }),
  ),
)

/** Everybody but m04 and his substitute was called; the session is open already, in one case of two. */
function called(isOpen: boolean): Session {
  const present = { status: 'present', inRoom: true, movements: [] } as const
  const session = { ...planned({ agenda }), attendance: { m01: present, m02: present, m03: present } }
  return isOpen
    ? { ...session, status: 'open', openedAt: '14:00', chairId: 'm01', secretaryId: 'm02' }
    : session
}

const bytes = (session: Session): string => canonicalJson(session as unknown as Json)

it('[UC5] the fold of what the rules allowed is what the rules gave, act after act, and again from the log', () => {
  const allowed: Partial<Record<Kind, number>> = {}
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(anyAct, { minLength: 10, maxLength: 40, size: 'max' }),
      (isOpen, acts) => {
        const start = called(isOpen)
        const log: { readonly operation: Operation; readonly after: string }[] = []
        let session = start
        for (const each of acts) {
          const next = each.rule(session)
          if (!next.ok) continue
          allowed[each.kind] = (allowed[each.kind] ?? 0) + 1
          const operation = {
            id: 'o',
            entity: entityOf('session', 's1'),
            kind: each.kind,
            data: each.data(next.value),
          } as Operation
          expect(applyOperation(session, operation, () => null)).toEqual({ ok: true, value: next.value })
          log.push({ operation, after: bytes(next.value) })
          session = next.value
        }
        let replayed = start
        for (const { operation, after } of log) {
          // As it comes out of the file: nothing but what JSON keeps.
          const stored = JSON.parse(JSON.stringify(operation)) as Operation
          const folded = applyOperation(replayed, stored, () => null)
          if (!folded.ok) throw new Error(folded.refusal.code)
          replayed = folded.value as Session
          expect(bytes(replayed)).toBe(after)
        }
      },
    ),
    { numRuns: 300 },
  )
  // A workload that is always refused would prove nothing.
  const seldom = Object.entries(allowed).filter(([, times]) => times < 5)
  expect(Object.keys(allowed)).toHaveLength(17)
  expect(seldom).toEqual([])
})
