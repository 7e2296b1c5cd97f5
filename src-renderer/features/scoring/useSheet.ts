import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { Mark } from '#shared/domain/grid/grid.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'
import { type Read, readKey, useRead } from '../../bridge/useRead.ts'
import { withMark } from './withMark.ts'

type SheetView = OutputOf<'sheet.get'>

export interface SheetAtWork {
  readonly read: Read<SheetView>
  readonly refusal: Refusal | null
  readonly mark: (criterionCode: string, mark: Mark | null) => Promise<Result<SheetView>>
  readonly file: () => Promise<Result<SheetView>>
  readonly reopen: (reason: string) => Promise<Result<SheetView>>
}

/**
 * One sheet being filled. A mark shows at once, before the host answers: the next key starts from it, so that a mark given right
 * after a comment keeps the comment. The last answer then replaces what is shown; a refusal reads the sheet again.
 */
export function useSheet(candidatureId: string, evaluatorId: string): SheetAtWork {
  const client = useQueryClient()
  const key = useMemo(() => ({ candidatureId, evaluatorId }), [candidatureId, evaluatorId])
  const read = useRead('sheet.get', key)
  const marking = useAct('sheet.mark')
  const filing = useAct('sheet.file')
  const reopening = useAct('sheet.reopen')
  const marksGiven = useRef(0)
  const show = useCallback(
    (result: Result<SheetView>) => {
      if (result.ok) client.setQueryData(readKey('sheet.get', key), result)
      else void client.invalidateQueries({ queryKey: readKey('sheet.get', key) })
      return result
    },
    [client, key],
  )
  const mark = async (criterionCode: string, given: Mark | null) => {
    marksGiven.current += 1
    const place = marksGiven.current
    client.setQueryData<Result<SheetView>>(readKey('sheet.get', key), (before) =>
      before?.ok ? { ok: true, value: withMark(before.value, criterionCode, given) } : before,
    )
    const result = await marking.act({ ...key, criterionCode, mark: given })
    return place === marksGiven.current ? show(result) : result
  }
  return {
    read,
    refusal: marking.refusal ?? filing.refusal ?? reopening.refusal,
    mark,
    file: async () => show(await filing.act(key)),
    reopen: async (reason) => show(await reopening.act({ ...key, reason })),
  }
}
