import { useCallback, useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import { useAct } from '../bridge/useAct.ts'

/** Asks the person for a file or a place; null when the person gave up or it was refused. */
export function useChosenFile(purpose: InputOf<'file.choose'>['purpose']) {
  const { act, refusal } = useAct('file.choose')
  const [isChoosing, setChoosing] = useState(false)
  const choose = useCallback(
    async (suggestedName = ''): Promise<string | null> => {
      setChoosing(true)
      try {
        const chosen = await act({ purpose, suggestedName })
        return chosen.ok ? chosen.value.path : null
      } finally {
        setChoosing(false)
      }
    },
    [act, purpose],
  )
  return { choose, isChoosing, refusal }
}
