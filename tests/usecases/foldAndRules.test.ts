import fc from 'fast-check'
import { expect, it } from 'vitest'
import { giveProxy } from '#shared/domain/session/giveProxy.ts'
import { keepDraft } from '#shared/domain/session/keepDraft.ts'
import { openSession } from '#shared/domain/session/openSession.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import { recordMovement } from '#shared/domain/session/recordMovement.ts'
import type { Proxy, Session } from '#shared/domain/session/session.ts'
import { withdrawProxy } from '#shared/domain/session/withdrawProxy.ts'
import { writeDebate } from '#shared/domain/session/writeDebate.ts'
import type { Result } from '#shared/kernel/result.ts'
import { applyOperation } from '#shared/operations/applyOperation.ts'
import { entityOf, type Operation } from '#shared/operations/operation.ts'
import { memberOf } from '#tests/domain/builders.ts'
import { entry, planned } from '#tests/domain/session/sessionBuilders.ts'

const memberIds = ['ada', 'blaise', 'chloe', 'denis']
const members = memberIds.map((id) => memberOf(id))
const room = { instanceType: 'commission_interne', proxiesPerHolder: 1, members, recusals: [] } as const

const start = planned({ agenda: [entry('i1', null)] })

type ActKind =
  | 'session.attend@1'
  | 'session.move@1'
  | 'session.give-proxy@1'
  | 'session.withdraw-proxy@1'
  | 'session.open@1'
  | 'session.write-debate@1'
  | 'session.keep-draft@1'
/** As programs of today write them: a proxy says whether its paper was seen. */
type Written<K extends ActKind> = K extends 'session.give-proxy@1' ? Proxy : Operation<K>['data']
type Act = { [K in ActKind]: { readonly kind: K; readonly data: Written<K> } }[ActKind]

const memberId = fc.constantFrom(...memberIds)
const at = fc.constantFrom('14:00', '14:10', '14:20', '15:00')
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('session.attend@1' as const),
    data: fc.record({ memberId, status: fc.constantFrom('present', 'excused', 'absent') }),
  }),
  fc.record({
    kind: fc.constant('session.move@1' as const),
    data: fc.record({
      memberId,
      kind: fc.constantFrom('arrives', 'leaves'),
      at,
      itemId: fc.constantFrom('i1', null),
    }),
  }),
  fc.record({
    kind: fc.constant('session.give-proxy@1' as const),
    data: fc.record({
      giverId: memberId,
      holderId: memberId,
      date: fc.constant('2026-03-10'),
      signed: fc.boolean(),
    }),
  }),
  fc.record({
    kind: fc.constant('session.withdraw-proxy@1' as const),
    data: fc.record({ giverId: memberId }),
  }),
  fc.record({
    kind: fc.constant('session.open@1' as const),
    data: fc.record({ at, chairId: memberId, secretaryId: memberId }),
  }),
  fc.record({
    kind: fc.constant('session.write-debate@1' as const),
    data: fc.record({ itemId: fc.constant('i1'), text: fc.string() }),
  }),
  fc.record({
    kind: fc.constant('session.keep-draft@1' as const),
    data: fc.record({ itemId: fc.constant('i1'), draft: fc.string() }),
  }),
) as fc.Arbitrary<Act>

function ruled(session: Session, { kind, data }: Act): Result<Session> {
  switch (kind) {
    case 'session.attend@1':
      return recordAttendance(session, data, room)
    case 'session.move@1':
      return recordMovement(session, data, room)
    case 'session.give-proxy@1':
      return giveProxy(session, data, room)
    case 'session.withdraw-proxy@1':
      return withdrawProxy(session, data)
    case 'session.open@1':
      return openSession(session, data, room)
    case 'session.write-debate@1':
      return writeDebate(session, data)
    case 'session.keep-draft@1':
      return keepDraft(session, data)
  }
}

it('[UC5] the fold of what the rules allowed is what the rules gave, act after act', () => {
  let allowed = 0
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 30 }), (acts) => {
      let session = start
      for (const each of acts) {
        const next = ruled(session, each)
        if (!next.ok) continue
        allowed++
        const operation = { id: 'o', entity: entityOf('session', 's1'), ...each } as Operation
        expect(applyOperation(session, operation, () => null)).toEqual({ ok: true, value: next.value })
        session = next.value
      }
    }),
    { numRuns: 300 },
  )
  // A workload that is always refused would prove nothing.
  expect(allowed).toBeGreaterThan(500)
})
