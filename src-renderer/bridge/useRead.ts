import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { call } from './bridge.ts'

/** What a screen shows of one read: nothing yet, a value, or a refusal. A bug goes to the error boundary of the route. */
export interface Read<T> {
  readonly value: T | undefined
  readonly refusal: Refusal | null
  /** True until the first answer, and while another input is being read. */
  readonly isWaiting: boolean
  /** Reads again, for what changes without an event of the host (the clock, another program). */
  readonly again: () => void
}

export interface ReadOptions {
  /** False: nothing is asked. */
  readonly isEnabled?: boolean
  /** Shows the previous answer while the next input is read: for lists that one filters. */
  readonly keepPrevious?: boolean
}

/** Asks the host once, keeps the answer, and asks again each time the host says that something was written. */
export function useRead<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
  { isEnabled = true, keepPrevious = false }: ReadOptions = {},
): Read<OutputOf<N>> {
  const query = useQuery({
    queryKey: readKey(name, input),
    queryFn: () => call(name, input),
    enabled: isEnabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
  const answer = query.data
  return {
    value: answer?.ok ? answer.value : undefined,
    refusal: answer && !answer.ok ? answer.refusal : null,
    isWaiting: query.isPending || query.isPlaceholderData,
    again: () => void query.refetch(),
  }
}

export const readKey = <N extends ProcedureName>(name: N, input: InputOf<N>) => [name, input] as const
