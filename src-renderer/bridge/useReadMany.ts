import { useQueries } from '@tanstack/react-query'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import { call } from './bridge.ts'
import { readKey } from './useRead.ts'

/** Several inputs of one read, in their order: undefined while an answer is awaited or refused. For pages of a long list. */
export const useReadMany = <N extends ProcedureName>(
  name: N,
  inputs: readonly InputOf<N>[],
): readonly (OutputOf<N> | undefined)[] =>
  useQueries({
    queries: inputs.map((input) => ({ queryKey: readKey(name, input), queryFn: () => call(name, input) })),
  }).map(({ data }) => (data?.ok ? data.value : undefined))
