import type { ItemOutcome } from '#shared/domain/session/session.ts'
import { zeroCents } from '#shared/kernel/cents.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { CommitteeFile } from '#shared/usecases/ports.ts'
import { planned } from '#tests/domain/session/sessionBuilders.ts'
import { act, valueOf } from '#tests/sqlite/committeeOnDisk.ts'

const favourable: ItemOutcome = {
  opinion: 'favourable',
  amountCents: zeroCents,
  conditions: '',
  rationale: { legal: '', factual: '' },
  vote: null,
  quorum: {
    inOffice: 5,
    present: 4,
    represented: 0,
    counted: 4,
    base: 5,
    required: 3,
    reached: true,
    applies: true,
  },
  presentIds: [],
  recused: [],
  proxies: [],
  decidedAt: '18:30',
  waitingList: false,
  departure: '',
  funding: [],
}

/** A session of `call-1` that decided these candidatures, favourably unless said otherwise. */
export function decidedSession(
  file: CommitteeFile,
  outcomes: Readonly<Record<string, Partial<ItemOutcome>>>,
): void {
  const { id, callId, date, place, convocation, secondConvocation, agenda } = planned()
  const [item] = agenda
  if (item === undefined) throw new Error('the agenda of the builders has points')
  valueOf(
    file.transact(act('Séance'), (transaction) => {
      const entity = entityOf('session', id)
      const points = Object.keys(outcomes).map((candidatureId) => ({
        ...item,
        id: `i-${candidatureId}`,
        candidatureId,
      }))
      const plan = { callId, date, place, convocation, secondConvocation, agenda: points }
      valueOf(transaction.emit('session.plan@1', entity, plan))
      for (const [candidatureId, set] of Object.entries(outcomes)) {
        const outcome = { ...favourable, ...set }
        valueOf(transaction.emit('session.decide@1', entity, { itemId: `i-${candidatureId}`, outcome }))
      }
      return ok(null)
    }),
  )
}
