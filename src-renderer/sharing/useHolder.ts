import { useRead } from '../bridge/useRead.ts'
import { type Holder, holderOf } from './holderOf.ts'
import { useSync } from './useSync.ts'

/** On a lent laptop nothing is told of the sharing: its viewer says enough. */
export function useHolder(): Holder {
  const viewer = useRead('app.state', {}).value?.viewer ?? null
  const self = useSync()?.self ?? null
  return holderOf(viewer, self)
}
