import { useEffect, useRef, useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import type { AllocationRules, Call } from '#shared/domain/call/call.ts'
import type { Restriction } from '#shared/domain/envelope/envelope.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { stillOnTheWay } from '../../bridge/stillOnTheWay.ts'
import { useAct } from '../../bridge/useAct.ts'

export interface CallChanges {
  /** The rules with what was just changed, before the host says it back. */
  readonly rules: AllocationRules
  readonly change: (set: InputOf<'call.change'>['set']) => void
  readonly changeRules: (set: Partial<AllocationRules>) => void
  readonly refusal: Refusal | null
}

/**
 * Records changes of one call. Rules travel whole, so two changes made one after the other build on the rules as last sent,
 * not as last read.
 */
export function useCallChanges(call: Call): CallChanges {
  const { act, refusal } = useAct('call.change')
  const [sent, setSent] = useState<Partial<AllocationRules>>({})
  const latest = useRef(sent)
  const keep = (next: Partial<AllocationRules>) => {
    latest.current = next
    setSent(next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the host says back is no longer on its way.
  useEffect(() => keep(stillOnTheWay<AllocationRules>(latest.current, call.rules)), [call.rules])
  return {
    rules: { ...call.rules, ...sent },
    change: (set) => void act({ callId: call.id, set }),
    changeRules: (set) => {
      keep({ ...latest.current, ...set })
      const { tieBreakers, envelopes, quotas, ...others } = { ...call.rules, ...latest.current }
      const rules = {
        ...others,
        tieBreakers: [...tieBreakers],
        envelopes: envelopes.map((envelope) => ({
          ...envelope,
          reservedFor: envelope.reservedFor && withValues(envelope.reservedFor),
        })),
        quotas: quotas.map((quota) => ({ ...quota, appliesTo: withValues(quota.appliesTo) })),
      }
      void act({ callId: call.id, set: { rules } }).then((recorded) => {
        if (!recorded.ok) keep({})
      })
    },
    refusal,
  }
}

/** What travels is written in plain arrays. */
const withValues = ({ kind, values }: Restriction) => ({ kind, values: [...values] })
