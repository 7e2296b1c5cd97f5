import { Keyboard, Lock, Redo2, Undo2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { AppState } from '#shared/contract/answers.ts'
import type { HostEvent } from '#shared/contract/contract.ts'
import { useAct } from '../bridge/useAct.ts'
import { useHostEvents } from '../bridge/useHostEvents.ts'
import { Button } from '../ui/Button.tsx'
import style from './Frame.module.css'
import { openHelp } from './openPalette.ts'
import { TrustButton } from './TrustButton.tsx'
import { useUndo } from './useUndo.ts'
import { words } from './words.ts'

/** Saved, how the others stand, long work, what can be undone: the line one glances at to be reassured. */
export function TrustLine({ app }: { app: AppState }) {
  const work = useWork()
  const close = useAct('file.close')
  const { undo, redo } = useUndo()
  return (
    <footer className={style.trust}>
      <span className={style.saved}>
        <span className={style.dot} aria-hidden="true" />
        {app.savedAt === null ? words.nothingToSave : words.saved(app.savedAt)}
      </span>
      <TrustButton />
      {work === null ? null : <span>{work}</span>}
      <div className={style.trustActions}>
        {app.undo === null ? null : (
          <Button variant="quiet" shortcut="Control+Z" onPress={undo}>
            <Undo2 aria-hidden="true" />
            <span className={style.cut}>{words.undo(app.undo)}</span>
          </Button>
        )}
        {app.redo === null ? null : (
          <Button variant="quiet" shortcut="Control+Y" onPress={redo}>
            <Redo2 aria-hidden="true" />
            <span className={style.cut}>{words.redo(app.redo)}</span>
          </Button>
        )}
        <Button variant="quiet" shortcut="F1" onPress={openHelp}>
          <Keyboard aria-hidden="true" />
          {words.shortcuts}
        </Button>
        <Button variant="quiet" shortcut="Control+L" onPress={() => void close.act({})}>
          <Lock aria-hidden="true" />
          {words.lock}
        </Button>
      </div>
    </footer>
  )
}

const silenceMs = 3_000

/** The long work under way, in words; null when there is none. */
function useWork(): string | null {
  const [work, setWork] = useState<string | null>(null)
  // A work that was interrupted says nothing more: its last word must not stay.
  useEffect(() => {
    if (work === null) return
    const timer = setTimeout(() => setWork(null), silenceMs)
    return () => clearTimeout(timer)
  }, [work])
  useHostEvents(
    useCallback((event: HostEvent) => {
      if (event.kind !== 'progress') return
      setWork(
        event.done >= event.total
          ? null
          : words.underWay(event.label, Math.floor((100 * event.done) / event.total)),
      )
    }, []),
  )
  return work
}
