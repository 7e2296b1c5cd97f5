import { useEffect, useRef } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import type { AllocationRules, Call } from '#shared/domain/call/call.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'

export interface CallChanges {
  readonly change: (set: InputOf<'call.change'>['set']) => void
  readonly changeRules: (set: Partial<AllocationRules>) => void
  readonly refusal: Refusal | null
}

/**
 * Records changes of one call. Rules travel whole, so two fields changed one after the other build on the rules as last
 * sent, not as last read.
 */
export function useCallChanges(call: Call): CallChanges {
  const { act, refusal } = useAct('call.change')
  const rules = useRef(call.rules)
  useEffect(() => {
    rules.current = call.rules
  }, [call.rules])
  const change: CallChanges['change'] = (set) => void act({ callId: call.id, set })
  return {
    change,
    changeRules: (set) => {
      rules.current = { ...rules.current, ...set }
      const { tieBreakers, ...others } = rules.current
      change({ rules: { ...others, tieBreakers: [...tieBreakers] } })
    },
    refusal,
  }
}
