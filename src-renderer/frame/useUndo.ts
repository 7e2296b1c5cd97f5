import { useCallback } from 'react'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { useAct } from '../bridge/useAct.ts'
import { announce } from '../ui/announce.ts'
import { tellUndoRefused } from './undoRefused.ts'
import { words } from './words.ts'

/** Takes back the last recorded act, or does it again, and says which; what cannot be taken back says why. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { act: actUndo } = useAct('act.undo')
  const { act: actRedo } = useAct('act.redo')
  const undo = useCallback(async () => {
    tell(await actUndo({}), words.undone, words.nothingToUndo)
  }, [actUndo])
  const redo = useCallback(async () => {
    tell(await actRedo({}), words.redone, words.nothingToRedo)
  }, [actRedo])
  return { undo: () => void undo(), redo: () => void redo() }
}

function tell(result: Result<{ label: string }>, done: (label: string) => string, nothing: string): void {
  if (result.ok) announce(done(result.value.label))
  else if (isNothing(result.refusal)) announce(nothing)
  else tellUndoRefused(result.refusal)
}

const isNothing = ({ code }: Refusal): boolean => code === 'undo.nothing'
