import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { Mark } from '#shared/domain/grid/grid.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../../bridge/useAct.ts'
import { type Read, useRead } from '../../../bridge/useRead.ts'
import { cellKey, type KeyedMarks, stillKeyed } from './keyedMarks.ts'

export interface MarksAtWork {
  readonly read: Read<OutputOf<'session.marks'>>
  readonly keyed: KeyedMarks
  /** The last mark that this screen gave to a cell, even sealed: only a comment may be added to it. */
  readonly givenHere: (evaluatorId: string, code: string) => Mark | null
  readonly give: (evaluatorId: string, code: string, mark: Mark | null) => void
  /** Cells the host refused, with why. */
  readonly faults: Readonly<Record<string, Refusal>>
}

/**
 * The marks of one point, with a read of their own: keying one draws its cell at once and nothing else of the room. What is
 * keyed shows until the host shows the same, so that an older answer never takes a figure back under the fingers.
 */
export function useMarks(sessionId: string, itemId: string): MarksAtWork {
  const read = useRead('session.marks', { sessionId, itemId })
  const { act } = useAct('sheet.mark')
  const [keyed, setKeyed] = useState<KeyedMarks>({})
  const [faults, setFaults] = useState<Readonly<Record<string, Refusal>>>({})
  const memory = useRef(new Map<string, Mark | null>())
  const { value } = read
  const candidatureId = value?.candidatureId
  useEffect(() => {
    if (value !== undefined) setKeyed((before) => stillKeyed(before, value))
  }, [value])
  const give = useCallback(
    async (evaluatorId: string, code: string, mark: Mark | null) => {
      if (candidatureId === undefined) return
      const cell = cellKey(evaluatorId, code)
      memory.current.set(cell, mark)
      setKeyed((before) => ({ ...before, [cell]: mark }))
      setFaults((before) => without(before, cell))
      const given = await act({ candidatureId, evaluatorId, criterionCode: code, mark })
      if (given.ok) return
      setKeyed((before) => without(before, cell))
      setFaults((before) => ({ ...before, [cell]: given.refusal }))
    },
    [act, candidatureId],
  )
  const giveNow = useCallback(
    (evaluatorId: string, code: string, mark: Mark | null) => void give(evaluatorId, code, mark),
    [give],
  )
  const givenHere = useCallback(
    (evaluatorId: string, code: string) => memory.current.get(cellKey(evaluatorId, code)) ?? null,
    [],
  )
  return { read, keyed, givenHere, give: giveNow, faults }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record
  const { [key]: _, ...others } = record
  return others
}
