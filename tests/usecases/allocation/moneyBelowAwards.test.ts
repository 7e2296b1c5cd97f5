import { expect, test } from 'vitest'
import type { AllocationRules } from '#shared/domain/call/call.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { changeCall } from '#shared/usecases/calls/calls.ts'
import { envelopeOf, euros, line, quotaOf, territory } from '#tests/domain/envelope/moneyBuilders.ts'
import { decidedSession } from './decidedSession.ts'
import { fundedCall } from './fundedCall.ts'

const divided = {
  envelopes: [envelopeOf('open', euros(70)), envelopeOf('cantal', euros(30), territory('15'))],
  quotas: [quotaOf('q', euros(60), territory('15'))],
}

test('[UC9] no part of the money falls below what it gave, nor leaves once it gave', async () => {
  const context = await fundedCall(divided)
  decidedSession(context.file, {
    c1: { amountCents: euros(60), funding: [line('open', euros(60))] },
    c3: { amountCents: euros(40), funding: [line('cantal', euros(30)), line('open', euros(10))] },
  })
  const rules = context.file.load('call', 'call-1')?.state.rules
  if (rules === undefined) throw new Error('the file holds the call')
  const change = (set: Partial<AllocationRules>): readonly string[] | Result<null> => {
    const changed = changeCall(context, { callId: 'call-1', set: { rules: { ...rules, ...set } } })
    const problems = changed.ok ? null : changed.refusal.details.problems
    return typeof problems === 'object' && problems !== null
      ? problems.map((problem) => problem.replace(/[\u00A0\u202F]/gu, ' '))
      : changed
  }
  expect(
    change({
      envelopes: [envelopeOf('open', euros(60)), envelopeOf('cantal', euros(40), territory('15'))],
    }),
  ).toEqual(['envelope-part-below-awards:Enveloppe open, 70,00 €'])
  expect(change({ envelopes: [envelopeOf('open', euros(100))] })).toEqual([
    'envelope-removed:Enveloppe cantal, 30,00 €',
  ])
  expect(change({ quotas: [quotaOf('q', euros(39), territory('15'))] })).toEqual([
    'quota-below-awards:Quota q, 40,00 €',
  ])
  expect(change({ capCents: euros(80) })).toEqual(ok(null))
  expect(change({ quotas: [quotaOf('q', euros(40), territory('15'))] })).toEqual(ok(null))
  expect(changeCall(context, { callId: 'lost', set: {} })).toEqual(
    refuse('entity.missing', { entity: 'call/lost' }),
  )
})
