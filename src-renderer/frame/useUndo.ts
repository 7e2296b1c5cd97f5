import { useCallback } from 'react'
import { useAct } from '../bridge/useAct.ts'
import { announce } from '../ui/announce.ts'
import { words } from './words.ts'

/** Takes back the last recorded act, or does it again, and says which. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { act: actUndo } = useAct('act.undo')
  const { act: actRedo } = useAct('act.redo')
  const undo = useCallback(async () => {
    const result = await actUndo({})
    announce(result.ok ? words.undone(result.value.label) : words.nothingToUndo)
  }, [actUndo])
  const redo = useCallback(async () => {
    const result = await actRedo({})
    announce(result.ok ? words.redone(result.value.label) : words.nothingToRedo)
  }, [actRedo])
  return { undo: () => void undo(), redo: () => void redo() }
}
