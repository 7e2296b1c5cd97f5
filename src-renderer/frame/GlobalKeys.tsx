import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { AppState } from '#shared/contract/answers.ts'
import type { HostEvent } from '#shared/contract/contract.ts'
import { useAct } from '../bridge/useAct.ts'
import { useHostEvents } from '../bridge/useHostEvents.ts'
import { isTyping, useHotkeys } from '../ui/useHotkeys.ts'
import { HelpSheet } from './HelpSheet.tsx'
import { helpEvent, paletteEvent } from './openPalette.ts'
import { Palette } from './Palette.tsx'
import { UndoRefused } from './UndoRefused.tsx'
import { useUndo } from './useUndo.ts'

/** The keys that work on every screen, the entries of the application menu, and the two sheets they open. */
export function GlobalKeys({ app }: { app: AppState }) {
  const router = useRouter()
  const { pathname } = useLocation()
  const [sheet, setSheet] = useState<'palette' | 'help' | null>(null)
  const { undo, redo } = useUndo()
  const { act: closeFile } = useAct('file.close')
  const lock = useCallback(() => void closeFile({}), [closeFile])

  useWindowEvent(paletteEvent, () => setSheet('palette'))
  useWindowEvent(helpEvent, () => setSheet('help'))
  useHotkeys({ '$mod+z': undo, '$mod+y': redo, '$mod+Shift+z': redo }, { isFallback: true })
  const showHelp = () => setSheet('help')
  const goBack = () => {
    if (isTyping(document.activeElement)) leaveField()
    else if (!isDetail(pathname)) return
    else if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: pathname.replace(/\/[^/]*$/, '') })
  }
  useHotkeys(
    {
      '$mod+k': () => setSheet('palette'),
      '$mod+/': showHelp,
      F1: showHelp,
      '$mod+l': lock,
      // There is nothing to save: the key of habit commits what is being typed.
      '$mod+s': leaveField,
      Escape: goBack,
    },
    { inFields: true, isEnabled: sheet === null, isFallback: true },
  )
  useHostEvents(
    useCallback(
      (event: HostEvent) => {
        if (event.kind !== 'menu') return
        if (event.command === 'help.guide') setSheet('help')
        else if (event.command === 'edit.undo') inFieldOr('undo', undo)
        else if (event.command === 'edit.redo') inFieldOr('redo', redo)
        else if (event.command.startsWith('file.')) lock()
      },
      [undo, redo, lock],
    ),
  )
  return (
    <>
      {sheet === 'palette' ? <Palette app={app} onClose={() => setSheet(null)} /> : null}
      <UndoRefused />
      {sheet === 'help' ? <HelpSheet onClose={() => setSheet(null)} /> : null}
    </>
  )
}

/** `/candidatures/42`, not `/candidatures`. */
const isDetail = (path: string): boolean => /^\/[^/]+\/./.test(path)

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** In a text field the menu takes back letters, elsewhere a recorded act. */
function inFieldOr(command: 'undo' | 'redo', otherwise: () => void): void {
  if (isTyping(document.activeElement)) document.execCommand(command)
  else otherwise()
}

function useWindowEvent(name: string, listener: () => void): void {
  useEffect(() => {
    window.addEventListener(name, listener)
    return () => window.removeEventListener(name, listener)
  })
}
