import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { callInOrder } from './callInOrder.ts'

export interface Act<N extends ProcedureName> {
  /** Does it. The refusal is answered and kept in `refusal` until the next attempt. */
  readonly act: (input: InputOf<N>) => Promise<Result<OutputOf<N>>>
  readonly isActing: boolean
  readonly refusal: Refusal | null
  /** Takes the refusal off the screen. */
  readonly forget: () => void
}

/** One write. What is shown is read again by the `changed` event of the host, whoever wrote. */
export function useAct<N extends ProcedureName>(name: N): Act<N> {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [underWay, setUnderWay] = useState(0)
  const [incident, setIncident] = useState<unknown>(null)
  if (incident !== null) throw incident
  const act = useCallback(
    async (input: InputOf<N>) => {
      setUnderWay((count) => count + 1)
      try {
        const result = await callInOrder(name, input)
        setRefusal(result.ok ? null : result.refusal)
        if (result.ok) void client.invalidateQueries({ queryKey: ['app.state'] })
        return result
      } catch (error) {
        setIncident(error)
        throw error
      } finally {
        setUnderWay((count) => count - 1)
      }
    },
    [name, client],
  )
  const forget = useCallback(() => setRefusal(null), [])
  return { act, isActing: underWay > 0, refusal, forget }
}
