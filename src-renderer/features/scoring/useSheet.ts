import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { Mark } from '#shared/domain/grid/grid.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'
import { type Read, readKey, useRead } from '../../bridge/useRead.ts'

type SheetView = OutputOf<'sheet.get'>

export interface SheetAtWork {
  readonly read: Read<SheetView>
  readonly refusal: Refusal | null
  readonly mark: (criterionCode: string, mark: Mark | null) => Promise<Result<SheetView>>
  readonly file: () => Promise<Result<SheetView>>
  readonly reopen: (reason: string) => Promise<Result<SheetView>>
}

/** One sheet being filled. Each answer carries the whole sheet again and replaces what is shown at once. */
export function useSheet(candidatureId: string, evaluatorId: string): SheetAtWork {
  const client = useQueryClient()
  const key = useMemo(() => ({ candidatureId, evaluatorId }), [candidatureId, evaluatorId])
  const read = useRead('sheet.get', key)
  const marking = useAct('sheet.mark')
  const filing = useAct('sheet.file')
  const reopening = useAct('sheet.reopen')
  const shown = useCallback(
    (result: Result<SheetView>) => {
      if (result.ok) client.setQueryData(readKey('sheet.get', key), result)
      return result
    },
    [client, key],
  )
  return {
    read,
    refusal: marking.refusal ?? filing.refusal ?? reopening.refusal,
    mark: async (criterionCode, mark) => shown(await marking.act({ ...key, criterionCode, mark })),
    file: async () => shown(await filing.act(key)),
    reopen: async (reason) => shown(await reopening.act({ ...key, reason })),
  }
}
