import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { Mark } from '#shared/domain/grid/grid.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'
import { type Read, readKey, useRead } from '../../bridge/useRead.ts'
import { type KeyedMark, withMarks } from './withMarks.ts'

type SheetView = OutputOf<'sheet.get'>

export interface SheetAtWork {
  readonly read: Read<SheetView>
  readonly refusal: Refusal | null
  readonly mark: (criterionCode: string, mark: Mark | null) => Promise<Result<SheetView>>
  readonly file: () => Promise<Result<SheetView>>
  readonly reopen: (reason: string) => Promise<Result<SheetView>>
}

/**
 * One sheet being filled. A mark shows at once and stays until its own answer is shown: the next key starts from it, and a reading
 * that left before it was recorded takes neither the mark nor its comment away under the fingers. A refusal reads the sheet again.
 */
export function useSheet(candidatureId: string, evaluatorId: string): SheetAtWork {
  const client = useQueryClient()
  const key = useMemo(() => ({ candidatureId, evaluatorId }), [candidatureId, evaluatorId])
  const read = useRead('sheet.get', key)
  const marking = useAct('sheet.mark')
  const filing = useAct('sheet.file')
  const reopening = useAct('sheet.reopen')
  const [keyed, setKeyed] = useState<readonly KeyedMark[]>([])
  const show = useCallback(
    async (result: Result<SheetView>) => {
      const queryKey = readKey('sheet.get', key)
      if (result.ok) {
        // A reading still under way is older than this answer.
        await client.cancelQueries({ queryKey, exact: true })
        client.setQueryData(queryKey, result)
      } else void client.invalidateQueries({ queryKey })
      return result
    },
    [client, key],
  )
  const mark = async (criterionCode: string, given: Mark | null) => {
    const entry = { criterionCode, mark: given }
    setKeyed((before) => [...before, entry])
    const result = await show(await marking.act({ ...key, criterionCode, mark: given }))
    setKeyed((before) => before.filter((each) => each !== entry))
    return result
  }
  const value = useMemo(() => read.value && withMarks(read.value, keyed), [read.value, keyed])
  return {
    read: { ...read, value },
    refusal: marking.refusal ?? filing.refusal ?? reopening.refusal,
    mark,
    file: async () => show(await filing.act(key)),
    reopen: async (reason) => show(await reopening.act({ ...key, reason })),
  }
}
